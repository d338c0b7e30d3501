import { hostOf, isShown } from './walk.ts';

/** A box this small, in pixels, shows nothing. */
const SMALLEST = 4;
/** No switch is this large, in pixels. */
const LARGEST = 200;

/** Whether an element itself is drawn: it has room, nothing makes it see-through or hides it, and it lies on the page. */
export function isDrawn(element: Element): boolean {
  return isShown(element) && hasRoom(element);
}

/**
 * What may show a control: its own box, its label, what is in it, or the part of the page right around it where that is no larger than
 * switches are. A box of its own may be cut away, so any of them will do; it may be see-through, laid over what is drawn.
 */
export function standInsOf(element: Element): Element[] {
  const { labels } = element as Partial<HTMLInputElement>;
  const around = element.parentElement ?? (hostOf(element) as Element);
  const isWrapper = around.clientWidth < LARGEST && around.clientHeight < LARGEST;
  const own = isShown(around) && hasRoom(element) ? [element] : [];
  return [...own, ...[...(labels ?? []), ...element.children, ...(isWrapper ? [around] : [])].filter(isDrawn)];
}

function hasRoom(element: Element): boolean {
  const box = element.getBoundingClientRect();
  return isBigEnough(box) && isOnPage(box);
}

/** Whether a text can be read where it stands: not squeezed into a pixel or pushed off the page. */
export function isReadable(element: Element): boolean {
  const box = element.getBoundingClientRect();
  const { width, height } = box;
  // What has no box of its own shows its texts all the same.
  return !(width + height) || (width >= 2 && height >= 2 && isOnPage(box));
}

/** Whether this much of something is enough to see it by. */
export function isBigEnough({ width, height }: DOMRectReadOnly): boolean {
  return width >= SMALLEST && height >= SMALLEST;
}

/** Before the beginning of the page no scrolling leads. */
function isOnPage({ right, bottom }: DOMRectReadOnly): boolean {
  const isRightToLeft = getComputedStyle(document.documentElement).direction === 'rtl';
  return bottom + scrollY > 0 && (isRightToLeft || right + scrollX > 0);
}
