import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import type { Reading } from '../../../src/linkedin/reading.ts';
import { lookAt } from '../../../src/linkedin/snapshot.ts';
import { anyShadowRootOf, type LoadedPage, type Loading, loadPage } from './load-page.ts';

// Looks are counted; what they see is real.
vi.mock(import('../../../src/linkedin/snapshot.ts'), { spy: true });

const SITE = 'https://www.linkedin.com/mypreferences/d';
const AI = `${SITE}/settings/data-for-ai-improvement`;
const RESEARCH = `${SITE}/settings/policy-and-academic-research`;
const LANGUAGE = `${SITE}/settings/language`;
const PRIVACY = `${SITE}/categories/privacy`;
const ADS = `${SITE}/categories/ads`;

const SWITCH = '<div id="row"><p id="label">Train AI</p><input type="checkbox" aria-labelledby="label"></div>';
const OTHER_SWITCH = '<p id="other">Research</p><input type="checkbox" aria-labelledby="other" checked>';
const DRAWN_SWITCH = '<div id="row"><p>Train AI</p><div role="switch" tabindex="0" aria-checked="false"></div></div>';
const ROWS =
  '<ul><li><a href="/mypreferences/d/settings/language"><span>Language</span> <span id="value">Off</span></a></li></ul>';
const ROWS_TO_COME = '<a href="/mypreferences/d/settings/language"><span>Language</span></a>';

/** From the complete document to the first look. */
const DRAWN = 50;
/** Ten seconds, and the moment until a look falls due. */
const PATIENCE_OVER = 10_110;
/** Long enough for every look that follows an answer by itself. */
const ALL_LATE_LOOKS = 16_000;

let page: LoadedPage;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  page.watch.stop();
  page.window.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Loads a page with this in main, by default in a browser with the Navigation API, so that nothing is done but for a reason. */
function open(main: string, url = AI, loading: Loading = {}): LoadedPage {
  page = loadPage(`<html lang="en"><body><main>${main}</main><footer>Footer</footer></body></html>`, url, {
    navigationApi: true,
    ...loading,
  });
  return page;
}

function element<Found extends HTMLElement = HTMLInputElement>(selector = 'main input, main [role=switch]'): Found {
  return page.window.document.querySelector(selector) as Found;
}

function put(main: string): void {
  element('main').innerHTML = main;
}

/** Goes to another address inside the page, as scripts do. */
function goTo(url: string): void {
  page.window.history.pushState(null, '', url);
  const { navigation } = page.window as { navigation?: EventTarget };
  navigation?.dispatchEvent(new page.window.Event('currententrychange'));
}

function dispatch(target: EventTarget, type: string, properties: object = {}): void {
  const event = new page.window.Event(type, { bubbles: true, composed: true });
  target.dispatchEvent(Object.assign(event, properties));
}

function last(): Reading | undefined {
  return page.readings.at(-1);
}

function lastState(): unknown {
  return last()?.snapshot.controls[0]?.state;
}

/** How often the page is looked at while this time passes. */
async function looksDuring(milliseconds: number): Promise<number> {
  const before = vi.mocked(lookAt).mock.calls.length;
  await page.pass(milliseconds);
  return vi.mocked(lookAt).mock.calls.length - before;
}

/** Clears timers that are not its own, as a page can by counting. */
function takeAway(timers: MockInstance<typeof setTimeout>): void {
  for (const { value } of timers.mock.results) clearTimeout(value as NodeJS.Timeout);
}

