import { JSDOM } from 'jsdom';
import { vi } from 'vitest';
import type { Reading } from '../../../src/linkedin/reading.ts';
import { type Watch, watch } from '../../../src/linkedin/watch.ts';

export type LoadedPage = {
  window: Window & typeof globalThis;
  readings: Reading[];
  watch: Watch;
  /** Lets time pass on the page. */
  pass(milliseconds: number): Promise<void>;
};

/** Globals that a reader finds in a browser and that Node does not have. */
const BROWSER_GLOBALS = ['Node', 'NodeFilter', 'HTMLElement'] as const;

/**
 * Loads a page in jsdom with the reader's watch on it from the start, as in a browser, and a clock that only moves when told to
 * (vitest's fake timers must be on). jsdom has no layout: an element counts as shown unless it or something around it is hidden by style or attribute.
 */
export function loadPage(html: string, url: string): LoadedPage {
  const readings: Reading[] = [];
  let watching: Watch | undefined;
  const dom = new JSDOM(html, {
    url,
    runScripts: 'dangerously',
    beforeParse(window) {
      window.performance.now = () => Date.now();
      window.performance.getEntriesByType = () => [{ type: 'navigate' }] as unknown as PerformanceEntryList;
      window.Element.prototype.checkVisibility = function (this: Element) {
        for (let element: Element | null = this; element; element = element.parentElement) {
          const { display, visibility } = window.getComputedStyle(element);
          if (display === 'none' || visibility === 'hidden') return false;
        }
        return true;
      };
      for (const name of BROWSER_GLOBALS) vi.stubGlobal(name, window[name]);
      watching = watch(window as unknown as Window & typeof globalThis, (reading) => readings.push(reading));
    },
  });
  return {
    window: dom.window as unknown as LoadedPage['window'],
    readings,
    watch: watching as Watch,
    pass: async (milliseconds) => {
      await vi.advanceTimersByTimeAsync(milliseconds);
    },
  };
}
