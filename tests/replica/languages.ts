import words from '../../src/linkedin/words.json' with { type: 'json' };

type Labels = Record<string, { toggle: { confidence: string } | null }>;
const labels = words.labels['ai-training'] as Labels;

/** Languages in which every page shape is read: all of the word table, some that it does not have, and old codes. UNTRAINED_LANGUAGES makes it fewer. */
export const LANGUAGES = globalThis.process?.env.UNTRAINED_LANGUAGES?.split(',') ?? [
  ...Object.keys(labels),
  ...['no', 'nb', 'mi', 'he', 'iw', 'in', 'sv', 'zh-Hant'],
];

/** Whether a label can be held against a known one in this language: what the table has with less than medium confidence cannot. */
export function labelKnown(language: string): boolean {
  const toggle = labels[language]?.toggle;
  return Boolean(toggle) && toggle?.confidence !== 'low';
}

/** Whether the words for on and off are known in this language. */
export function statesKnown(language: string): boolean {
  return language in words.states || language in words.shownWords;
}