describe('a page with a switch', () => {
  it('is told of once it has settled, and again once that has held', async () => {
    open(SWITCH);
    await page.pass(DRAWN + 299);
    expect(page.readings).toEqual([]);
    await page.pass(1);
    expect(page.readings).toEqual([
      {
        kind: 'setting',
        tree: 'd',
        path: 'settings/data-for-ai-improvement',
        load: page.window.performance.timeOrigin,
        settled: true,
        fresh: true,
        held: false,
        waited: false,
        switched: false,
        lingering: false,
        snapshot: {
          language: 'en',
          main: true,
          controls: [
            { markup: 'input', state: 'off', inert: false, restored: false, texts: ['Train AI'], stateWord: '' },
          ],
          rows: [],
          instead: null,
        },
      },
    ]);
    await page.pass(1199);
    expect(page.readings).toHaveLength(1);
    await page.pass(1);
    expect(page.readings[1]).toEqual({ ...page.readings[0], held: true });
  });

  it('is told of once more when all the patience has passed, and then no more while nothing changes', async () => {
    open(SWITCH);
    await page.pass(60_000);
    expect(page.readings).toHaveLength(3);
    expect(page.readings[2]).toEqual({ ...page.readings[1], waited: true });
  });

  it('is looked at once it is complete and drawn, once to settle and three times later', async () => {
    open(SWITCH);
    expect(await looksDuring(DRAWN - 1)).toBe(0);
    expect(await looksDuring(1)).toBe(1);
    expect(await looksDuring(299)).toBe(0);
    expect(await looksDuring(1)).toBe(1);
    expect(await looksDuring(60_000)).toBe(3);
  });

  it.each([1500, 5000, 15_000])('shows a silent flip of a native switch %i ms after it stood still', async (late) => {
    open(SWITCH);
    await page.pass(DRAWN + late - 10);
    element().checked = true;
    await page.pass(10 + 300);
    expect(lastState()).toBe('on');
    expect(last()).toMatchObject({ settled: true, switched: true, held: false });
  });

  it.each(['aria-checked', 'aria-pressed', 'aria-disabled', 'aria-busy', 'disabled', 'checked', 'role'])(
    'is looked at when %s of its switch changes, however late',
    async (attribute) => {
      open(SWITCH);
      await page.pass(ALL_LATE_LOOKS);
      element().setAttribute(attribute, 'true');
      expect(await looksDuring(100)).toBe(1);
    },
  );

  it.each([
    ['the switch itself', 'input'],
    ['what is around it', '#row'],
    ['main', 'main'],
    ['the body', 'body'],
  ])('is looked at when %s is taken away, however late', async (_, taken) => {
    open(SWITCH);
    await page.pass(ALL_LATE_LOOKS);
    element(taken).remove();
    expect(await looksDuring(100)).toBe(1);
  });

  it('is looked at when every one of several switches changes', async () => {
    open(SWITCH + OTHER_SWITCH);
    await page.pass(ALL_LATE_LOOKS);
    for (const input of page.window.document.querySelectorAll('input')) {
      await page.pass(ALL_LATE_LOOKS);
      input.setAttribute('aria-busy', 'true');
      expect(await looksDuring(100)).toBe(1);
      input.removeAttribute('aria-busy');
    }
  });

  it('is looked at when the inner part of a nested switch changes', async () => {
    open('<p>Train AI</p><div role="switch" aria-checked="false"><input type="checkbox"></div>');
    await page.pass(ALL_LATE_LOOKS);
    element('input').setAttribute('aria-checked', 'true');
    expect(await looksDuring(100)).toBe(1);
  });

  it('is not looked at for what changes elsewhere', async () => {
    open(SWITCH);
    await page.pass(ALL_LATE_LOOKS);
    element('#label').firstChild?.replaceWith('Another label');
    element('#label').className = 'hidden';
    element('#row').setAttribute('style', 'color: red');
    element('footer').append(page.window.document.createElement('p'));
    element().className = 'toggled';
    expect(await looksDuring(60_000)).toBe(0);
  });

  it('is watched in full again from the moment its answer is gone', async () => {
    open(DRAWN_SWITCH);
    await page.pass(ALL_LATE_LOOKS);
    element().setAttribute('aria-checked', 'mixed');
    await page.pass(100);
    element('#row').className = 'loading';
    expect(await looksDuring(100)).toBe(1);
  });

  it('is watched in a shadow root too', async () => {
    open('<p>Train AI</p><div id="around"><x-switch></x-switch></div>');
    const root = element('x-switch').attachShadow({ mode: 'open' });
    root.innerHTML = '<div><button role="switch" aria-checked="false"></button></div>';
    await page.pass(ALL_LATE_LOOKS);
    root.querySelector('button')?.setAttribute('aria-checked', 'true');
    expect(await looksDuring(100)).toBe(1);
    await page.pass(ALL_LATE_LOOKS);
    root.replaceChildren();
    expect(await looksDuring(100)).toBe(1);
  });

  it('is looked at when the element that hosts it in a shadow root is taken away', async () => {
    open('<p>Train AI</p><div id="around"><x-switch></x-switch></div>');
    element('x-switch').attachShadow({ mode: 'open' }).innerHTML =
      '<button role="switch" aria-checked="false"></button>';
    await page.pass(ALL_LATE_LOOKS);
    element('x-switch').remove();
    expect(await looksDuring(100)).toBe(1);
  });

  it('is read out of closed shadow roots where the browser opens them', async () => {
    const roots = new Map<Element, ShadowRoot>();
    open('<p>Train AI</p><x-switch></x-switch>', AI, { shadowRootOf: (host) => roots.get(host) ?? null });
    const root = element('x-switch').attachShadow({ mode: 'closed' });
    root.innerHTML = '<button role="switch" aria-checked="true"></button>';
    roots.set(element('x-switch'), root);
    await page.pass(1500);
    expect(lastState()).toBe('on');
  });
});

describe('a document that is still being read', () => {
  it('is not looked at before it is complete, whatever is added to it', async () => {
    open(SWITCH, AI, { incomplete: true });
    expect(await looksDuring(500)).toBe(0);
    put(OTHER_SWITCH);
    expect(await looksDuring(400)).toBe(0);
    page.complete();
    expect(await looksDuring(DRAWN - 1)).toBe(0);
    expect(await looksDuring(1)).toBe(1);
    await page.pass(1500);
    expect(last()).toMatchObject({ settled: true, held: true, fresh: true });
    expect(lastState()).toBe('on');
  });

  it('is looked at as far as it goes after a second, and again when it is complete', async () => {
    open(SWITCH, AI, { incomplete: true });
    expect(await looksDuring(999)).toBe(0);
    expect(await looksDuring(1)).toBe(1);
    await page.pass(300);
    expect(last()).toMatchObject({ settled: true, held: false, fresh: true });
    expect(lastState()).toBe('off');
    element().checked = true;
    page.complete();
    await page.pass(100 + 300);
    expect(last()).toMatchObject({ settled: true, switched: true });
    expect(lastState()).toBe('on');
  });

  it('can be touched before it was ever looked at, which counts', async () => {
    open(DRAWN_SWITCH, AI, { incomplete: true });
    await page.pass(100);
    dispatch(element(), 'click');
    page.complete();
    await page.pass(1700);
    expect(last()).toMatchObject({ settled: true, held: true, switched: true, fresh: false });
  });

  it('can be left for another address before it was ever looked at, and is not fresh there', async () => {
    open(OTHER_SWITCH, RESEARCH, { incomplete: true });
    goTo(AI);
    await page.pass(100);
    put(SWITCH);
    page.complete();
    await page.pass(1700);
    expect(last()).toMatchObject({ path: 'settings/data-for-ai-improvement', settled: true, fresh: false });
  });
});

