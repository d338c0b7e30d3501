/**
 * In the gallery this stands in for the browser's own API, of which the components use the texts only. So every language can be shown in
 * one browser, which would otherwise have to be restarted for each.
 */

type Messages = Record<string, { message: string }>;

const LOCALES = import.meta.glob<Messages>('../../public/_locales/*/messages.json', { eager: true, import: 'default' });

const english = messagesOf('en');

let messages: Messages = {};

/** The names of all languages there are texts in, as `_locales` has them. */
export const localeNames = Object.keys(LOCALES).map((path) => path.split('/').at(-2) ?? '');

/** Has all texts come from a language, named as in `_locales`. */
export function speak(locale: string): void {
  messages = messagesOf(locale);
}

function messagesOf(locale: string): Messages {
  return LOCALES[`../../public/_locales/${locale}/messages.json`] ?? {};
}

function getMessage(key: string, substitutions: string[] = []): string {
  return (messages[key]?.message ?? english[key]?.message ?? '').replace(
    /\$(\d)/g,
    (_, place) => substitutions[Number(place) - 1] ?? '',
  );
}

function getUILanguage(): string {
  return messages.language?.message ?? '';
}

export default { i18n: { getMessage, getUILanguage } };
