import { tCode } from '../words.ts';

/** A word of ours, or of the law's, that not everybody knows. */
export type Term = 'confirmed' | 'stale' | 'exempt' | 'objection' | 'legitimate-interest';

/** Explains a term in one sentence, where it stands, to whoever asks. */
export function Help({ term }: { term: Term }) {
  return (
    <details class="help" data-term={term}>
      <summary>{tCode('what', term)}</summary>
      <p>{tCode('help', term)}</p>
    </details>
  );
}