it('a document that is written anew, and has lost all listeners, is listened to again from the next look on', async () => {
  open(DRAWN_SWITCH);
  await page.pass(DRAWN);
  const { document } = page.window;
  const add = vi.spyOn(page.window, 'addEventListener');
  await page.pass(ALL_LATE_LOOKS);
  add.mockClear();
  document.documentElement.replaceWith(document.documentElement.cloneNode(true));
  await page.pass(100);
  for (const type of ['click', 'keydown', 'input', 'change', 'pageshow', 'visibilitychange'])
    expect(add).toHaveBeenCalledWith(type, expect.any(Function), true);
});

describe('fresh', () => {
  it.each([
    ['navigate', true],
    ['reload', true],
    ['back_forward', false],
    ['prerender', false],
    [null, false],
  ])('is a document whose navigation is of type "%s": %s', async (navigationType, fresh) => {
    open(SWITCH, AI, { navigationType });
    await page.pass(DRAWN + 1500);
    expect(last()).toMatchObject({ settled: true, held: true, fresh });
  });

  it('is no document that was there before the reader', async () => {
    open(SWITCH, AI, { late: true });
    await page.pass(DRAWN + 1500);
    expect(last()).toMatchObject({ settled: true, held: true, switched: false, fresh: false });
  });

  it('is no page that comes out of the back-forward cache', async () => {
    open(SWITCH);
    await page.pass(ALL_LATE_LOOKS);
    dispatch(page.window, 'pageshow', { persisted: true });
    await page.pass(0);
    expect(last()).toMatchObject({ settled: true, fresh: false, switched: false });
  });

  it('is a page that is shown for the first time, which is nothing to look for', async () => {
    open(SWITCH);
    await page.pass(ALL_LATE_LOOKS);
    dispatch(page.window, 'pageshow', { persisted: false });
    expect(await looksDuring(60_000)).toBe(0);
    page.watch.look();
    expect(last()?.fresh).toBe(true);
  });
});

describe('a touch', () => {
  it.each(['click', 'keydown', 'input', 'change'])(
    'of the switch (%s) makes what is read from then on switched and not fresh',
    async (type) => {
      open(DRAWN_SWITCH);
      await page.pass(ALL_LATE_LOOKS);
      dispatch(element(), type);
      await page.pass(0);
      expect(last()).toMatchObject({ settled: true, held: true, switched: true, fresh: false });
    },
  );

  it.each([
    ['within the switch', '<button role="switch" aria-checked="false"><b>Off</b></button>', 'b'],
    ['of a checkbox', '<input type="checkbox">', 'input'],
    ['of a label', '<input type="checkbox"><label><i>On</i></label>', 'i'],
    ['of a custom element, whatever it hides', '<input type="checkbox"><x-switch></x-switch>', 'x-switch'],
  ])('%s counts', async (_, main, target) => {
    open(main);
    await page.pass(ALL_LATE_LOOKS);
    dispatch(element(target), 'click');
    await page.pass(0);
    expect(last()).toMatchObject({ switched: true, fresh: false });
  });

  it('within an open shadow root counts', async () => {
    open('<div id="host"></div><p>Train AI</p><input type="checkbox">');
    const root = element('#host').attachShadow({ mode: 'open' });
    root.innerHTML = '<button role="switch" aria-checked="false"></button>';
    await page.pass(ALL_LATE_LOOKS);
    dispatch(root.firstElementChild as Element, 'click');
    await page.pass(0);
    expect(last()).toMatchObject({ switched: true, fresh: false });
  });

  it('counts though the page keeps it to itself', async () => {
    open(SWITCH);
    element().addEventListener('click', (event) => event.stopImmediatePropagation());
    await page.pass(ALL_LATE_LOOKS);
    dispatch(element(), 'click');
    await page.pass(0);
    expect(last()?.switched).toBe(true);
  });

  it('of another part of the page is followed by looks, but counts for nothing', async () => {
    open(SWITCH);
    await page.pass(ALL_LATE_LOOKS);
    dispatch(element('#row'), 'click');
    expect(await looksDuring(0)).toBe(1);
    expect(last()).toMatchObject({ switched: false, fresh: true });
    element().checked = true;
    await page.pass(500);
    expect(lastState()).toBe('on');
  });

  it('of a key that only moves on counts for nothing and leads to no look', async () => {
    open(SWITCH);
    await page.pass(ALL_LATE_LOOKS);
    dispatch(element(), 'keydown', { key: 'Tab' });
    expect(await looksDuring(60_000)).toBe(0);
    page.watch.look();
    expect(last()).toMatchObject({ switched: false, fresh: true });
  });

  it('of nothing in particular is no error', async () => {
    open(SWITCH);
    const onError = vi.fn();
    page.window.addEventListener('error', onError);
    dispatch(page.window.document, 'click');
    await page.pass(1500);
    expect(onError).not.toHaveBeenCalled();
    expect(last()).toMatchObject({ switched: false, fresh: true });
  });

  it('by key counts', async () => {
    open(SWITCH);
    await page.pass(ALL_LATE_LOOKS);
    dispatch(element(), 'keydown', { key: ' ' });
    await page.pass(0);
    expect(last()).toMatchObject({ switched: true, fresh: false });
  });

  it.each([1000, 2000, 4000, 6500, 9000])(
    'is followed by looks, so that a failed save that silently flips back after %i ms shows in half as long again',
    async (failure) => {
      open(SWITCH);
      await page.pass(ALL_LATE_LOOKS);
      element().click();
      expect(element().checked).toBe(true);
      await page.pass(failure);
      expect(lastState()).toBe('on');
      element().checked = false;
      await page.pass(failure / 2 + 100 + 300);
      expect(lastState()).toBe('off');
      expect(last()).toMatchObject({ switched: true, fresh: false });
    },
  );

  it('is followed by looks each 100 ms at first, then more and more seldom, and by none after the last', async () => {
    open(DRAWN_SWITCH);
    await page.pass(ALL_LATE_LOOKS);
    dispatch(element(), 'click');
    expect(await looksDuring(0)).toBe(1);
    expect(await looksDuring(200)).toBe(2);
    expect(await looksDuring(1000)).toBe(4);
    expect(await looksDuring(10_000)).toBe(5);
    expect(await looksDuring(10_000)).toBe(2);
    expect(await looksDuring(60_000)).toBe(0);
  });
});

