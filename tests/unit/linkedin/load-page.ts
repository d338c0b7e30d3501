import { type DOMWindow, JSDOM } from 'jsdom';
import { vi } from 'vitest';
import type { Origin, Reading } from '../../../src/linkedin/reading.ts';
import type { Senses } from '../../../src/linkedin/senses.ts';
import { type ShadowRootOf, type Walk, walkPage } from '../../../src/linkedin/walk.ts';
import { type Watch, watch } from '../../../src/linkedin/watch.ts';

/** What a page is like for the reader's senses. A test changes it as it goes. */
export type World = {
  origin: Origin;
  isFromTheStart: boolean;
  isInFront: boolean;
  isLoaded: boolean;
  /** What is on the page comes into view. */
  isInView: boolean;
  /** Something is always arriving over the network. */
  isArriving: boolean;
  /** The member is using the keyboard or pointer. */
  isUsed: boolean;
  /** Readings reach the background. */
  isDelivered: boolean;
  /** The browser draws the page even when it is not in front. */
  isDrawnBehind: boolean;
  /** How late, in milliseconds, each moment comes. */
  lateness: number;
};

export type LoadedPage = {
  window: Window & typeof globalThis;
  world: World;
  readings: Reading[];
  watch: Watch;
  /** Lets time pass on the page. */
  pass(milliseconds: number): Promise<void>;
  /** Brings the page to the front, or puts it behind. */
  bringToFront(isInFront: boolean): void;
  /** Scrolls what is on the page into view. */
  scrollIntoView(): void;
};

/** What there is to change about how a page is loaded. */
export type Loading = Partial<World> & { shadowRootOf?: ShadowRootOf };

/** When every page here began to load, in milliseconds since 1970. */
export const LOAD = 1_800_000_000_000;

/** From one frame to the next, in milliseconds. */
const FRAME = 16;

const shadowRoots = new WeakMap<Element, ShadowRoot>();

/** Reaches into closed shadow roots too, as browsers let extensions do. */
export const anyShadowRootOf: ShadowRootOf = (element) => shadowRoots.get(element) ?? null;

/**
 * Loads a page in jsdom, runs its scripts, and puts the reader's watch on it with senses that a test moves: vitest's fake timers, which
 * must be on, are the clock of both. The page is in front, loaded, quiet and fresh from the server unless said otherwise.
 */
export function loadPage(
  html: string,
  url: string,
  { shadowRootOf = anyShadowRootOf, ...rest }: Loading = {},
): LoadedPage {
  const world: World = {
    origin: 'server',
    isFromTheStart: true,
    isInFront: true,
    isLoaded: true,
    isInView: true,
    isArriving: false,
    isUsed: false,
    isDelivered: true,
    isDrawnBehind: false,
    lateness: 0,
    ...rest,
  };
  const { window } = new JSDOM(html, { url, runScripts: 'dangerously', beforeParse: makeBrowser });
  const readings: Reading[] = [];
  const page = window as unknown as LoadedPage['window'];
  let senses: ReturnType<typeof fakeSenses> | undefined;
  const watching = watch(
    page,
    async (reading) => {
      readings.push(reading);
      return world.isDelivered;
    },
    shadowRootOf,
    (_, onFrame, onView) => {
      senses = fakeSenses(world, onFrame, onView);
      return senses;
    },
  );
  return {
    window: page,
    world,
    readings,
    watch: watching,
    pass: async (milliseconds) => {
      await vi.advanceTimersByTimeAsync(milliseconds);
    },
    bringToFront(isInFront) {
      world.isInFront = isInFront;
      senses?.drawFrame();
    },
    scrollIntoView() {
      world.isInView = true;
      senses?.noteViews();
    },
  };
}

/** Senses of a world that a test makes. Frames come only while the page is in front. */
function fakeSenses(
  world: World,
  onFrame: () => void,
  onView: () => void,
): Senses & { drawFrame(): void; noteViews(): void } {
  const begun = Date.now();
  const now = () => Date.now() - begun;
  let followed = new Set<Element>();
  const seen = new WeakSet<Element>();
  let isFrameAwaited = false;
  let isStopped = false;

  function drawFrame(): void {
    if (!isFrameAwaited || !(world.isInFront || world.isDrawnBehind) || isStopped) return;
    isFrameAwaited = false;
    onFrame();
    noteViews();
  }

  function noteViews(): void {
    const unseen = world.isInView ? [...followed].filter((element) => !seen.has(element)) : [];
    for (const element of unseen) seen.add(element);
    if (unseen.length > 0) onView();
  }

  function awaitFrame(): void {
    isFrameAwaited = true;
    setTimeout(drawFrame, FRAME);
  }

  return {
    now,
    wallClock: () => LOAD + now(),
    load: LOAD,
    origin: () => world.origin,
    isFromTheStart: world.isFromTheStart,
    after: (milliseconds, act) => void setTimeout(act, milliseconds + world.lateness),
    awaitFrame,
    follow: (elements) => {
      followed = new Set(elements);
    },
    wasSeen: (element) => seen.has(element),
    isInFront: () => world.isInFront,
    isLoaded: () => world.isLoaded,
    arrivedAt: () => (world.isArriving ? now() : -1),
    isUsed: () => world.isUsed,
    stop: () => {
      isStopped = true;
    },
    drawFrame,
    noteViews,
  };
}

