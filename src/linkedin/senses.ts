import type { Origin } from './reading.ts';
import { isBigEnough } from './sight.ts';

/** What the reader perceives a page by: the browser's own clock, frames and records. Nothing of it can be noticed, cleared or held back by the page. */
export type Senses = {
  /** Milliseconds since the document began to load, on a clock that never runs backwards. */
  now(): number;
  /** Milliseconds since 1970. */
  wallClock(): number;
  /** When the document began to load, in milliseconds since 1970. */
  load: number;
  /** Where it came from. Certain only once it is loaded. */
  origin(): Origin;
  /** The reader was there when it began to load. */
  isFromTheStart: boolean;
  /** Calls back once after so many milliseconds. */
  after(milliseconds: number, act: () => void): void;
  /** Has `onFrame` called in the next frame that the browser draws, which in a tab that is not in front is when it comes to the front. */
  awaitFrame(): void;
  /** Tells from now on which of these elements have been in view. */
  follow(elements: Element[]): void;
  wasSeen(element: Element): boolean;
  isInFront(): boolean;
  isLoaded(): boolean;
  /** When something last arrived over the network. */
  arrivedAt(): number;
  /** Whether the member has just used the page with the keyboard or pointer. */
  isUsed(): boolean;
  stop(): void;
};

/**
 * The senses of a page in a browser. `onFrame` is called while the browser has just computed styles and layout, so that asking for them
 * costs the page nothing; `onView` when an element that is followed has come into view.
 */
export function sensesOf(window: Window & typeof globalThis, onFrame: () => void, onView: () => void): Senses {
  const { document, performance, navigator } = window;
  const now = () => performance.now();
  const isFromTheStart = document.readyState === 'loading';
  // Not `timeOrigin`: the clock it is taken from may stand still while the computer sleeps, so that a later load looks older.
  const begun = Date.now() - now();
  let arrivedAt = 0;
  // A click that led here from another page of the site counts there, and Chromium remembers it here.
  let wasUsed = navigator.userActivation.hasBeenActive;

  // Made before the page can make its own, so it is asked first, when nothing has been changed since the layout.
  const frames = new window.ResizeObserver(onFrame);
  const seen = new WeakSet<Element>();
  // It is told some time after the frame, when styles may have changed again: no moment to look.
  const views = new window.IntersectionObserver((entries) => {
    for (const { target, intersectionRect } of entries) {
      if (!isBigEnough(intersectionRect) || seen.has(target)) continue;
      seen.add(target);
      onView();
    }
  });
  // It goes on after the buffer of entries is full.
  const arrivals = new window.PerformanceObserver(() => {
    arrivedAt = now();
  });
  arrivals.observe({ type: 'resource', buffered: true });

  function awaitFrame(): void {
    frames.disconnect();
    // The page may have put another document in its place.
    if (document.documentElement) frames.observe(document.documentElement);
  }

  return {
    now,
    wallClock: Date.now,
    // A reader injected later must not look older than the one before it, which a clock of whole milliseconds could make it.
    load: isFromTheStart ? begun : begun + 5,
    origin: () => originOf(performance),
    isFromTheStart,
    after(milliseconds, act) {
      // A timer of the window would take one of the numbers that the page's own timers get.
      AbortSignal.timeout(milliseconds).onabort = act;
    },
    awaitFrame,
    follow(elements) {
      views.disconnect();
      for (const element of elements) if (!seen.has(element)) views.observe(element);
    },
    wasSeen: (element) => seen.has(element),
    isInFront: () => !document.hidden,
    isLoaded() {
      const [entry] = navigationEntries(performance);
      return document.readyState === 'complete' && entry?.loadEventEnd !== 0;
    },
    arrivedAt: () => arrivedAt,
    isUsed() {
      const { isActive, hasBeenActive } = navigator.userActivation;
      const isNew = hasBeenActive && !wasUsed;
      wasUsed = hasBeenActive;
      return isActive || isNew;
    },
    stop() {
      frames.disconnect();
      views.disconnect();
      arrivals.disconnect();
    },
  };
}

/**
 * Where the document came from, by its navigation entry ("Navigation Timing Level 2" and "Resource Timing", W3C). What was measured in
 * Chromium 156 and Firefox 153: what any cache gave has a transfer size below that of its body; what a service worker gave cannot be told
 * from what it kept, so it counts as out of a cache. A reload past all caches goes past service workers too.
 */
export function originOf(performance: Performance): Origin {
  const [entry] = navigationEntries(performance);
  if (!entry) return 'inside';
  const { type, transferSize, encodedBodySize, deliveryType, workerStart, activationStart, responseStatus } = entry;
  const isAsked = ['navigate', 'reload'].includes(type);
  // A page that was sent in place of what was asked for, as with an error, says nothing of what is stored.
  const isKept = deliveryType || workerStart || activationStart || responseStatus > 200;
  return isAsked && !isKept && transferSize > encodedBodySize ? 'server' : 'cache';
}

type NavigationEntry = PerformanceNavigationTiming & { deliveryType?: string; activationStart?: number };

function navigationEntries(performance: Performance): NavigationEntry[] {
  return performance.getEntriesByType('navigation') as NavigationEntry[];
}