describe('a list of settings', () => {
  it('is told of, row by row', async () => {
    open(ROWS, PRIVACY);
    await page.pass(DRAWN + 1500);
    expect(last()).toMatchObject({
      kind: 'category',
      path: 'privacy',
      settled: true,
      held: true,
      snapshot: { controls: [], rows: [{ label: 'Language', value: 'Off' }] },
    });
  });

  it('is no answer before one of its values is there', async () => {
    open(ROWS_TO_COME, PRIVACY);
    await page.pass(5000);
    expect(page.readings).toEqual([]);
    element('a').append(page.window.document.createElement('span'));
    element('a span:last-child').textContent = 'On';
    await page.pass(400);
    expect(last()).toMatchObject({ settled: true, snapshot: { rows: [{ value: 'On' }] } });
  });

  it('needs only one value to be an answer', async () => {
    open(ROWS + ROWS_TO_COME, PRIVACY);
    await page.pass(DRAWN + 300);
    expect(last()?.settled).toBe(true);
  });

  it('is waited for in short steps while it has rows without values', async () => {
    open(ROWS_TO_COME, PRIVACY);
    await page.pass(0);
    expect(await looksDuring(1000)).toBe(5);
  });

  it.each([
    ['a value', () => void (element('#value').firstChild as Text).replaceData(0, 3, 'On')],
    ['the element of a value', () => element('#value').replaceChildren('On')],
    ['a part of a row', () => element('#value').remove()],
  ])('is looked at when %s changes, however late', async (_, change) => {
    open(ROWS, PRIVACY);
    await page.pass(ALL_LATE_LOOKS);
    change();
    expect(await looksDuring(100)).toBe(1);
  });

  it('is not looked at for what changes beside its rows', async () => {
    open(`${ROWS}<p id="beside">Beside</p>`, PRIVACY);
    await page.pass(ALL_LATE_LOOKS);
    element('#beside').textContent = 'Changed';
    element('a').className = 'visited';
    expect(await looksDuring(60_000)).toBe(0);
  });
});

describe('a page without an answer', () => {
  it.each([
    ['class', 'busy'],
    ['style', 'color: red'],
    ['hidden', ''],
    ['inert', ''],
    ['aria-hidden', 'true'],
    ['aria-busy', 'true'],
    ['href', '/feed/'],
    ['lang', 'de'],
    ['role', 'presentation'],
  ])('is looked at within 100 ms when %s of anything in it changes', async (attribute, value) => {
    open('<section><a id="deep">Nothing yet</a></section>');
    await page.pass(PATIENCE_OVER);
    element('#deep').setAttribute(attribute, value);
    expect(await looksDuring(100)).toBe(1);
  });

  it.each([
    ['words', () => void (element('#deep').firstChild as Text).replaceData(0, 7, 'Something')],
    ['elements', () => element('#deep').replaceChildren()],
    ['what is outside of main', () => element('footer').remove()],
  ])('is looked at within 100 ms when %s change', async (_, change) => {
    open('<section><a id="deep">Nothing yet</a></section>');
    await page.pass(PATIENCE_OVER);
    change();
    expect(await looksDuring(100)).toBe(1);
  });

  it('is not looked at for attributes that mean nothing', async () => {
    open('<section><a id="deep">Nothing yet</a></section>');
    await page.pass(PATIENCE_OVER);
    element('#deep').setAttribute('data-count', '1');
    expect(await looksDuring(100)).toBe(0);
  });

  it('is observed from its first look on, as one whole, and not anew with every look', async () => {
    open('<p>Nothing yet</p>');
    const observe = vi.spyOn(page.window.MutationObserver.prototype, 'observe');
    await page.pass(5000);
    expect(observe).toHaveBeenCalledOnce();
    expect(observe.mock.calls[0]?.[0]).toBe(page.window.document);
  });

  it('is looked at no more than once each 100 ms, however busy it is', async () => {
    open('<p id="clock"></p>');
    await page.pass(0);
    const before = vi.mocked(lookAt).mock.calls.length;
    for (let tick = 0; tick < 100; tick++) {
      element('#clock').textContent = String(tick);
      await page.pass(10);
    }
    expect(vi.mocked(lookAt).mock.calls.length - before).toBe(10);
  });

  it('is told of after ten seconds, and watched on', async () => {
    open('<p>Nothing yet</p>');
    await page.pass(9999);
    expect(page.readings).toEqual([]);
    await page.pass(111);
    expect(page.readings).toHaveLength(1);
    expect(last()).toMatchObject({ settled: false, waited: true, held: false, snapshot: { controls: [] } });
    put(SWITCH);
    await page.pass(400);
    expect(last()).toMatchObject({ settled: true, fresh: true });
    expect(lastState()).toBe('off');
  });

  it('has its patience counted from the start, not from its last change', async () => {
    open('<p id="clock"></p>');
    for (let second = 0; second < 10; second++) {
      element('#clock').textContent = String(second);
      await page.pass(1000);
    }
    await page.pass(100);
    expect(last()).toMatchObject({ settled: false, waited: true });
  });

  it.each([
    ['that is disabled', '<input type="checkbox" disabled>'],
    ['that contradicts itself', '<input type="checkbox" aria-checked="true">'],
    ['that has no state', '<div role="switch"></div>'],
    ['in a form to sign in', '<form><input type="checkbox"><input type="password"></form>'],
  ])('is one with a switch %s', async (_, main) => {
    open(main);
    await page.pass(PATIENCE_OVER);
    expect(page.readings).toHaveLength(1);
    expect(last()).toMatchObject({ settled: false, waited: true });
  });

  it('may have another switch that is none', async () => {
    open('<div role="switch"></div><input type="checkbox" checked>');
    await page.pass(DRAWN + 300);
    expect(last()?.settled).toBe(true);
  });

  it('is unreadable where looking at it fails, and watched on', async () => {
    open(SWITCH);
    const { document } = page.window;
    Object.defineProperty(document, 'querySelectorAll', { value: document.body, configurable: true });
    await page.pass(PATIENCE_OVER);
    expect(last()).toMatchObject({ settled: false, snapshot: { instead: 'unreadable', main: false } });
    Reflect.deleteProperty(document, 'querySelectorAll');
    await page.pass(15_000 + 300);
    expect(last()?.settled).toBe(true);
  });
});

