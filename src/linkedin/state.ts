import type { ControlState, Doubt } from './reading.ts';
import { BUSY_PART, isCustom } from './walk.ts';

/** Cannot be operated now, by itself or with what is around it. */
const INERT = ':disabled,[aria-disabled=true],[aria-busy=true],[aria-readonly=true],[readonly]';

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
    if (isBox(element) ? element.defaultChecked && !element.checked : isDeliveredOn(element)) doubts.push('restored');
    if (!isBox(element) || element.checked || !isSilent || element.getAttribute('role') === 'switch') continue;
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
        REFUSING_CURSOR.test(getComputedStyle(element).cursor),
    )
  );
}

/** By ARIA, and by the states that a custom element shows to style sheets. */
function spokenBy(element: Element): ControlState[] {
  const values = [element.getAttribute('aria-checked'), element.getAttribute('aria-pressed')];
  if (isCustom(element) && CSS.supports('selector(:state(x))') && element.matches(':state(checked)'))
    values.push('true');
  return values
    .filter((value) => value !== null)
    .map((value) => (value === 'true' ? 'on' : value === 'false' ? 'off' : 'mixed'));
}

/** Elements of a page's own making that were delivered as on, whatever they say since. */
function isDeliveredOn(element: Element): boolean {
  const own = isCustom(element) ? element : hostOf(element);
  return (own?.getAttribute('checked') ?? 'false') !== 'false';
}

/** The nearest element that fits the selector: itself, or one around it, out of shadow roots too. */
function closest(element: Element, selector: string): Element | null | undefined {
  const host = hostOf(element);
  return element.closest(selector) ?? (host && closest(host, selector));
}

function hostOf(element: Element): Element | undefined {
  return (element.getRootNode() as Partial<ShadowRoot>).host;
}

function isBox(element: Element): element is HTMLInputElement {
  return element.localName === 'input';
}
