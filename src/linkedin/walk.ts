import { LIMITS } from './limits.ts';
import type { PageText } from './reading.ts';
import { attributeOf, plainText } from './text.ts';

/** Gives an element's shadow root, closed ones too where the browser lets extensions; null where there is none. */
export type ShadowRootOf = (element: Element) => ShadowRoot | null;

/** A text with the element that shows it, or, without a text, an element that may be (part of) a control. */
export type Item = {
  element: Element;
  text?: string;
  as: PageText['as'];
  /** The depth of the smallest part of the page that holds this and the item before. */
  up: number;
  /** The outermost control around, by its place among the items; -1 where there is none. */
  inside: number;
  /** It stands in a dialog. */
  apart?: boolean | undefined;
};

/** What a walk through the page found, in the order in which it is shown: controls in main and in dialogs, and texts beside them too. */
export type Walk = {
  /** The first visible main region; null when there is none. */
  region: Element | null;
  items: Item[];
  /** For each element that may name a control, and for links: the items inside it, from the first to before the last. */
  ranges: Map<Element, [number, number]>;
  hasFrame: boolean;
  loading: boolean;
  translated: boolean;
  /** How many nodes were visited. */
  nodes: number;
};

/** Where a walk is. */
type Place = Pick<Item, 'as' | 'inside' | 'apart'> & {
  isInMain?: boolean;
  /** Hidden from screen readers, as far as controls go. */
  isConcealed?: boolean;
  /** In another language than the page's. */
  isForeign?: boolean;
  depth: number;
};

/** Every markup that a two-state control or a choice is known to come in. Roles and native state have outlived every redesign so far. */
const CONTROL = '[type=checkbox],[type=radio],select,[role=switch],[role$=checkbox],[role$=radio],[aria-pressed]';

/** Parts of a page that are about something else, or cannot be used: inside main, and besides outside of it. */
const APART = 'nav,footer,aside,[inert],[role=navigation],[role=contentinfo],[role=complementary]';
const APART_OUTSIDE = `${APART},header`;
const MAIN = 'main,[role=main]';
const DIALOG = 'dialog,[role$=dialog],[popover]';

/** Drawn, but not read as words. Asked for the shadow root of a drawing or a formula, Chromium would throw. */
const WORDLESS = 'svg,math,code,textarea,select';

/** What may name a control or, in a list, a setting. */
const NAMING = '[id],label,a';
const HEADING = 'h1,h2,h3,h4,h5,h6,[role=heading]';
const ALERT = '[role=alert]';
const CONCEALED = '[aria-hidden=true]';
const FOREIGN = '[lang]';
const TRANSLATED = 'font > font';
const TRANSLATED_PAGE = '[class*=translated-]';

/** What says that something is still to come: by its role, or by a name that makers of pages give to it. A sign of doubt, never of proof. */
const LOADING = 'progress,[role=progressbar],[aria-busy=true]';
const LOADING_CLASS = /(?<![a-z])(load(ing|er)|spinner|skeleton|shimmer)(?![a-z])/i;

/** Any element of which more must be asked. Most are none, and one question is cheaper than ten. */
const NOTABLE = [
  CONTROL,
  APART_OUTSIDE,
  MAIN,
  DIALOG,
  WORDLESS,
  HEADING,
  ALERT,
  LOADING,
  CONCEALED,
  FOREIGN,
  TRANSLATED,
].join();

/** The parts of a control that turn or fill while something is on its way. */
export const BUSY_PART = [LOADING, 'animate', '[class*=loading i]', '[class*=spinner i]'].join();

/** Nodes that one walk visits at most. LinkedIn's settings pages have some hundreds. */
const BUDGET = 10_000;

/**
 * Walks once through the page as it is shown: into shadow roots, through slots, past what is hidden. Bounded: a page of any size costs no
 * more than {@link BUDGET} nodes, and throws if that is not all. Asks for styles, so it is for a moment in which the browser has just computed them.
 */