describe('navigation inside the page', () => {
  it('to another setting begins anew, and nothing is fresh from then on', async () => {
    open(SWITCH);
    await page.pass(1500);
    put(OTHER_SWITCH);
    goTo(RESEARCH);
    await page.pass(400);
    expect(last()).toMatchObject({
      path: 'settings/policy-and-academic-research',
      settled: true,
      held: false,
      fresh: false,
      switched: false,
      lingering: false,
    });
    expect(lastState()).toBe('on');
  });

  it('back to where the document was loaded does not make it fresh again', async () => {
    open(SWITCH);
    await page.pass(1500);
    put(OTHER_SWITCH);
    goTo(RESEARCH);
    await page.pass(1500);
    put(SWITCH);
    goTo(AI);
    await page.pass(1500 + 100);
    expect(last()).toMatchObject({
      path: 'settings/data-for-ai-improvement',
      settled: true,
      held: true,
      fresh: false,
      lingering: false,
    });
  });

  it('forgets that the switch of the address before was touched or flipped', async () => {
    open(SWITCH);
    await page.pass(1500);
    element().click();
    await page.pass(1500);
    expect(last()?.switched).toBe(true);
    put(OTHER_SWITCH);
    goTo(RESEARCH);
    await page.pass(1500);
    expect(last()).toMatchObject({ settled: true, switched: false });
  });

  it('gives the new page its own ten seconds', async () => {
    open('<p>Nothing</p>');
    await page.pass(9000);
    goTo(RESEARCH);
    await page.pass(9999);
    expect(page.readings).toEqual([]);
    await page.pass(1);
    expect(page.readings).toHaveLength(1);
    expect(last()).toMatchObject({ path: 'settings/policy-and-academic-research', waited: true, fresh: false });
  });

  it.each([
    ['another tree', AI, AI.replace('/d/', '/m/'), { tree: 'm' }],
    ['a list of the same name', `${SITE}/ads`, ADS, { kind: 'category', path: 'ads' }],
    ['a setting named as the list', ADS, `${SITE}/ads`, { kind: 'setting', path: 'ads' }],
    ['another list', PRIVACY, ADS, { kind: 'category', path: 'ads' }],
  ])('to %s is another page', async (_, from, to, expected) => {
    open('<p>Nothing</p>', from);
    await page.pass(1000);
    goTo(to);
    await page.pass(PATIENCE_OVER);
    expect(page.readings).toHaveLength(1);
    expect(last()).toMatchObject({ ...expected, fresh: false });
  });

  it.each(['?trk=settings', '#switch', '/'])('that only adds "%s" is none', async (suffix) => {
    open(SWITCH);
    await page.pass(DRAWN + 1600);
    goTo(AI + suffix);
    expect(await looksDuring(0)).toBe(1);
    expect(page.readings).toHaveLength(2);
    expect(last()?.fresh).toBe(true);
  });

  it('to where nothing is ours to look at ends all looking', async () => {
    open(SWITCH);
    await page.pass(ALL_LATE_LOOKS);
    goTo('https://www.linkedin.com/feed/');
    await page.pass(0);
    element().setAttribute('aria-checked', 'true');
    put(OTHER_SWITCH);
    await page.pass(0);
    expect(vi.getTimerCount()).toBe(0);
    expect(await looksDuring(60_000)).toBe(0);
    expect(page.readings).toHaveLength(3);
  });

  it('from elsewhere to a setting is noticed, and what is read is not fresh', async () => {
    open(SWITCH, 'https://www.linkedin.com/feed/');
    expect(await looksDuring(5000)).toBe(0);
    goTo(AI);
    await page.pass(300);
    expect(last()).toMatchObject({ settled: true, fresh: false, lingering: false });
    await page.pass(ALL_LATE_LOOKS);
    element().setAttribute('aria-checked', 'true');
    expect(await looksDuring(100)).toBe(1);
  });

  it('away and back again watches the page anew', async () => {
    open('<p>Nothing</p>');
    await page.pass(1000);
    goTo('https://www.linkedin.com/feed/');
    await page.pass(1000);
    goTo(AI);
    await page.pass(10);
    put(SWITCH);
    await page.pass(400);
    expect(last()).toMatchObject({ settled: true, fresh: false });
  });

  it('is noticed within a second in a browser without the Navigation API, though nothing else changes', async () => {
    open(SWITCH, AI, { navigationApi: false });
    await page.pass(ALL_LATE_LOOKS);
    goTo(RESEARCH);
    await page.pass(1000);
    expect(page.watch.look().path).toBe('settings/policy-and-academic-research');
    await page.pass(PATIENCE_OVER);
    expect(last()).toMatchObject({ path: 'settings/policy-and-academic-research', lingering: true });
  });

  it('from elsewhere is noticed within a second in a browser without the Navigation API', async () => {
    open(SWITCH, 'https://www.linkedin.com/feed/', { navigationApi: false });
    await page.pass(ALL_LATE_LOOKS);
    goTo(AI);
    await page.pass(1000 + 300);
    expect(last()).toMatchObject({ path: 'settings/data-for-ai-improvement', settled: true, fresh: false });
  });

  it('is noticed within a second in a browser without the Navigation API, also elsewhere', async () => {
    open(SWITCH, AI, { navigationApi: false });
    await page.pass(ALL_LATE_LOOKS);
    goTo('https://www.linkedin.com/feed/');
    await page.pass(1000);
    expect(await looksDuring(5000)).toBe(0);
    put(OTHER_SWITCH);
    goTo(RESEARCH);
    await page.pass(1000 + 300);
    expect(last()).toMatchObject({ path: 'settings/policy-and-academic-research', settled: true });
  });
});

