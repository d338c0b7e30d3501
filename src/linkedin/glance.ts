/** What the latest look found, held so loosely that the page can let go of it at any time. */
export type Found = { region: WeakRef<Element> | null; elements: WeakRef<Element>[] };

/** What a glance saw: of the controls and what is right around them, and of all of main. */
export type Glance = { own: string; all: string };

/** Nothing was found yet. */
export const NOTHING_FOUND: Found = { region: null, elements: [] };

/** Elements around a control that are asked. What is further out changes more than the control. */
const STEPS = 12;

/** Holds on to what a look found. */
export function found(main: Element | null, controls: Element[]): Found {
  return { region: main && new WeakRef(main), elements: controls.map((element) => new WeakRef(element)) };
}

/**
 * A quick look at what was found before, as texts that change when it does. It asks for attributes, properties and text only, for nothing
 * that the browser would have to compute, so it may be taken at any time.
 */
export function glanceAt({ region, elements }: Found): Glance {
  const main = region?.deref();
  const own: unknown[] = [main?.isConnected];
  for (const reference of elements) {
    let element: Element | null | undefined = reference.deref();
    const { checked, indeterminate, selectedIndex } = (element ?? {}) as Partial<HTMLInputElement & HTMLSelectElement>;
    own.push(element?.isConnected, checked, indeterminate, selectedIndex);
    for (let step = 0; element && step < STEPS; step++, element = element.parentElement)
      for (const { value } of element.attributes) own.push(value);
  }
  return { own: own.join('\u0000'), all: main?.textContent ?? '' };
}
