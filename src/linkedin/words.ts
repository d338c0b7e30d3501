import words from './words.json' with { type: 'json' };

type Texts = { texts: string[]; confidence: string };
type Labels = Record<string, { title: Texts; toggle: Texts | null }>;
type States = Record<string, { on: string[]; off: string[] }>;

/** What is known of the words on a page: all that it takes to tell what one of its texts is. */
export type Vocabulary = {
  /** LinkedIn's labels of the setting, and those that the member has recognised as such; empty where none can be held against a page. */
  labels: string[];
  titles: string[];
  language: string;
};

/** Old codes that browsers and LinkedIn still write. */
const LEGACY_LANGUAGES = new Map([
  ['in', 'id'],
  ['iw', 'he'],
  ['nb', 'no'],
]);

/** What a text on a page is, as far as words can tell. `prose`: a sentence or question, which names nothing. */
export type Sort = 'label' | 'title' | 'state' | 'aside' | 'prose' | 'other';

type WordTable = Record<string, { words: string[] }>;

/** Letters and digits without which a text says nothing. */
const SPEAKING = /[\p{L}\p{N}]/u;
/** The words for on that pages show, as a table of words by language. */
const ON_WORDS: WordTable = Object.fromEntries(
  Object.entries(words.shownWords).map(([key, { on }]) => [key, { words: on }]),
);
/** Signs that say something without a word: that it is so, that it is not, that something is wrong. */
const SIGN = /[\p{Extended_Pictographic}✓✗✘◉≠¬!?]/u;
const SENTENCE_END = /[.?!。？！…]["»”)]?$/u;
/** A sentence has more words, or characters where words are not set apart, than a label may be mistaken for. */
const SENTENCE_WORDS = 4;
const SENTENCE_LENGTH = 12;
/** Characters of a heading or an instruction at most. Longer texts explain, with all sorts of words. */
const SHORT = 60;

/** The language as `words.json` names it: "pt-BR" and "pt_BR" are "pt", "zh-CN" is "zh-Hans". Empty when it is none. */
export function languageKey(tag: string): string {
  const [primary = '', ...rest] = tag.toLowerCase().split(/[-_]/);
  if (primary === 'zh') return rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'zh-Hant' : 'zh-Hans';
  return LEGACY_LANGUAGES.get(primary) ?? primary;
}

/**
 * The words for a setting on a page in a language, with the labels that the member has recognised in it. A page that names no language may
 * be in any that is known. Labels of low confidence are translations of articles: never strings to hold a page against.
 */
export function vocabularyOf(setting: string, language: string, recognised: string[]): Vocabulary {
  const all = own(words.labels as Record<string, Labels>, setting) ?? {};
  const key = languageKey(language);
  const known = key === '' ? Object.values(all) : [own(all, key)].filter((labels) => labels !== undefined);
  const certain = (texts: Texts | null) => (texts && texts.confidence !== 'low' ? texts.texts : []);
  return {
    labels: [...known.flatMap(({ toggle }) => certain(toggle)), ...recognised],
    titles: known.flatMap(({ title }) => certain(title)),
    language,
  };
}

/** What a text is. */
export function sortOf(text: string, { labels, titles, language }: Vocabulary): Sort {
  if (isKnown(labels, text)) return 'label';
  if (isKnown(titles, text)) return 'title';
  if (stateOfWord(language, text)) return 'state';
  if (!SPEAKING.test(text) || isKnown(words.asides.badges, text) || isKnown(words.asides.hints, text)) return 'aside';
  return isSentence(text) && !isInverted(text, language) ? 'prose' : 'other';
}

/** Whether texts put together, in order, are one of the labels: a word in bold is a text of its own. */
export function isLabel(texts: string[], { labels }: Vocabulary): boolean {
  return isKnown(labels, texts.join(' '));
}

/** What the short word beside a control says, where the word is known: LinkedIn's own, or one out of a dictionary. */
export function stateOfWord(language: string, word: string): 'on' | 'off' | undefined {
  const key = languageKey(language);
  const tables = [words.states as States, words.shownWords as States];
  // English words stand on pages in other languages too, and on those that name none.
  const states = tables.flatMap((table) => [own(table, key), own(table, 'en')]).filter((entry) => entry !== undefined);
  if (!word) return undefined;
  const isOn = states.some(({ on }) => isKnown(on, word));
  const isOff = states.some(({ off }) => isKnown(off, word));
  return isOn === isOff ? undefined : isOn ? 'on' : 'off';
}

/** Whether LinkedIn's own words for on and off are known in a language. */
export function areStatesKnown(language: string): boolean {
  return own(words.states as States, languageKey(language)) !== undefined;
}

function isSentence(text: string): boolean {
  const isLong = text.split(/\s+/).length >= SENTENCE_WORDS || text.length >= SENTENCE_LENGTH * SENTENCE_WORDS;
  return SENTENCE_END.test(text.trim()) && (isLong || /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u.test(text));
}

/** Whether a text has a word that may turn the meaning of what it stands beside round: "Do not ...", "Opt out of ...". */
export function hasInverter(text: string, language: string): boolean {
  return placesOf(words.inverters, text, language).length > 0;
}

/**
 * Whether a text says that something is still to come, or did not: a short one that ends in an ellipsis, as "Loading..." does in any
 * language, or one that has known words for it.
 */
export function isPending(text: string, language: string): boolean {
  const isShort = /(…|\.{3})$/.test(text.trim()) && text.length <= SHORT;
  return isShort || placesOf(words.pending, text, language).length > 0;
}

/** Whether a text ends with a word for on, as "AI training is on" does. Further on in a sentence such a word is often a preposition. */
export function endsInOn(text: string, language: string): boolean {
  const plain = spaced(text);
  return wordsIn(ON_WORDS, language).some((word) => plain.endsWith(spaced(word)));
}

/** Whether a text ends by naming something as on: LinkedIn's label and a word for on, or such a word after a colon ("Current choice: On"). */
export function namesOn(text: string, { labels, language }: Vocabulary): boolean {
  const plain = comparable(text);
  const label = labels.map(comparable).find((one) => plain.startsWith(one));
  const rest = label === undefined ? plain.split(/[:：]/).slice(1).at(-1) : plain.slice(label.length);
  return stateOfWord(language, (rest ?? '').replace(/^[:：–-]/, '')) === 'on';
}

/** Whether a text has the label in it, besides other words. */
export function hasLabel(text: string, { labels }: Vocabulary): boolean {
  return labels.some((label) => comparable(text).includes(comparable(label)));
}

/** Whether a text has words that say the setting is on, or that something else overrides it: a sentence beside a switch that shows off. */
export function claimsOn(text: string, language: string): boolean {
  return placesOf(words.claims, text, language).length > 0;
}

/** Whether a text has no word, but a sign that may say so. */
export function isSign(text: string): boolean {
  return !SPEAKING.test(text) && SIGN.test(text);
}

/** Whether a short text, such as a heading or a legend, may reverse the meaning of the label that follows it. */
export function mayReverse(text: string, vocabulary: Vocabulary): boolean {
  const isOwn = ['label', 'title', 'state', 'aside'].includes(sortOf(text, vocabulary));
  return !isOwn && text.length <= SHORT && hasInverter(text, vocabulary.language);
}

/** The same for a sentence, which may have such a word further on. */
function isInverted(text: string, language: string): boolean {
  return placesOf(words.inverters, text, language).includes(0);
}

/** Where in a text words out of a table stand. */
function placesOf(table: WordTable, text: string, language: string): number[] {
  const plain = spaced(text);
  return wordsIn(table, language)
    .map((word) => plain.indexOf(` ${word.toLowerCase()} `))
    .filter((place) => place >= 0);
}

/** The words of a table in a language, and the English ones, which stand on pages in other languages too. */
function wordsIn(table: WordTable, language: string): string[] {
  return [own(table, languageKey(language)), own(table, 'en')].flatMap((entry) => entry?.words ?? []);
}

/** A text as words with a space around each. */
function spaced(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[’‘]/g, "'")
    .replace(/[^\p{L}\p{N}'-]+/gu, ' ');
  return ` ${plain.trim().toLowerCase()} `;
}

/** A page names its language; "constructor" is none, though every object has it. */
function own<Value>(table: Record<string, Value>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function isKnown(known: string[], text: string): boolean {
  const wanted = comparable(text);
  return wanted !== '' && known.some((one) => comparable(one) === wanted);
}

/** Case, white space, the two apostrophes and a final stop or colon do not make another label. */
function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, '')
    .replace(/[.:：]$/, '')
    .toLowerCase();
}
