import { LIMITS } from './limits.ts';
import type { Row } from './reading.ts';
import { isReadable } from './sight.ts';
import { plainText } from './text.ts';
import type { Item, Walk } from './walk.ts';

/** LinkedIn's own hook for the value in a row. Where it is gone, the last text of the row is taken. */
const VALUE = '[data-test-category-item-sneakpeek]';

/** The links of a category page that can be seen in main, with label and value. At most {@link LIMITS}.rows. */
export function findRows(walk: Walk): Row[] {
  const links = [...walk.ranges].filter(([link]) => (link as Partial<HTMLAnchorElement>).host === 'www.linkedin.com');
  return links.slice(0, LIMITS.rows).flatMap(([link, [from, to]]) => {
    // The pictures in a row are arrows and icons.
    const isWord = ({ text, element }: Item) => text && !('alt' in element) && isReadable(element);
    const shown = walk.items.slice(from, to).filter(isWord);
    const [first] = shown;
    const hook = link.querySelector(VALUE);
    const last = hook ? shown.find(({ element }) => hook.contains(element)) : shown.slice(1).at(-1);
    if (!first) return [];
    return {
      path: plainText((link as HTMLAnchorElement).pathname, LIMITS.path),
      label: first === last ? '' : (first.text ?? ''),
      value: plainText(last?.text, LIMITS.value),
    };
  });
}
