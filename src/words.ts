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
  // Which categories there are differs by language; the type has those of English. A test holds that no language lacks one.
  return t(`${key}_${category}` as MessageKey, ...substitutions, number);
}

/** The text for a code: `tCode('reason', 'no-control')` is that of "reason_no_control". A test holds that each code has one. */
export function tCode(prefix: string, code: string, ...substitutions: string[]): string {
  return t(`${prefix}_${code.replaceAll('-', '_')}` as MessageKey, ...substitutions);
}

/** The language the texts are in, for dates and names of countries that stand beside them. */
export function language(): string {
  return t('language');
}