describe('after navigation, a switch of the address before', () => {
  it('is no answer as long as it lingers', async () => {
    open(SWITCH);
    await page.pass(DRAWN + 1500);
    goTo(RESEARCH);
    await page.pass(9999);
    expect(page.readings).toHaveLength(2);
    await page.pass(201);
    expect(page.readings).toHaveLength(3);
    expect(last()).toMatchObject({ settled: false, waited: true, lingering: true });
    put(OTHER_SWITCH);
    await page.pass(400);
    expect(last()).toMatchObject({ settled: true, lingering: false });
  });

  it('is known by its name, though it is another element now', async () => {
    open(SWITCH);
    await page.pass(1500);
    goTo(RESEARCH);
    put(SWITCH);
    await page.pass(PATIENCE_OVER + 100);
    expect(last()).toMatchObject({ settled: false, lingering: true });
  });

  it('is not meant where the same element is named otherwise', async () => {
    open(SWITCH);
    await page.pass(1500);
    goTo(RESEARCH);
    element('#label').textContent = 'Research';
    await page.pass(400);
    expect(last()).toMatchObject({ settled: true, lingering: false });
  });

  it('is known by every text that names it', async () => {
    open(`<p>Train AI</p>${DRAWN_SWITCH}<p id="note">First</p>`);
    element('#row p').remove();
    element('#row').append(page.window.document.createElement('p'));
    element('#row p').outerHTML = '<p>Train AI</p><p id="second">First</p>';
    await page.pass(1500);
    goTo(RESEARCH);
    element('#second').textContent = 'Second';
    await page.pass(400);
    expect(last()).toMatchObject({ settled: true, lingering: false });
  });

  it('is the same element where it has no name', async () => {
    open('<input type="checkbox">');
    await page.pass(1500);
    goTo(RESEARCH);
    await page.pass(PATIENCE_OVER + 100);
    expect(last()).toMatchObject({ settled: false, lingering: true });
    put('<input type="checkbox" checked>');
    await page.pass(400);
    expect(last()).toMatchObject({ settled: true, lingering: false });
    expect(lastState()).toBe('on');
  });

  it('lingers also beside a new one', async () => {
    open(SWITCH);
    await page.pass(1500);
    goTo(RESEARCH);
    put(OTHER_SWITCH + SWITCH);
    await page.pass(PATIENCE_OVER + 100);
    expect(last()).toMatchObject({ settled: false, lingering: true });
  });

  it('is known even if the page had not settled yet', async () => {
    open('<input type="checkbox" disabled>');
    put(SWITCH);
    await page.pass(100);
    put(OTHER_SWITCH);
    goTo(RESEARCH);
    await page.pass(PATIENCE_OVER + 100);
    expect(last()).toMatchObject({ settled: false, lingering: true });
  });

  it('is known two addresses later', async () => {
    open(SWITCH);
    await page.pass(1500);
    goTo(RESEARCH);
    await page.pass(500);
    goTo(LANGUAGE);
    await page.pass(PATIENCE_OVER + 100);
    expect(last()).toMatchObject({ path: 'settings/language', settled: false, lingering: true });
  });

  it('may come back once another one has settled in between', async () => {
    open(SWITCH);
    await page.pass(1500);
    put(OTHER_SWITCH);
    goTo(RESEARCH);
    await page.pass(1500);
    put(SWITCH);
    goTo(LANGUAGE);
    await page.pass(400);
    expect(last()).toMatchObject({ path: 'settings/language', settled: true, lingering: false });
  });

  it('is none where a list came before', async () => {
    open(ROWS + SWITCH, PRIVACY);
    await page.pass(1500);
    goTo(AI);
    await page.pass(400);
    expect(last()).toMatchObject({ kind: 'setting', settled: true, lingering: false });
  });

  it('is forgotten by way of a list', async () => {
    open(SWITCH);
    await page.pass(1500);
    goTo(PRIVACY);
    await page.pass(500);
    goTo(AI);
    await page.pass(400);
    expect(last()).toMatchObject({ kind: 'setting', settled: true, fresh: false, lingering: false });
  });
});

