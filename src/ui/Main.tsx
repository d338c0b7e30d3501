import type { ComponentChildren } from 'preact';
import type { Verdict } from '../verdict/verdict.ts';

type Said = Pick<Verdict, 'name' | 'confirmed' | 'missing' | 'fresh' | 'againAfter'> & { reason: string | null };
type Props = { verdict: Said; children: ComponentChildren };

/** A verdict for a page that cannot tell one. */
export function unknownBecause(reason: string): Said {
  return { name: 'unknown', reason, confirmed: false, missing: null, fresh: false, againAfter: null };
}

/** A page's `<main>`, which tells the verdict to styles and to outside programs. */
export function Main({ verdict, children }: Props) {
  const { name, reason, confirmed, missing, fresh, againAfter } = verdict;
  return (
    <main
      data-verdict={name}
      data-reason={reason ?? ''}
      data-missing={missing ?? ''}
      data-confirmed={String(confirmed)}
      data-fresh={String(fresh)}
      data-again={String(againAfter !== null)}
    >
      {children}
    </main>
  );
}
