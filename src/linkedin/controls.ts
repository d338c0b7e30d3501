import { type Control, type ControlState, LIMITS } from './reading.ts';
import { plainText } from './text.ts';
import { closest, contains, ELEMENTS, openShadowRootOf, parentOf, type ShadowRootOf, TEXTS } from './tree.ts';

/**
 * Every markup that a two-state control is known to come in. Roles and native state have outlived every redesign so far; class names
 * have not.
 */
export const CONTROL = 'input[type=checkbox], [role=switch], [role=checkbox], button[aria-pressed]';

/** Selectors that find them all, and more. One by one, since a browser answers a simple selector five times faster than a list. */
const SIMPLE = ['input', '[role=switch]', '[role=checkbox]', 'button'];

/** Parts of a page that are never the setting itself, even inside main. */
const APART =
  'nav, footer, aside, dialog, [role=navigation], [role=contentinfo], [role=complementary], [role=dialog], [role=alertdialog]';

/** Not there for the member: neither seen nor announced. */
const CONCEALED = '[aria-hidden="true" i], [inert], [hidden]';

/** Cannot be operated now, by itself or with what is around it. */
const INERT = ':disabled, [aria-disabled=true], [aria-busy=true]';

/** Elements whose words are no label: code, other controls, links. */
const WORDLESS = `script, style, template, noscript, svg, code, select, textarea, a, ${CONTROL}, button`;

/** What makes an element more than one text. */
const NOT_INLINE = ':not(b, i, em, strong, u, small, mark, br, wbr, bdi, sub, sup)';

/** What a filter of a walk answers, and where another node stands: by number, as in tree.ts. */
const ACCEPT = 1;
const REJECT = 2;
const PRECEDING = 2;

/** No page needs more than this to name a control; it bounds the walk on a page of any size. */
const WALK_BUDGET = 300;

/** Custom elements are looked for among this many elements of main. LinkedIn's settings pages have a few hundred. */
const ELEMENT_BUDGET = 1500;

/** More inputs or buttons than this are not looked at: long before, the page is none that we know. */
const CANDIDATE_BUDGET = 500;

/** A control together with the elements that make it up, outermost first. */
export type FoundControl = Control & { elements: Element[] };

/** The page's main region, the first that is visible: HTML allows for one. Null when there is none; nothing else is ever searched. */
export function mainRegion(document: Document): Element | null {
  const first = document.querySelector('main');
  if (first && isShown(first)) return first;
  return [...document.querySelectorAll('main, [role=main]')].find(isShown) ?? null;
}

/** The visible controls inside a region, in shadow roots too, nested ones counted as one. At most one more than {@link LIMITS} allows. */
export function findControls(region: Element, shadowRootOf: ShadowRootOf = openShadowRootOf): FoundControl[] {
  const groups: Element[][] = [];
  for (const element of candidates(region, shadowRootOf)) {
    const outer = groups.find(([root]) => root && contains(root, element));
    if (outer) outer.push(element);
    else if (isOffered(element, region)) groups.push([element]);
    if (groups.length > LIMITS.controls) break;
  }
  return groups.map((elements) => controlOf(elements, region));
}

/** Everything marked up as a control, outer before inner; what is inside a custom element follows what is outside of any. */
function candidates(root: ParentNode, shadowRootOf: ShadowRootOf): Element[] {
  const found = SIMPLE.flatMap((selector) => [...root.querySelectorAll(selector)].slice(0, CANDIDATE_BUDGET));
  const inOrder = [...new Set(found)]
    .filter((element) => element.matches(CONTROL))
    .sort((one, other) => (one.compareDocumentPosition(other) & PRECEDING ? 1 : -1));
  for (const host of customElements(root)) {
    const shadow = shadowRootOf(host);
    if (shadow) inOrder.push(...candidates(shadow, shadowRootOf));
  }
  return inOrder;
}

/** The custom elements inside a root. No selector names them, so this asks each element, up to a bound that settings pages do not come near. */
function customElements(root: ParentNode): Element[] {
  const hosts: Element[] = [];
  const walker = (root.ownerDocument ?? document).createTreeWalker(root, ELEMENTS);
  for (
    let steps = 0, element = walker.nextNode();
    element && steps < ELEMENT_BUDGET;
    steps++, element = walker.nextNode()
  ) {
    if ((element as Element).localName.includes('-') && element instanceof HTMLElement) hosts.push(element);
  }
  return hosts;
}

function controlOf(elements: Element[], region: Element): FoundControl {
  const root = elements[0] as Element;
  const naming = elements.flatMap(namingElements);
  const stateWord = stateWordOf(root, naming);
  return {
    elements,
    markup: plainText(elements.map(markupOf).join(' > '), LIMITS.markup),
    state: agreedState(elements),
    inert: elements.some(isInert),
    restored: elements.some((element) => isCheckbox(element) && element.defaultChecked && !element.checked),
    texts: textsOf(elements, naming, region, stateWord),
    stateWord,
  };
}

