import type { ControlState, Doubt } from './reading.ts';
import { attributeOf } from './text.ts';
import { BUSY_PART, hostOf, isCustom } from './walk.ts';

/** Cannot be operated now, by itself or with what is around it. */
const INERT =
  ':disabled,[aria-disabled=true],[aria-busy=true],[aria-readonly=true],[readonly],[data-disabled=""],[data-disabled=true]';

/** The same by the name of a class, as makers of components give it. "disabled:opacity-50" says how it would look, not how it is. */
const INERT_CLASS = /disabled(?![^ _])/i;

/** What pointers look like over something that cannot be used. */
const REFUSING_CURSOR = /^(not-allowed|no-drop|wait|progress)$/;

/** What the keyboard can reach. */
const FOCUSABLE = 'input,select,button,a[href],[tabindex]';

/** Everything that the elements of one control say of its state, taken together. `isDrawn` tells which of them can be seen themselves. */
export function stateOf(elements: Element[], isDrawn: (element: Element) => boolean): ControlState {
  const spoken = new Set(elements.flatMap(spokenBy));
  for (const box of elements.filter(isBox)) {
    const value = box.indeterminate ? 'mixed' : box.checked ? 'on' : 'off';
    // A box that is not seen may lag behind what is drawn: it can say on, never off, where anything else speaks.
    if (value !== 'off' || spoken.size === 0 || isDrawn(box)) spoken.add(value);
  }
  const [first = null] = spoken;
  return spoken.size > 1 ? 'mixed' : first;
}

/** What speaks against believing an "off" of these elements. */
export function doubtsOf(elements: Element[], isDrawn: (element: Element) => boolean): Doubt[] {
  const doubts: Doubt[] = [];
  const isSilent = !elements.flatMap(spokenBy)[0];
  for (const element of elements) {
    // What stands in for a list that nobody sees may show another choice.
    if ((element as Partial<HTMLSelectElement>).options && !isDrawn(element)) doubts.push('hidden');
    if (isBox(element) ? element.defaultChecked && !element.checked : isDeliveredOn(element)) doubts.push('restored');
    if (!isBox(element) || element.checked || !isSilent || attributeOf(element, 'role') === 'switch') continue;
    doubts.push(isDrawn(element) || element.labels?.length ? 'unspoken' : 'hidden');
  }
  return doubts;
}

/** Whether the control cannot be used now, however it says so. */
export function isInert(elements: Element[]): boolean {
  return (
    !elements.some((element) => isCustom(element) || element.matches(FOCUSABLE)) ||
    elements.some(
      (element) =>
        closest(element, INERT) ||
        element.querySelector(BUSY_PART) ||
        REFUSING_CURSOR.test(getComputedStyle(element).cursor) ||
        INERT_CLASS.test(`${element.className} ${element.parentElement?.className}`),
    )
  );
}

/** By ARIA, and by the states that a custom element shows to style sheets. */
function spokenBy(element: Element): ControlState[] {
  const values = ['aria-checked', 'aria-pressed'].flatMap((name) => element.getAttribute(name) ?? []);
  if (isCustom(element) && CSS.supports('selector(:state(x))') && element.matches(':state(checked)'))
    values.push('true');
  return values.map((value) => (value === 'true' ? 'on' : value === 'false' ? 'off' : 'mixed'));
}

/** Elements of a page's own making, or what is right inside one, that were delivered as on, whatever they say since. */
function isDeliveredOn(element: Element): boolean {
  const own = isCustom(element) ? element : (hostOf(element) ?? element.parentElement);
  return (own?.getAttribute('checked') ?? 'false') !== 'false';
}

/** The nearest element that fits the selector: itself, or one around it, out of shadow roots too. */
function closest(element: Element, selector: string): Element | null | undefined {
  const host = hostOf(element);
  return element.closest(selector) ?? (host && closest(host, selector));
}

function isBox(element: Element): element is HTMLInputElement {
  return element.localName === 'input';
}