describe('a look', () => {
  it('follows when the member comes back to the tab', async () => {
    open(SWITCH);
    await page.pass(ALL_LATE_LOOKS);
    dispatch(page.window.document, 'visibilitychange');
    expect(await looksDuring(0)).toBe(1);
  });

  it('is not put off by a later reason', async () => {
    open('<p id="clock"></p>');
    await page.pass(100);
    element('#clock').textContent = '1';
    await page.pass(50);
    element('#clock').textContent = '2';
    expect(await looksDuring(50)).toBe(1);
  });

  it('is brought forward by a better reason, and not taken twice', async () => {
    open('<p id="clock"></p>');
    await page.pass(100);
    element('#clock').textContent = '1';
    expect(await looksDuring(100)).toBe(1);
    expect(await looksDuring(999)).toBe(0);
    expect(await looksDuring(1)).toBe(1);
  });

  it.each([
    ['the page seems to be shown again and again', (): void => dispatch(page.window.document, 'visibilitychange')],
    ['it is clicked again and again', (): void => dispatch(element('#row'), 'click')],
    ['its switch is turned again and again', (): void => void element().toggleAttribute('checked')],
  ])('keeps its pace though %s', async (_, sign) => {
    open(SWITCH);
    await page.pass(ALL_LATE_LOOKS);
    const before = vi.mocked(lookAt).mock.calls.length;
    for (let time = 0; time < 1000; time += 10) {
      sign();
      await page.pass(10);
    }
    const looks = vi.mocked(lookAt).mock.calls.length - before;
    expect(looks).toBeGreaterThanOrEqual(10);
    expect(looks).toBeLessThanOrEqual(11);
  });

  it('that the page has taken away follows upon the next sign', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    open(DRAWN_SWITCH);
    await page.pass(DRAWN + 400);
    takeAway(timers);
    await page.pass(1100 + 1010);
    element().setAttribute('aria-checked', 'true');
    expect(await looksDuring(100)).toBe(1);
    await page.pass(300);
    expect(lastState()).toBe('on');
  });

  it('is taken upon the next sign though the page has taken away the very first', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    open(DRAWN_SWITCH);
    await page.pass(DRAWN - 1);
    takeAway(timers);
    expect(await looksDuring(1100)).toBe(0);
    element('#row').className = 'changed';
    await page.pass(100 + 300);
    expect(last()).toMatchObject({ settled: true, fresh: true });
  });

  it('that is late is waited for, up to a second', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    open(DRAWN_SWITCH);
    await page.pass(400);
    takeAway(timers);
    await page.pass(1100 + 990);
    element().setAttribute('aria-checked', 'true');
    expect(await looksDuring(100)).toBe(0);
  });

  it('on demand tells again what was told, with how far it is', async () => {
    open(SWITCH);
    expect(page.watch.look()).toEqual({ status: 'looking', path: 'settings/data-for-ai-improvement' });
    expect(page.readings).toEqual([]);
    await page.pass(1500);
    expect(page.watch.look()).toEqual({ status: 'settled', path: 'settings/data-for-ai-improvement' });
    expect(page.readings).toHaveLength(3);
    expect(page.readings[2]).toEqual(page.readings[1]);
  });

  it('on demand takes the place of the one to come', async () => {
    open(SWITCH);
    await page.pass(DRAWN + 200);
    page.watch.look();
    expect(await looksDuring(99)).toBe(0);
    expect(await looksDuring(1)).toBe(1);
  });

  it.each([
    ['a list', PRIVACY],
    ['an address that is not ours', 'https://www.linkedin.com/feed/'],
  ])('on demand at %s gives no path', async (_, url) => {
    open('<p>Nothing</p>', url);
    await page.pass(500);
    expect(page.watch.look()).toEqual({ status: 'looking', path: '' });
  });

  it('on demand says so where nothing could be read', async () => {
    open('<p>Nothing</p>');
    await page.pass(PATIENCE_OVER);
    expect(page.watch.look().status).toBe('gave-up');
    expect(page.readings).toHaveLength(2);
  });
});

