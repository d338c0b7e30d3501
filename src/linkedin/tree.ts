/** Walking the page as it is shown: into shadow roots and out of them. */

/** What a walk shows, by number: to name them by `NodeFilter` has the browser make all that belongs to it, on each page. */
export const ELEMENTS = 1;
export const TEXTS = 4;

/** Gives an element's shadow root, closed ones too where the browser lets extensions; null where there is none. */
export type ShadowRootOf = (element: Element) => ShadowRoot | null;

/** What the page itself could see of an element's shadow root. */
export const openShadowRootOf: ShadowRootOf = (element) => element.shadowRoot;

/** What a node stands in: an element, a shadow root, or, around a shadow root, its host. */
export function parentOf(node: Node): Node | null {
  return node.parentNode ?? hostOf(node);
}

/** The nearest element that fits the selector: itself, or one around it, out of shadow roots too. */
export function closest(element: Element | null, selector: string): Element | null {
  return element && (element.closest(selector) ?? closest(hostOf(element), selector));
}

/** Whether one element is the other or stands inside it, in shadow roots too. */
export function contains(outer: Element, inner: Element | null): boolean {
  return inner !== null && (outer.contains(inner) || contains(outer, hostOf(inner)));
}

function hostOf(node: Node): Element | null {
  return (node.getRootNode() as Partial<ShadowRoot>).host ?? null;
}