function markupOf(element: Element): string {
  const role = element.getAttribute('role');
  return role ? `${element.localName}[${role}]` : element.localName;
}

function agreedState(elements: Element[]): ControlState {
  const signals = new Set(elements.flatMap(signalsOf));
  const [first = null] = signals;
  return signals.size > 1 ? 'mixed' : first;
}

/** What an element says of its state: the live native property and the ARIA attributes. The `checked` attribute is only where the page started from. */
function signalsOf(element: Element): ControlState[] {
  const values = [element.getAttribute('aria-checked'), element.getAttribute('aria-pressed')];
  if (isCheckbox(element)) values.push(element.indeterminate ? 'mixed' : String(element.checked));
  return values
    .filter((value) => value !== null)
    .map((value) => (value === 'true' ? 'on' : value === 'false' ? 'off' : 'mixed'));
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function isCheckbox(element: Element): element is HTMLInputElement {
  return element.localName === 'input';
}

function isInert(element: Element): boolean {
  return closest(element, INERT) !== null;
}

function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true }) && closest(element, CONCEALED) === null;
}

function isOffered(element: Element, region: Element): boolean {
  const apart = closest(element, APART);
  if (apart && contains(region, apart)) return false;
  if (isShown(element)) return true;
  // Some switches hide the input and draw its label instead.
  return isCheckbox(element) && closest(element, CONCEALED) === null && [...(element.labels ?? [])].some(isShown);
}

/** The short word shown with the control: its own text, else all that stands in its wrapper and does not name it. */
function stateWordOf(root: Element, naming: Element[]): string {
  const parent = parentOf(root);
  return shortText(root, naming) || (parent ? shortText(parent, naming) : '');
}

function shortText(within: Node, except: Element[]): string {
  let text = '';
  const walker = (within.ownerDocument as Document).createTreeWalker(within, TEXTS);
  for (let steps = 0; walker.nextNode(); steps++) {
    const node = walker.currentNode;
    if (except.some((naming) => naming.contains(node))) continue;
    text = `${text} ${node.nodeValue}`.trim();
    if (text.length > LIMITS.stateWord || steps > WALK_BUDGET) return '';
  }
  return plainText(text, LIMITS.stateWord);
}

/**
 * The texts that name a control: what the markup ties to it, else its own, the words in the smallest part of the page around it that
 * says more than the state word, and its ARIA label.
 */
function textsOf(elements: Element[], naming: Element[], region: Element, stateWord: string): string[] {
  const root = elements[0] as Element;
  const texts = naming.flatMap((element) => textsIn(element, root));
  if (texts.length === 0) {
    texts.push(...textsIn(root, root), ...textsAround(root, region, stateWord), ...elements.flatMap(ariaLabel));
  }
  return [...new Set(texts)].filter((text) => text !== stateWord).slice(0, LIMITS.texts);
}

function namingElements(element: Element): Element[] {
  const ids = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  // An id is looked up where the element lives: a shadow root has ids of its own.
  const scope = element.getRootNode() as Document | ShadowRoot;
  const named = ids.map((id) => scope.getElementById(id)).filter((named) => named !== null);
  // Labels come second, as in the computation of accessible names; besides, to find them the browser searches the whole page.
  return named.length > 0 ? named : [...((element as Partial<HTMLInputElement>).labels ?? [])];
}

function ariaLabel(element: Element): string[] {
  return [plainText(element.getAttribute('aria-label'), LIMITS.text)].filter(Boolean);
}

function textsAround(root: Element, region: Element, stateWord: string): string[] {
  for (let around = parentOf(root), steps = 0; around && steps < ELEMENT_BUDGET; steps++, around = parentOf(around)) {
    const texts = textsIn(around, root).filter((text) => text !== stateWord);
    if (texts.length > 0) return texts;
    if (around === region) break;
  }
  return [];
}

/** The blocks of text inside an element, in order, without the control's own. Headings only where there is nothing else. */
function textsIn(within: Node, control: Element): string[] {
  const texts: string[] = [];
  const headings: string[] = [];
  const walker = (within.ownerDocument as Document).createTreeWalker(within, ELEMENTS | TEXTS, (node) =>
    node === control || (isElement(node) && node.matches(WORDLESS)) ? REJECT : ACCEPT,
  );
  let block: Element | null = null;
  for (let steps = 0; walker.nextNode() && steps < WALK_BUDGET; steps++) {
    const node = walker.currentNode;
    if (isElement(node) || block?.contains(node)) continue;
    // A paragraph with a word in bold is one text, not three.
    const parent = node.parentElement?.closest(NOT_INLINE);
    const isBlock = parent && !parent.contains(control) && !parent.querySelector(NOT_INLINE);
    const text = node.nodeValue?.trim() && plainText((isBlock ? parent : node).textContent, LIMITS.text);
    if (!text) continue;
    block = isBlock ? parent : null;
    (parent?.closest('h1, h2, h3, h4, h5, h6') ? headings : texts).push(text);
    if (texts.length === LIMITS.texts) break;
  }
  return texts.length > 0 ? texts : headings;
}