/** Windows without scripts, by address. To make one takes longer than all that is done in it. */
const windows = new Map<string, DOMWindow>();

/**
 * A page that only stands there, with nobody watching. Scripts do not run; shadow roots that the markup declares are there. It stands
 * until the next one with the same address.
 */
export function parsePage(html: string, url = 'https://www.linkedin.com/'): Document {
  const window = windows.get(url) ?? new JSDOM('', { url, beforeParse: completeWindow }).window;
  windows.set(url, window);
  const { document } = window;
  document.open();
  document.write(html);
  document.close();
  stubGlobals(document);
  for (const template of document.querySelectorAll('template[shadowrootmode]')) attachDeclared(template);
  return document;
}

/** A page whose scripts run, with nobody watching. */
export function runPage(html: string, url: string): Document {
  return new JSDOM(html, { url, runScripts: 'dangerously', beforeParse: makeBrowser }).window.document;
}

/** What a walk through a page with this in main finds. */
export function walkMain(main: string, lang = 'en'): Walk {
  return walkBody(`<main>${main}</main>`, `lang="${lang}"`);
}

/** The same for a page with this in its body, and these attributes of the document. */
export function walkBody(body: string, attributes = 'lang="en"'): Walk {
  return walkPage(parsePage(`<html ${attributes}><body>${body}</body></html>`), anyShadowRootOf);
}

/** jsdom does not know declarative shadow roots yet. */
function attachDeclared(template: Element): void {
  const host = template.parentElement as Element;
  const root = host.attachShadow({ mode: template.getAttribute('shadowrootmode') as ShadowRootMode });
  root.append((template as HTMLTemplateElement).content);
  template.remove();
  for (const inner of root.querySelectorAll('template[shadowrootmode]')) attachDeclared(inner);
}

/** Elements that browsers do not draw. */
const UNDRAWN = new Set(['head', 'title', 'meta', 'link', 'script', 'style', 'template', 'noscript']);
/** The box of everything that is drawn, for want of a layout. Another one is written as `data-box="left top width height"`. */
const BOX = '10 10 40 20';

/** Gives jsdom what it lacks of a browser, and this world the globals of a content script. */
function makeBrowser(window: DOMWindow): void {
  completeWindow(window);
  stubGlobals(window.document);
}

/**
 * Gives a window what it lacks. There is no layout: what is shown is so unless a style attribute or an element's kind hides it or
 * something around it. Style sheets do not count.
 */
function completeWindow(window: DOMWindow): void {
  const { attachShadow } = window.Element.prototype;
  window.Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit) {
    const root = attachShadow.call(this, init);
    shadowRoots.set(this, root);
    return root;
  };
  window.Element.prototype.checkVisibility = function (this: Element, options) {
    const line = linesUp(this);
    if (displayOf(this) === 'contents' || line.some((element) => displayOf(element) === 'none')) return false;
    if (options?.visibilityProperty && inherited(this, 'visibility', 'visible') !== 'visible') return false;
    return !(options?.opacityProperty && line.some((element) => styleOf(element, 'opacity') === '0'));
  };
  window.Element.prototype.getBoundingClientRect = function (this: Element) {
    const box = this.checkVisibility() ? (this.getAttribute('data-box') ?? BOX) : '0 0 0 0';
    const [x = 0, y = 0, width = 0, height = 0] = box.split(' ').map(Number);
    const sides = { left: x, top: y, right: x + width, bottom: y + height };
    return { x, y, width, height, ...sides, toJSON: () => sides };
  };
}

function stubGlobals(document: Document): void {
  vi.stubGlobal('document', document);
  vi.stubGlobal('scrollX', 0);
  vi.stubGlobal('scrollY', 0);
  vi.stubGlobal('CSS', { supports: () => false });
  vi.stubGlobal('getComputedStyle', (element: Element) => ({
    display: displayOf(element),
    visibility: inherited(element, 'visibility', 'visible'),
    cursor: inherited(element, 'cursor', 'auto'),
    direction: element.getAttribute('dir') ?? 'ltr',
  }));
}

function displayOf(element: Element): string {
  return styleOf(element, 'display') || (isUndrawn(element) ? 'none' : 'block');
}

/** In words instead of selectors, which jsdom is slow at: this is asked of everything around every element. */
function isUndrawn(element: Element): boolean {
  const { localName } = element;
  if (UNDRAWN.has(localName) || element.hasAttribute('hidden') || element.hasAttribute('popover')) return true;
  return localName === 'dialog' && !element.hasAttribute('open');
}

function inherited(element: Element, property: string, otherwise: string): string {
  return (
    linesUp(element)
      .map((one) => styleOf(one, property))
      .find(Boolean) ?? otherwise
  );
}

function styleOf(element: Element, property: string): string {
  return element.hasAttribute('style') ? (element as HTMLElement).style.getPropertyValue(property) : '';
}

/** An element and all around it, out of shadow roots too, nearest first. */
function linesUp(element: Element): Element[] {
  const line: Element[] = [];
  for (let one: Element | null = element; one; one = aroundOf(one)) line.push(one);
  return line;
}

function aroundOf(element: Element): Element | null {
  return element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
}
