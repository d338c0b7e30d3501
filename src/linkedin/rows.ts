import { LIMITS, type Row } from './reading.ts';
import { plainText } from './text.ts';
import { TEXTS } from './tree.ts';

/** LinkedIn's own hook for the value in a row. Where it is gone, the last text of the row is taken. */
const VALUE = '[data-test-category-item-sneakpeek]';

/** A row together with its link. */
export type FoundRow = Row & { link: Element };

/** The links of a category page that stand inside a region, with label and value. At most {@link LIMITS}.rows. */
export function findRows(region: Element): FoundRow[] {
  return [...region.querySelectorAll<HTMLAnchorElement>('a[href]')]
    .slice(0, LIMITS.rows)
    .filter((link) => link.host === 'www.linkedin.com')
    .map(rowOf);
}

function rowOf(link: HTMLAnchorElement): FoundRow {
  const hooked = link.querySelector(VALUE);
  const texts = leafTexts(link);
  const [first = ''] = texts;
  const value = plainText(hooked ? hooked.textContent : texts.length > 1 ? texts.at(-1) : '', LIMITS.value);
  return {
    link,
    path: plainText(link.pathname, LIMITS.path),
    label: plainText(first, LIMITS.value) === value ? '' : first,
    value,
  };
}

function leafTexts(link: Element): string[] {
  const texts: string[] = [];
  const walker = link.ownerDocument.createTreeWalker(link, TEXTS);
  while (texts.length < LIMITS.texts && walker.nextNode()) {
    const text = plainText(walker.currentNode.nodeValue, LIMITS.text);
    if (text) texts.push(text);
  }
  return texts;
}
