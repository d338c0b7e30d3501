import browser from 'webextension-polyfill';
import type { WxtI18n } from 'wxt/browser';

/** Every key of `public/_locales/en/messages.json`; the type is generated from that file. */
export type MessageKey = Parameters<WxtI18n['getMessage']>[0];

/** The text for a key in the browser's language, with $1, $2, ... filled in. */
export function t(key: MessageKey, ...substitutions: string[]): string {
  return browser.i18n.getMessage(key, substitutions);
}

/** The text for a code: `tCode('reason', 'no-control')` is that of "reason_no_control". A test holds that each code has one. */
export function tCode(prefix: string, code: string, ...substitutions: string[]): string {
  return t(`${prefix}_${code.replaceAll('-', '_')}` as MessageKey, ...substitutions);
}

/** The language the texts are in, for dates and names of countries that stand beside them. */
export function language(): string {
  return t('language');
}
