import { intlFormatDistance } from 'date-fns';
import browser from 'webextension-polyfill';
import { COUNTRIES } from './regions/countries.ts';
import { language } from './words.ts';

/** The browser's own variant of the language the texts are in (en-GB rather than en), so that all on a page is in one language. */
function locale(): string {
  const browserLanguage = browser.i18n.getUILanguage();
  return browserLanguage.split('-')[0] === language().split('-')[0] ? browserLanguage : language();
}

/** A language's format for dates, made once for each use: to make one takes a hundred times as long as to use it. */
function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale()} ${JSON.stringify(options)}`;
  const format = made.get(key) ?? new Intl.DateTimeFormat(locale(), options);
  made.set(key, format);
  return format;
}

const made = new Map<string, Intl.DateTimeFormat>();

/** Date and time of a moment in milliseconds. */
export function dateTime(at: number): string {
  return dates({ dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** Date and time of a moment in milliseconds, UTC. */
export function dateTimeUtc(at: number): string {
  return dates({ dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(at);
}

/** A calendar day given as "2025-11-03". */
export function day(isoDay: string): string {
  // A day without a time is midnight UTC to the language, and has to stay that day wherever the member is.
  return dates({ dateStyle: 'long', timeZone: 'UTC' }).format(new Date(isoDay));
}

/** How long ago, in words; a moment in the future (a clock was set back) counts as now. */
export function ago(at: number, now: number): string {
  return intlFormatDistance(Math.min(at, now), now, { locale: locale() });
}

/** The name of a country in the interface's language. */
export function countryName(code: string): string {
  return new Intl.DisplayNames(locale(), { type: 'region' }).of(code) ?? code;
}

/** The name of a language in that language itself. */
export function languageName(tag: string): string {
  return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
}

/** The name of the language that a page says it is in, in the interface's language; "" where the browser knows none of that name. */
export function nameOfLanguage(tag: string): string {
  try {
    const { language: primary } = new Intl.Locale(tag.replaceAll('_', '-'));
    return new Intl.DisplayNames(locale(), { type: 'language', fallback: 'none' }).of(primary) ?? '';
  } catch {
    return '';
  }
}

/** All countries with their names, in the order of the interface's language. */
export function countriesByName(): { code: string; name: string }[] {
  const { compare } = new Intl.Collator(locale());
  return COUNTRIES.map((code) => ({ code, name: countryName(code) })).sort((a, b) => compare(a.name, b.name));
}
