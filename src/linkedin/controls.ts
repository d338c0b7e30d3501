import { type Control, type ControlState, LIMITS } from './reading.ts';
import { plainText } from './text.ts';

/** Every markup that a two-state control is known to come in. Roles and native state have outlived every redesign so far; class names have not. */
export const CONTROL = 'input[type="checkbox" i], [role="switch" i], [role="checkbox" i], button[aria-pressed]';

/** Parts of a page that are never the setting itself, even inside main. */
const APART =
  'nav, footer, aside, dialog, [role="navigation" i], [role="contentinfo" i], [role="complementary" i], [role="dialog" i], [role="alertdialog" i]';

/** Not there for the member: neither seen nor announced. */
const CONCEALED = '[aria-hidden="true" i], [inert], [hidden]';

/** Elements whose words are no label: code, other controls, links. */
const WORDLESS = `script, style, template, noscript, svg, code, select, textarea, a, ${CONTROL}, button`;

/** No page needs more than this to name a control; it bounds the walk on a page of any size. */
const WALK_BUDGET = 300;

/** A control together with the elements that make it up, outermost first. */
export type FoundControl = Control & { elements: Element[] };

/** The page's visible main regions. Empty when the page has none: nothing else is ever searched. */
export function mainRegions(document: Document): Element[] {
  const regions = [...document.querySelectorAll('main, [role="main" i]')].filter(isShown);
  return regions.filter((region) => !regions.some((other) => other !== region && other.contains(region)));
}

/** The visible controls inside a region, nested ones counted as one. At most one more than {@link LIMITS} allows. */
export function findControls(region: Element): FoundControl[] {
  const groups: Element[][] = [];
  for (const element of region.querySelectorAll(CONTROL)) {
    const outer = groups.at(-1);
    if (outer?.[0]?.contains(element)) outer.push(element);
    else if (isOffered(element, region)) groups.push([element]);
    if (groups.length > LIMITS.controls) break;
  }
  return groups.map((elements) => controlOf(elements, region));
}

function controlOf(elements: Element[], region: Element): FoundControl {
  const root = elements[0] as Element;
  const naming = elements.flatMap(namingElements);
  const stateWord = stateWordOf(root, naming);
  return {
    elements,
    state: agreedState(elements),
    inert: elements.some(isInert),
    restored: elements.some((element) => isCheckbox(element) && element.defaultChecked && !element.checked),
    texts: textsOf(elements, naming, region, stateWord),
    stateWord,
  };
}

function agreedState(elements: Element[]): ControlState {
  const signals = new Set(elements.flatMap(signalsOf));
  const [first = null] = signals;
  return signals.size > 1 ? 'mixed' : first;
}

/** What an element says of its state: the live native property and the ARIA attributes. The `checked` attribute is only where the page started from. */
function signalsOf(element: Element): ControlState[] {
  const signals: ControlState[] = ['aria-checked', 'aria-pressed']
    .map((name) => element.getAttribute(name))
    .filter((value) => value !== null)
    .map((value) => (value === 'true' ? 'on' : value === 'false' ? 'off' : 'mixed'));
  if (isCheckbox(element)) signals.push(element.indeterminate ? 'mixed' : element.checked ? 'on' : 'off');
  return signals;
}

function isCheckbox(element: Element): element is HTMLInputElement {
  return element.localName === 'input';
}

function isInert(element: Element): boolean {
  return (
    element.matches(':disabled') ||
    element.getAttribute('aria-disabled') === 'true' ||
    element.closest('[aria-busy="true"]') !== null
  );
}

function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true }) && element.closest(CONCEALED) === null;
}

function isOffered(element: Element, region: Element): boolean {
  const apart = element.closest(APART);
  if (apart && region.contains(apart)) return false;
  if (isShown(element)) return true;
  // Some switches hide the input and draw its label instead.
  return isCheckbox(element) && element.closest(CONCEALED) === null && [...(element.labels ?? [])].some(isShown);
}

/** The short word shown with the control: its own text, else all that stands in its wrapper and does not name it. */
function stateWordOf(root: Element, naming: Element[]): string {
  return shortText(root, naming) || (root.parentElement ? shortText(root.parentElement, naming) : '');
}

function shortText(element: Element, except: Element[]): string {
  let text = '';
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let steps = 0; walker.nextNode(); steps++) {
    const node = walker.currentNode;
    if (except.some((naming) => naming.contains(node))) continue;
    text = `${text} ${node.nodeValue}`.trim();
    if (text.length > LIMITS.stateWord || steps > WALK_BUDGET) return '';
  }
  return plainText(text, LIMITS.stateWord);
}

/**
 * The texts that name a control: what the markup ties to it, else the words in the smallest part of the page around it that says
 * more than the state word, and its ARIA label.
 */
function textsOf(elements: Element[], naming: Element[], region: Element, stateWord: string): string[] {
  const root = elements[0] as Element;
  const tied = naming.flatMap((element) => textsIn(element, root));
  if (tied.length > 0) return [...new Set(tied)].slice(0, LIMITS.texts);
  const around = textsAround(root, region, (text) => text !== stateWord);
  return [...new Set([...around, ...elements.flatMap(ariaLabel)])].slice(0, LIMITS.texts);
}

function namingElements(element: Element): Element[] {
  const ids = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const named = ids.map((id) => element.ownerDocument.getElementById(id)).filter((named) => named !== null);
  return [...named, ...((isCheckbox(element) && element.labels) || [])];
}

function ariaLabel(element: Element): string[] {
  return [plainText(element.getAttribute('aria-label'), LIMITS.text)].filter(Boolean);
}

function textsAround(root: Element, region: Element, accept: (text: string) => boolean): string[] {
  for (let around = root.parentElement; around; around = around.parentElement) {
    const texts = textsIn(around, root).filter(accept);
    if (texts.length > 0) return texts;
    if (around === region) break;
  }
  return [];
}

/** The blocks of text inside an element, in order, without the control's own. Headings only where there is nothing else. */
function textsIn(element: Element, control: Element): string[] {
  const texts: string[] = [];
  const headings: string[] = [];
  const walker = element.ownerDocument.createTreeWalker(
    element,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) =>
      node === control || (node.nodeType === Node.ELEMENT_NODE && (node as Element).matches(WORDLESS))
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  );
  let block: Element | null = null;
  for (let steps = 0; walker.nextNode() && steps < WALK_BUDGET; steps++) {
    const node = walker.currentNode;
    if (node.nodeType === Node.ELEMENT_NODE || block?.contains(node)) continue;
    const parent = node.parentElement as Element;
    const whole = parent.contains(control) ? node : parent;
    const text = plainText(whole.textContent, LIMITS.text);
    if (!text) continue;
    // A paragraph with a word in bold is one text, not three.
    block = whole === parent ? parent : null;
    (parent.closest('h1, h2, h3, h4, h5, h6') ? headings : texts).push(text);
    if (texts.length === LIMITS.texts) break;
  }
  return texts.length > 0 ? texts : headings;
}
