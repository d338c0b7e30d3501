/** The texts of a language by key, as `_locales` has them. */
export type Messages = Record<string, { message: string; description?: string }>;

/** A text that has a form for each plural category is a family: its name, and the categories that a language gives it. */
const CATEGORY = /_(zero|one|two|few|many|other)$/;

/** The families among these keys, by name. */
export function familiesOf(keys: string[]): Set<string> {
  return new Set(keys.filter((key) => key.endsWith('_other')).map(familyOf));
}

/** The family that a key would belong to. */
export function familyOf(key: string): string {
  return key.replace(CATEGORY, '');
}

/** The keys of a family: one for each plural category that the language gives it. */
export function formsOf(keys: string[], family: string): string[] {
  return keys.filter((key) => CATEGORY.test(key) && familyOf(key) === family);
}

/** The keys that a language lacks beside English, in their order; of a family with forms of its own the name, where it has none of them. */
export function missingTexts(english: Messages, messages: Messages): string[] {
  const families = familiesOf(Object.keys(english));
  const own = familiesOf(Object.keys(messages));
  const isThere = (key: string) =>
    CATEGORY.test(key) && families.has(familyOf(key)) ? own.has(familyOf(key)) : key in messages;
  return Object.keys(english).filter((key) => !isThere(key));
}