describe('showing the switch', () => {
  const NAME = 'Train AI';
  const TWO_SWITCHES = `${SWITCH}${OTHER_SWITCH}`;
  let scrolled: [Element, unknown][];

  /** Loads a page, with a record of what is scrolled to: jsdom has no layout. */
  function openScrollable(main: string, url = AI, loading: Loading = {}): void {
    open(main, url, loading);
    scrolled = [];
    page.window.Element.prototype.scrollIntoView = function (this: Element, options) {
      scrolled.push([this, options]);
    };
  }

  function focused(): Element | null {
    return page.window.document.activeElement;
  }

  /** Asks for the switch to be shown, and holds that nothing in the page was written. */
  function show(label = NAME): boolean {
    const before = page.window.document.documentElement.outerHTML;
    const isShown = page.watch.show(label);
    expect(page.window.document.documentElement.outerHTML).toBe(before);
    return isShown;
  }

  function expectNothingDone(label = NAME): void {
    const before = focused();
    expect(show(label)).toBe(false);
    expect(scrolled).toEqual([]);
    expect(focused()).toBe(before);
  }

  it.each([NAME, 'Another label', ''])(
    'scrolls to the only one and focuses it, whatever it is called (%j)',
    async (label) => {
      openScrollable(SWITCH);
      await page.pass(400);
      expect(show(label)).toBe(true);
      expect(scrolled).toEqual([[element(), { block: 'center' }]]);
      expect(focused()).toBe(element());
    },
  );

  it.each([
    [NAME, '#row input'],
    ['Research', '[aria-labelledby=other]'],
  ])('among several takes the one of this very label: %s', async (label, selector) => {
    openScrollable(TWO_SWITCHES);
    await page.pass(400);
    expect(show(label)).toBe(true);
    expect(scrolled.map(([target]) => target)).toEqual([element(selector)]);
    expect(focused()).toBe(element(selector));
  });

  it.each(['Train', 'train ai', 'Train AI Research', ''])(
    'does nothing where none of several has this very label: %j',
    async (label) => {
      openScrollable(TWO_SWITCHES);
      await page.pass(400);
      expectNothingDone(label);
    },
  );

  it('does nothing where two have this label', async () => {
    openScrollable(
      `${TWO_SWITCHES}<div><p id="again">Train AI</p><input type="checkbox" aria-labelledby="again"></div>`,
    );
    await page.pass(400);
    expectNothingDone();
    expect(show('Research')).toBe(true);
  });

  it.each([
    ['there is none', '<p>Train AI</p>', AI],
    ['it cannot be operated', SWITCH.replace('<input', '<input disabled'), AI],
    ['it says nothing of its state', '<p>Train AI</p><div role="switch" tabindex="0"></div>', AI],
    ['the page is a list', ROWS, PRIVACY],
    ['the page is none of ours', SWITCH, 'https://www.linkedin.com/feed/'],
  ])('does nothing where %s', async (_, main, url) => {
    openScrollable(main, url);
    await page.pass(PATIENCE_OVER);
    expectNothingDone();
  });

  it('does nothing before the page has settled', async () => {
    openScrollable(SWITCH);
    expectNothingDone();
    await page.pass(200);
    expectNothingDone();
    await page.pass(200);
    expect(show()).toBe(true);
  });

  it('does nothing where the page has just changed, though nobody noticed yet', async () => {
    openScrollable(SWITCH);
    await page.pass(ALL_LATE_LOOKS);
    element().checked = true;
    expectNothingDone();
    await page.pass(400);
    expect(show()).toBe(true);
  });

  it('does nothing where the switch has just gone', async () => {
    openScrollable(SWITCH);
    await page.pass(1500);
    put('<p>Gone</p>');
    expectNothingDone();
  });

  it('does nothing where the address has just become another, while the switch still stands there', async () => {
    openScrollable(SWITCH);
    await page.pass(1500);
    page.window.history.pushState(null, '', RESEARCH);
    expectNothingDone();
    await page.pass(PATIENCE_OVER);
    expectNothingDone();
  });

  it.each([
    ['the inner one', '<div role="switch" aria-checked="false"><input id="this" type="checkbox"></div>'],
    ['the outer one', '<div id="this" role="switch" tabindex="0" aria-checked="false"><input type="checkbox"></div>'],
  ])('scrolls to the outermost of nested elements and focuses the first that can be: %s', async (_, nested) => {
    openScrollable(`<p>Train AI</p>${nested}`);
    await page.pass(400);
    expect(show()).toBe(true);
    expect(scrolled.map(([target]) => target)).toEqual([element('main [role=switch]')]);
    expect(focused()).toBe(element('#this'));
  });

  it('finds it in a closed shadow root, too', async () => {
    openScrollable('<p>Train AI</p><x-switch></x-switch>', AI, { shadowRootOf: anyShadowRootOf });
    const root = element('x-switch').attachShadow({ mode: 'closed' });
    root.innerHTML = '<div role="switch" tabindex="0" aria-checked="false"><input type="checkbox"></div>';
    await page.pass(500);
    expect(show()).toBe(true);
    expect(scrolled.map(([target]) => target)).toEqual([root.firstElementChild]);
    expect(root.activeElement).toBe(root.firstElementChild);
  });

  it('is no touch: what is read afterwards is as certain as before', async () => {
    openScrollable(SWITCH);
    await page.pass(DRAWN + 1500);
    const before = last();
    expect(show()).toBe(true);
    await page.pass(ALL_LATE_LOOKS);
    expect(before).toMatchObject({ fresh: true, held: true, switched: false });
    expect(last()).toEqual({ ...before, waited: true });
    expect(element().checked).toBe(false);
  });
});

describe('stop', () => {
  it('leaves no timer, no observer and no listener', async () => {
    open(SWITCH);
    await page.pass(400);
    const disconnect = vi.spyOn(page.window.MutationObserver.prototype, 'disconnect');
    page.watch.stop();
    expect(vi.getTimerCount()).toBe(0);
    expect(disconnect).toHaveBeenCalledOnce();
    element().click();
    dispatch(page.window.document, 'visibilitychange');
    dispatch(page.window, 'pageshow', { persisted: true });
    goTo(RESEARCH);
    put(OTHER_SWITCH);
    await page.pass(0);
    expect(vi.getTimerCount()).toBe(0);
    expect(await looksDuring(60_000)).toBe(0);
    expect(page.readings).toHaveLength(1);
  });

  it('in the midst of a report leaves no timer either', async () => {
    open(SWITCH);
    page.readings.push = () => {
      page.watch.stop();
      return 0;
    };
    await page.pass(400);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is for good: not even a look on demand tells anything', async () => {
    open(SWITCH);
    await page.pass(400);
    page.watch.stop();
    page.watch.look();
    expect(page.readings).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});

it('writes nothing into the page', async () => {
  open(SWITCH);
  const before = page.window.document.documentElement.outerHTML;
  await page.pass(ALL_LATE_LOOKS);
  expect(page.window.document.documentElement.outerHTML).toBe(before);
});
