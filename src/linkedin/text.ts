/** Characters that can hide or reorder text: control, zero-width and bidirectional ones. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;

/** A value as a text, to tell whether it has changed. */
export const serialize: (value: unknown) => string = JSON.stringify;

/** The value of an element's attribute; "" where it has none. */
export function attributeOf(element: Element, name: string): string {
  return element.getAttribute(name) ?? '';
}

/** One line of plain text: white space folded, invisible characters gone, cut to `limit` characters. */
export function plainText(text: string | null | undefined, limit: number): string {
  // Cut first as well: a page may hold a text of any length.
  const line = (text ?? '')
    .slice(0, limit * 8)
    .replace(/\s+/g, ' ')
    .replace(INVISIBLE, '')
    .trim();
  return [...line].slice(0, limit).join('');
}
