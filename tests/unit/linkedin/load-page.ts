import { type DOMWindow, JSDOM } from 'jsdom';
import { vi } from 'vitest';
import type { Reading } from '../../../src/linkedin/reading.ts';
import type { ShadowRootOf } from '../../../src/linkedin/tree.ts';
import { type Watch, watch } from '../../../src/linkedin/watch.ts';

export type LoadedPage = {
  window: Window & typeof globalThis;
  readings: Reading[];
  watch: Watch;
  /** Ends the loading of an incomplete page. */
  complete(): void;
  /** Lets time pass on the page. */
  pass(milliseconds: number): Promise<void>;
};

/** What there is to change about how a page is loaded. */
export type Loading = {
  /** What the browser says of how the document came: out of the history, say, or nothing at all. */
  navigationType?: string | null;
  /** Whether the browser has the Navigation API. jsdom has not. */
  navigationApi?: boolean;
  /** The reader starts when the page has long been there. */
  late?: boolean;
  /** More of the document seems to be still to come, until it is made complete. */
  incomplete?: boolean;
  shadowRootOf?: ShadowRootOf;
};

const shadowRoots = new WeakMap<Element, ShadowRoot>();

/** Reaches into closed shadow roots too, as browsers let extensions do. */
export const anyShadowRootOf: ShadowRootOf = (element) => shadowRoots.get(element) ?? null;

/** Globals that a reader finds in a browser and that Node does not have. */
const BROWSER_GLOBALS = ['Node', 'NodeFilter', 'HTMLElement'] as const;

/**
 * Loads a page in jsdom with the reader's watch on it from the start, as in a browser, and a clock that only moves when told to
 * (vitest's fake timers must be on). jsdom has no layout: an element counts as shown unless it or something around it is hidden by style or attribute.
 */
export function loadPage(html: string, url: string, loading: Loading = {}): LoadedPage {
  const {
    navigationType = 'navigate',
    navigationApi = false,
    late = false,
    incomplete = false,
    shadowRootOf,
  } = loading;
  const readings: Reading[] = [];
  let watching: Watch | undefined;
  const start = (window: unknown) => {
    watching = watch(window as LoadedPage['window'], (reading) => readings.push(reading), shadowRootOf);
  };
  const dom = new JSDOM(html, {
    url,
    runScripts: 'dangerously',
    beforeParse(window) {
      window.performance.now = () => Date.now();
      const entries = navigationType === null ? [] : [{ type: navigationType }];
      window.performance.getEntriesByType = () => entries as unknown as PerformanceEntryList;
      if (navigationApi) Object.assign(window, { navigation: new window.EventTarget() });
      makeBrowser(window);
      if (incomplete) {
        Object.defineProperty(window.document, 'readyState', { value: 'loading', configurable: true });
        window.addEventListener('DOMContentLoaded', (event) => event.stopImmediatePropagation(), {
          capture: true,
          once: true,
        });
      }
      if (!late) start(window);
    },
  });
  if (late) start(dom.window);
  return {
    window: dom.window as unknown as LoadedPage['window'],
    readings,
    watch: watching as unknown as Watch,
    complete: () => {
      Reflect.deleteProperty(dom.window.document, 'readyState');
      dom.window.document.dispatchEvent(new dom.window.Event('DOMContentLoaded', { bubbles: true }));
    },
    pass: async (milliseconds) => {
      await vi.advanceTimersByTimeAsync(milliseconds);
    },
  };
}

/** A page that only stands there, with nobody watching. Scripts do not run; shadow roots that the markup declares are there. */
export function parsePage(html: string, url = 'https://www.linkedin.com/'): Document {
  const { window } = new JSDOM(html, { url, beforeParse: makeBrowser });
  for (const template of window.document.querySelectorAll('template[shadowrootmode]')) attachDeclared(template);
  return window.document;
}

/** jsdom does not know declarative shadow roots yet. */
function attachDeclared(template: Element): void {
  const host = template.parentElement as Element;
  const root = host.attachShadow({ mode: template.getAttribute('shadowrootmode') as ShadowRootMode });
  root.append((template as HTMLTemplateElement).content);
  template.remove();
  for (const inner of root.querySelectorAll('template[shadowrootmode]')) attachDeclared(inner);
}

function makeBrowser(window: DOMWindow): void {
  const { attachShadow } = window.Element.prototype;
  window.Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit) {
    const root = attachShadow.call(this, init);
    shadowRoots.set(this, root);
    return root;
  };
  window.Element.prototype.checkVisibility = function (this: Element, options) {
    for (let element: Element | null = this; element; element = aroundOf(element)) {
      const { display, visibility } = window.getComputedStyle(element);
      if (display === 'none' || (options?.visibilityProperty && visibility === 'hidden')) return false;
    }
    return true;
  };
  for (const name of BROWSER_GLOBALS) vi.stubGlobal(name, window[name]);
}

function aroundOf(element: Element): Element | null {
  return element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
}
