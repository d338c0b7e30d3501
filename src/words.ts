import browser from 'webextension-polyfill';
import type { WxtI18n } from 'wxt/browser';

/** Every key of `public/_locales/en/messages.json`; the type is generated from that file. */
export type MessageKey = Parameters<WxtI18n['getMessage']>[0];

/** The text for a key in the browser's language, with $1, $2, ... filled in. */
export function t(key: MessageKey, ...substitutions: string[]): string {
  return browser.i18n.getMessage(key, substitutions);
}

/** Every key that has a form for each plural category of the language: "x" for "x_one", "x_other" and whatever else there is. */
export type CountKey = MessageKey extends infer Key ? (Key extends `${infer Base}_other` ? Base : never) : never;

/** The text for a number of things, in the form that the language has for it. The number fills the last of $1, $2, ... */
export function tCount(key: CountKey, count: number, ...substitutions: string[]): string {
  const category = new Intl.PluralRules(language()).select(count);
  const number = new Intl.NumberFormat(language()).format(count);
  // Which categories there are differs by language; the type has those of English. What is not translated yet is English there.
  const text = t(`${key}_${category}` as MessageKey, ...substitutions, number);
  return text || t(`${key}_other`, ...substitutions, number);
}

type Snake<Code extends string> = Code extends `${infer Head}-${infer Rest}` ? `${Head}_${Snake<Rest>}` : Code;

/** The text for a code: `tCode('reason', 'no-control')` is that of "reason_no_control". Only codes that have a text are accepted. */
export function tCode<Prefix extends string, Code extends string>(
  prefix: Prefix,
  code: Code & (`${Prefix}_${Snake<Code>}` extends MessageKey ? unknown : never),
  ...substitutions: string[]
): string {
  return t(`${prefix}_${code.replaceAll('-', '_')}` as MessageKey, ...substitutions);
}

/** The same for a code that comes out of data. `tests/conventions/data.test.ts` holds that each of these has a text. */
export function tData(prefix: 'law_answer' | 'why' | 'category', code: string): string {
  return t(`${prefix}_${code.replaceAll('-', '_')}` as MessageKey);
}

/** Sentences one after the other, with what stands between them in the language. What is empty is left out. */
export function sentences(...all: (string | null | false)[]): string {
  const said = all.filter((one): one is string => !!one);
  return said.slice(1).reduce((before, one) => t('punctuation_sentences', before, one), said[0] ?? '');
}

/** The language the texts are in, for dates and names of countries that stand beside them. */
export function language(): string {
  return t('language');
}
