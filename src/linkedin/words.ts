import words from './words.json' with { type: 'json' };

type Texts = { texts: string[]; confidence: string };
type Labels = Record<string, { title: Texts; toggle: Texts | null }>;
type States = Record<string, { on: string[]; off: string[] }>;

/** Old codes that browsers and LinkedIn still write. */
const LEGACY_LANGUAGES: Record<string, string> = { in: 'id', iw: 'he', nb: 'no' };

/** The language as `words.json` names it: "pt-BR" and "pt_BR" are "pt". Empty when it is none. */
export function languageKey(tag: string): string {
  const [primary = ''] = tag.toLowerCase().split(/[-_]/);
  return LEGACY_LANGUAGES[primary] ?? primary;
}

/** Whether a label is the known one for this setting. `unknown` where no label is known well enough to compare with. */
export function compareLabel(setting: string, language: string, texts: string[]): 'same' | 'different' | 'unknown' {
  const known = labelsOf(setting)[languageKey(language)]?.toggle;
  // Labels of low confidence are translations of articles: never strings to hold a page against.
  if (!known || known.confidence === 'low') return 'unknown';
  return texts.some((text) => isKnown(known.texts, text)) ? 'same' : 'different';
}

/** The text among these that is LinkedIn's known label, if any is. */
export function knownLabel(setting: string, language: string, texts: string[]): string | undefined {
  const known = labelsOf(setting)[languageKey(language)]?.toggle?.texts ?? [];
  return texts.find((text) => isKnown(known, text));
}

/** What the short word beside a control says, where the word is known. */
export function stateOfWord(language: string, word: string): 'on' | 'off' | undefined {
  const states = (words.states as States)[languageKey(language)];
  if (!states || !word) return undefined;
  if (isKnown(states.on, word)) return 'on';
  return isKnown(states.off, word) ? 'off' : undefined;
}

function labelsOf(setting: string): Labels {
  return (words.labels as Record<string, Labels>)[setting] ?? {};
}

function isKnown(known: string[], text: string): boolean {
  return known.some((one) => comparable(one) === comparable(text));
}

/** Case, white space, the two apostrophes and a final stop do not make another label. */
function comparable(text: string): string {
  return text.normalize('NFKC').replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim().replace(/\.$/, '').toLowerCase();
}
