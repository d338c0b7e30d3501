import words from './words.json' with { type: 'json' };

type Texts = { texts: string[]; confidence: string };
type Labels = Record<string, { title: Texts; toggle: Texts | null }>;
type States = Record<string, { on: string[]; off: string[] }>;

/** Old codes that browsers and LinkedIn still write. */
const LEGACY_LANGUAGES = new Map([
  ['in', 'id'],
  ['iw', 'he'],
  ['nb', 'no'],
]);

/** The language as `words.json` names it: "pt-BR" and "pt_BR" are "pt", "zh-CN" is "zh-Hans". Empty when it is none. */
export function languageKey(tag: string): string {
  const [primary = '', ...rest] = tag.toLowerCase().split(/[-_]/);
  if (primary === 'zh') return rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'zh-Hant' : 'zh-Hans';
  return LEGACY_LANGUAGES.get(primary) ?? primary;
}

/** Whether a label is the known one for this setting. `unknown` where no label is known well enough to compare with. */
export function compareLabel(setting: string, language: string, texts: string[]): 'same' | 'different' | 'unknown' {
  const known = labelOf(setting, language)?.toggle;
  // Labels of low confidence are translations of articles: never strings to hold a page against.
  if (!known || known.confidence === 'low') return 'unknown';
  return texts.some((text) => isKnown(known.texts, text)) ? 'same' : 'different';
}

/** The text among these that is LinkedIn's known label, if any is. */
export function knownLabel(setting: string, language: string, texts: string[]): string | undefined {
  const known = labelOf(setting, language)?.toggle?.texts ?? [];
  return texts.find((text) => isKnown(known, text));
}

/** What the short word beside a control says, where the word is known. */
export function stateOfWord(language: string, word: string): 'on' | 'off' | undefined {
  const states = own(words.states as States, languageKey(language));
  if (!states || !word) return undefined;
  if (isKnown(states.on, word)) return 'on';
  return isKnown(states.off, word) ? 'off' : undefined;
}

function labelOf(setting: string, language: string): Labels[string] | undefined {
  const labels = own(words.labels as Record<string, Labels>, setting);
  return labels && own(labels, languageKey(language));
}

/** A page names its language; "constructor" is none, though every object has it. */
function own<Value>(table: Record<string, Value>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function isKnown(known: string[], text: string): boolean {
  return known.some((one) => comparable(one) === comparable(text));
}

/** Case, white space, the two apostrophes and a final stop do not make another label. */
function comparable(text: string): string {
  return text.normalize('NFKC').replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim().replace(/\.$/, '').toLowerCase();
}