export function walkPage(document: Document, shadowRootOf: ShadowRootOf): Walk {
  const root = document.documentElement;
  const language = primary(root.lang);
  const walk: Walk = {
    region: null,
    items: [],
    ranges: new Map(),
    hasFrame: false,
    loading: false,
    translated: root.matches(TRANSLATED_PAGE),
    nodes: 0,
  };
  const { items } = walk;
  /** The least depth since the item before. */
  let up = 0;

  function visit(element: Element, around: Place): void {
    // Most elements are both shown and rendered, and one question tells.
    const isSeen = isShown(element);
    if (!isSeen && !isRendered(element)) return;
    const isNotable = element.matches(NOTABLE);
    const is = (selector: string) => isNotable && element.matches(selector);
    const place = { ...around, depth: around.depth + 1 };
    if (is(place.isInMain ? APART : APART_OUTSIDE)) return;
    if (is(MAIN)) walk.region ??= element;
    place.apart ||= is(DIALOG);
    // What stands beside main, as toasts and bars do, may say what has failed, and is no part of the setting.
    if (!place.isInMain && (place.apart || is(MAIN))) {
      place.isInMain = true;
      place.as = 'text';
    }
    const first = items.length;
    // What fails or is still to come is often said beside main, by a toast or a bar on top.
    walk.loading ||= isSeen && (is(LOADING) || (is(ALERT) && !!plainText(element.textContent, 1)));
    if (place.isInMain) takePart(element, is, isSeen, place);
    if (!is(WORDLESS)) visitInside(element, isSeen, place);
    if (place.isInMain && element.matches(NAMING)) walk.ranges.set(element, [first, items.length]);
    up = Math.min(up, around.depth);
  }

  function takePart(element: Element, is: (selector: string) => boolean, isSeen: boolean, place: Place): void {
    const { localName } = element;
    const { alt } = element as Partial<HTMLImageElement>;
    const drawn = alt && plainText(alt, LIMITS.text);
    walk.hasFrame ||= localName === 'iframe';
    walk.loading ||= isSeen && LOADING_CLASS.test(attributeOf(element, 'class'));
    place.isConcealed ||= is(CONCEALED);
    place.isForeign ||= is(FOREIGN) && primary(attributeOf(element, 'lang')) !== language;
    // Machine translation puts each text into two of them.
    walk.translated ||= is(TRANSLATED) && !place.isForeign;
    if (is(HEADING)) place.as = 'heading';
    else if (localName === 'a') place.as = 'link';
    else if (localName === 'button') place.as = 'button';
    // A word may be drawn as a picture.
    if (drawn && isSeen) take({ element, text: drawn }, place);
    if (place.isConcealed || !is(CONTROL)) return;
    take({ element }, place);
    if (place.inside < 0) place.inside = items.length - 1;
  }

  function take(found: Pick<Item, 'element' | 'text'>, { as, inside, apart, depth }: Place): void {
    items.push({ ...found, as, inside, apart, up });
    up = depth;
  }

  function visitInside(element: Element, isSeen: boolean, place: Place): void {
    const nodes = childrenOf(element, shadowRootOf);
    walk.nodes += nodes.length;
    // An element of a form can stand in for the form's own list.
    if (walk.nodes > BUDGET || place.depth > LIMITS.depth || 'localName' in nodes) throw new RangeError('too large');
    // By their places: a list of nodes takes several times as long to iterate.
    for (let at = 0; at < nodes.length; at++) {
      const node = nodes[at] as Node;
      up = Math.min(up, place.depth);
      if (node.nodeType === 1) visit(node as Element, place);
      if (node.nodeType !== 3 || !isSeen || place.isForeign) continue;
      const text = plainText(node.nodeValue, LIMITS.text);
      if (text) take({ element, text }, place);
    }
  }

  visitInside(root, false, { as: 'notice', inside: -1, depth: 0 });
  walk.loading ||= !!walk.region?.getAnimations?.({ subtree: true }).some(isEndless);
  return walk;
}

/** Whether what is right inside an element is drawn, seen through nothing and hidden by nothing. */
export function isShown(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || isBoxless(element, isShown);
}

function isRendered(element: Element): boolean {
  return element.checkVisibility() || isBoxless(element, isRendered);
}

/** An element may have no box of its own and show what is in it all the same. */
function isBoxless(element: Element, isFine: (element: Element) => boolean): boolean {
  const { display, visibility } = getComputedStyle(element);
  const { parentElement } = element;
  return display === 'contents' && visibility === 'visible' && (!parentElement || isFine(parentElement));
}

/** What turns, pulses or shimmers for ever stands for something that is to come. */
function isEndless({ effect }: Animation): boolean {
  return effect?.getTiming().iterations === Number.POSITIVE_INFINITY;
}

/** An element of the page's own making. */
export function isCustom({ localName }: Element): boolean {
  return localName.includes('-');
}

/** The element whose shadow root this one stands in. */
export function hostOf(element: Element): Element | undefined {
  return (element.getRootNode() as Partial<ShadowRoot>).host;
}

/** What stands inside an element as it is shown: in its shadow root, in its slot, else its own children. */
function childrenOf(element: Element, shadowRootOf: ShadowRootOf): ArrayLike<Node> {
  const assigned = (element as Partial<HTMLSlotElement>).assignedNodes?.();
  if (assigned?.length) return assigned;
  // Only elements of the page's own making have closed roots as a rule; to ask each of the others would cost as much as the walk.
  const root = isCustom(element) || !element.firstChild ? shadowRootOf(element) : element.shadowRoot;
  return (root ?? element).childNodes;
}

function primary(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] as string;
}
