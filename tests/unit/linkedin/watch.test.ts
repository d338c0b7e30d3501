import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reading } from '../../../src/linkedin/reading.ts';
import { lookAt } from '../../../src/linkedin/snapshot.ts';
import { LONG, PATIENCE, QUIET, STILL, STILL_ENOUGH } from '../../../src/linkedin/visit.ts';
import { LABEL } from '../examples.ts';
import { LOAD, type LoadedPage, type Loading, loadPage } from './load-page.ts';

// Looks are counted; what they see is real.
vi.mock(import('../../../src/linkedin/snapshot.ts'), { spy: true });

const SITE = 'https://www.linkedin.com/mypreferences/d';
const AI = `${SITE}/settings/data-for-ai-improvement`;
const RESEARCH = `${SITE}/settings/policy-and-academic-research`;
const PRIVACY = `${SITE}/categories/privacy`;
const FEED = 'https://www.linkedin.com/feed/';

const SWITCH = `<div id="row"><p id="label">${LABEL}</p><input type="checkbox" role="switch" aria-labelledby="label"></div>`;
const ON_SWITCH = SWITCH.replace('switch"', 'switch" checked');
const OTHER_SWITCH = '<p id="other">Research</p><input type="checkbox" role="switch" aria-labelledby="other" checked>';
const ROWS = '<a href="/mypreferences/d/settings/language"><b>Language</b> <i id="value">Off</i></a>';
const NOTHING = '<p>Nothing yet</p>';

/** A moment of the watch and a frame or two, at most, where something has just happened or is still awaited. */
const SOON = 700;
/** The same where nothing is. */
const LATER = 1500;

let page: LoadedPage;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});

afterEach(() => {
  page.watch.stop();
  page.window.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function open(main: string, url = AI, loading: Loading = {}): LoadedPage {
  page = loadPage(`<html lang="en"><body><main>${main}</main><footer>Footer</footer></body></html>`, url, loading);
  return page;
}

function element<Found extends HTMLElement = HTMLInputElement>(selector = 'main input'): Found {
  return page.window.document.querySelector(selector) as Found;
}

function put(main: string): void {
  element('main').innerHTML = main;
}

/** Goes to another address inside the page, as scripts do. */
function goTo(url: string): void {
  page.window.history.pushState(null, '', url);
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

describe('a page with a switch', () => {
  it('is reported within a second, as what it is', async () => {
    open(SWITCH);
    await page.pass(QUIET);
    expect(page.readings).toEqual([]);
    await page.pass(1000 - QUIET);
    expect(last()).toMatchObject({
      kind: 'setting',
      tree: 'd',
      path: 'settings/data-for-ai-improvement',
      load: LOAD,
      origin: 'server',
      settled: true,
      stillness: 'no',
      touched: false,
      switchedAt: null,
      lingering: false,
      snapshot: { controls: [{ state: 'off', sight: 'seen' }] },
    });
  });

  it('is reported again when it has kept still, and when it has for long', async () => {
    open(SWITCH);
    await page.pass(STILL - 100);
    expect(last()?.stillness).toBe('no');
    await page.pass(100 + LATER);
    expect(last()?.stillness).toBe('still');
    await page.pass(LONG - STILL - 2 * LATER);
    expect(last()?.stillness).toBe('still');
    await page.pass(4 * LATER);
    expect(last()?.stillness).toBe('long');
  });

  it('is reported no more while nothing changes, and hardly looked at', async () => {
    open(SWITCH);
    await page.pass(LONG + 10_000);
    const told = page.readings.length;
    expect(await looksDuring(600_000)).toBeLessThanOrEqual(2);
    expect(page.readings).toHaveLength(told);
  });

  it.each([1000, 8000, 60_000])('is reported when its switch silently flips after %i ms', async (time) => {
    open(SWITCH);
    await page.pass(time);
    element().checked = true;
    await page.pass(LATER + SOON);
    expect(lastState()).toBe('on');
    expect(last()).toMatchObject({ settled: true, stillness: 'no' });
  });

  it.each<[string, () => void]>([
    ['its ARIA state', () => element().setAttribute('aria-checked', 'true')],
    ['whether it is busy', () => element().setAttribute('aria-busy', 'true')],
    ['whether what is around it is hidden', () => element('#row').setAttribute('hidden', '')],
    ['the switch, which is taken away', () => element().remove()],
    ['all of main, which is taken away', () => element('main').remove()],
    ['main, whose switch is replaced', () => put(OTHER_SWITCH)],
  ])('loses its answer when this changes, however late: %s', async (_, change) => {
    open(SWITCH);
    await page.pass(60_000);
    const { snapshot } = last() as Reading;
    change();
    await page.pass(PATIENCE + 2 * LATER);
    expect(last()?.snapshot).not.toEqual(snapshot);
  });

  it('gives no answer while its switch flickers', async () => {
    open(SWITCH);
    const flicker = setInterval(() => Object.assign(element(), { checked: !element().checked }), 150);
    await page.pass(30_000);
    clearInterval(flicker);
    expect(page.readings.filter(({ settled }) => settled)).toEqual([]);
    expect(last()).toMatchObject({ settled: false, waited: true });
  });

  it('is reported where it was not yet in view, and again when it is', async () => {
    open(SWITCH, AI, { isInView: false });
    await page.pass(10_000);
    expect(last()?.snapshot.controls).toMatchObject([{ sight: 'unseen' }]);
    page.scrollIntoView();
    await page.pass(SOON);
    expect(last()?.snapshot.controls).toMatchObject([{ sight: 'seen' }]);
  });

  it.each([0, 100, 400])('is reported when it comes into view %s ms after it was last looked at', async (later) => {
    open(ON_SWITCH, AI, { isInView: false });
    while (page.readings.length === 0) await page.pass(1);
    await page.pass(later);
    page.scrollIntoView();
    await page.pass(SOON);
    expect(last()?.snapshot.controls).toMatchObject([{ state: 'on', sight: 'seen' }]);
  });
});

describe('a page counts as still', () => {
  /** How still a page has become after this time, while something goes on. */
  async function stillnessAfter(milliseconds: number, goOn: () => void = () => {}): Promise<unknown> {
    for (let time = 0; time < milliseconds; time += 100) {
      goOn();
      await page.pass(100);
    }
    return last()?.stillness;
  }

  it('only once all that it loads is there', async () => {
    open(SWITCH, AI, { isLoaded: false });
    expect(await stillnessAfter(20_000)).toBe('no');
    page.world.isLoaded = true;
    expect(await stillnessAfter(STILL - 200)).toBe('no');
    expect(await stillnessAfter(200 + LATER)).toBe('still');
  });

  it('not while something says that it is loading', async () => {
    open(`${SWITCH}<p class="spinner">...</p>`);
    expect(await stillnessAfter(LONG + 5000)).toBe('no');
  });

  it('later, but in the end, where it sends beacons', async () => {
    const act = () => Object.assign(page.world, { isArriving: true });
    open(SWITCH);
    expect(await stillnessAfter(STILL_ENOUGH - 100, act)).toBe('no');
    expect(await stillnessAfter(3 * LATER, act)).toBe('still');
  });

  it('not while main goes on changing', async () => {
    let count = 0;
    open(`${SWITCH}<p id="work"></p>`);
    const act = () => element('#work').replaceChildren(`Step ${count++}`);
    expect(await stillnessAfter(LONG + 5000, act)).toBe('no');
  });

  it('not while it is held up: what it would do comes later', async () => {
    open(SWITCH, AI, { lateness: 100 });
    expect(await stillnessAfter(30_000)).toBe('no');
    page.world.lateness = 0;
    expect(await stillnessAfter(STILL + 2 * LATER)).toBe('still');
  });

  it('not while it is not in front', async () => {
    open(SWITCH);
    await page.pass(3000);
    page.bringToFront(false);
    await page.pass(60_000);
    page.bringToFront(true);
    expect(await stillnessAfter(STILL - 200)).toBe('no');
    expect(await stillnessAfter(200 + 2 * LATER)).toBe('still');
  });
});

describe('a page that is not in front', () => {
  it('is not looked at until it is', async () => {
    open(SWITCH, AI, { isInFront: false });
    expect(await looksDuring(5000)).toBe(0);
    expect(page.readings).toEqual([]);
    page.bringToFront(true);
    await page.pass(1000);
    expect(last()).toMatchObject({ settled: true, origin: 'server' });
  });

  it('is reported within a second once it is, however late that is', async () => {
    open(SWITCH, AI, { isInFront: false });
    await page.pass(60_000);
    page.bringToFront(true);
    await page.pass(1000);
    expect(page.readings.map(({ settled }) => settled)).toEqual([true]);
  });

  it('is read all the same where the browser draws it before it is in front', async () => {
    open(SWITCH, AI, { isInFront: false, isDrawnBehind: true });
    expect(await looksDuring(5000)).toBe(0);
    page.bringToFront(true);
    await page.pass(LATER);
    expect(last()).toMatchObject({ settled: true, origin: 'server' });
    await page.pass(STILL - LATER - 100);
    expect(last()?.stillness).toBe('no');
  });

  it('has what changed in the meantime reported when it comes back', async () => {
    open(SWITCH);
    await page.pass(10_000);
    page.bringToFront(false);
    await page.pass(5000);
    element().checked = true;
    expect(await looksDuring(60_000)).toBe(0);
    expect(lastState()).toBe('off');
    page.bringToFront(true);
    await page.pass(1000);
    expect(lastState()).toBe('on');
  });
});

describe('a page without an answer', () => {
  it.each([
    ['nothing in main', NOTHING],
    ['a switch that is disabled', SWITCH.replace('<input', '<input disabled')],
    ['a switch that contradicts itself', SWITCH.replace('<input', '<input aria-checked="true"')],
    ['a form to sign in', '<form><input type="checkbox"><input type="password"></form>'],
  ])('is reported after ten seconds, and watched on: %s', async (_, main) => {
    open(main);
    await page.pass(PATIENCE - 1);
    expect(page.readings).toEqual([]);
    await page.pass(3000);
    expect(page.readings).toHaveLength(1);
    expect(last()).toMatchObject({ settled: false, waited: true });
    put(SWITCH);
    await page.pass(6000);
    expect(last()).toMatchObject({ settled: true, origin: 'server' });
  });

  it('is not looked at more than twice a second after the first, however busy it is', async () => {
    open('<p id="clock"></p>');
    let count = 0;
    const tick = setInterval(() => element('#clock').replaceChildren(String(count++)), 10);
    expect(await looksDuring(1000)).toBeLessThanOrEqual(11);
    expect(await looksDuring(9000)).toBeLessThanOrEqual(19);
    clearInterval(tick);
  });
});

describe('where a page came from', () => {
  it.each(['server', 'cache', 'inside'] as const)('is told as the browser tells it: "%s"', async (origin) => {
    open(SWITCH, AI, { origin });
    await page.pass(1000);
    expect(last()?.origin).toBe(origin);
  });

  it('is inside the page, where the reader was not there from the start', async () => {
    open(SWITCH, AI, { isFromTheStart: false });
    await page.pass(10_000);
    expect(last()).toMatchObject({ origin: 'inside', settled: true });
  });
});

describe('the member', () => {
  it('uses the page with the focus in main, and what is read from then on is touched', async () => {
    open(SWITCH);
    await page.pass(8000);
    expect(last()?.touched).toBe(false);
    element().focus();
    Object.assign(page.world, { isUsed: true });
    await page.pass(LATER);
    expect(last()).toMatchObject({ touched: true, switchedAt: null });
    element().checked = true;
    await page.pass(SOON);
    expect(last()).toMatchObject({ touched: true, switchedAt: expect.any(Number) });
  });

  it('does not use it with keys or pointer elsewhere', async () => {
    open(SWITCH, AI, { isUsed: true });
    await page.pass(8000);
    expect(last()).toMatchObject({ touched: false, stillness: 'still' });
  });

  it('counts as used where a failed save flips the switch back within a second', async () => {
    open(SWITCH);
    await page.pass(60_000);
    element().focus();
    element().checked = true;
    Object.assign(page.world, { isUsed: true });
    await page.pass(LATER + SOON);
    expect(lastState()).toBe('on');
    page.world.isUsed = false;
    await page.pass(9000);
    element().checked = false;
    await page.pass(1000);
    expect(lastState()).toBe('off');
    expect(last()).toMatchObject({ touched: true, switchedAt: expect.any(Number) });
  });
});

describe('navigation inside the page', () => {
  it('to another setting starts over, and nothing there comes from the server', async () => {
    open(SWITCH);
    await page.pass(8000);
    goTo(RESEARCH);
    put(OTHER_SWITCH);
    await page.pass(LATER + SOON);
    expect(last()).toMatchObject({
      path: 'settings/policy-and-academic-research',
      origin: 'inside',
      settled: true,
      stillness: 'no',
      touched: false,
      lingering: false,
    });
    expect(lastState()).toBe('on');
  });

  it('away and back does not make it the server’s again', async () => {
    open(SWITCH);
    await page.pass(2000);
    goTo(FEED);
    await page.pass(2000);
    goTo(AI);
    put(SWITCH.replaceAll('label', 'name'));
    await page.pass(20_000);
    expect(last()?.origin).toBe('inside');
  });

  it('does not take the switch of the address before for that of the new one, as long as it stands there', async () => {
    open(SWITCH);
    await page.pass(2000);
    goTo(RESEARCH);
    await page.pass(PATIENCE + 4000);
    expect(last()).toMatchObject({
      path: 'settings/policy-and-academic-research',
      settled: false,
      lingering: true,
      waited: true,
    });
    put(OTHER_SWITCH);
    await page.pass(4000);
    expect(last()).toMatchObject({ settled: true, lingering: false });
  });

  it('does not take it either where the old switch is another element now', async () => {
    open(SWITCH);
    await page.pass(2000);
    goTo(RESEARCH);
    put(SWITCH);
    await page.pass(PATIENCE + 4000);
    expect(last()).toMatchObject({ settled: false, lingering: true });
  });

  it.each(['?trk=settings', '#switch', '/'])(
    'does not count where it only adds "%s" to the address',
    async (suffix) => {
      open(SWITCH);
      await page.pass(8000);
      goTo(AI + suffix);
      await page.pass(8000);
      expect(last()).toMatchObject({ origin: 'server', stillness: 'still' });
    },
  );

  it('to a page that is not ours to look at ends all looking', async () => {
    open(SWITCH);
    await page.pass(8000);
    goTo(FEED);
    await page.pass(2000);
    const told = page.readings.length;
    put(OTHER_SWITCH);
    expect(await looksDuring(60_000)).toBe(0);
    expect(page.readings).toHaveLength(told);
  });

  it('from elsewhere to a setting is noticed within a second or two', async () => {
    open(SWITCH, FEED);
    expect(await looksDuring(10_000)).toBe(0);
    goTo(AI);
    await page.pass(3000);
    expect(last()).toMatchObject({ settled: true, origin: 'inside', lingering: false });
  });
});

describe('a list of settings', () => {
  it('is reported, row by row, and again when a value changes', async () => {
    open(ROWS, PRIVACY);
    await page.pass(2000);
    expect(last()).toMatchObject({
      kind: 'category',
      settled: true,
      snapshot: { controls: [], rows: [{ label: 'Language', value: 'Off' }] },
    });
    await page.pass(30_000);
    element('#value').textContent = 'On';
    await page.pass(3000);
    expect(last()?.snapshot.rows).toMatchObject([{ value: 'On' }]);
  });
});

describe('a reading that could not be delivered', () => {
  it('is reported again, and no more once it was delivered', async () => {
    open(ON_SWITCH, AI, { isDelivered: false });
    await page.pass(SOON);
    const [first] = page.readings;
    await page.pass(PATIENCE);
    expect(page.readings.length).toBeGreaterThan(3);
    page.world.isDelivered = true;
    await page.pass(1500);
    const { length } = page.readings;
    await page.pass(30_000);
    expect(page.readings).toHaveLength(length);
    expect(page.readings.map(({ snapshot }) => snapshot)).toContainEqual(first?.snapshot);
  });

  it('is reported again even if the page is no longer in front', async () => {
    open(ON_SWITCH, AI, { isDelivered: false });
    await page.pass(SOON);
    page.bringToFront(false);
    page.readings.length = 0;
    await page.pass(SOON * 2);
    expect(page.readings.length).toBeGreaterThan(0);
  });

  it('is not reported again by a watch that was stopped', async () => {
    open(ON_SWITCH, AI, { isDelivered: false });
    await page.pass(SOON);
    page.watch.stop();
    page.readings.length = 0;
    await page.pass(5000);
    expect(page.readings).toEqual([]);
  });
});

describe('asked to look', () => {
  it('the watch tells again what it told before, and how far it is', async () => {
    open(SWITCH);
    expect(page.watch.look()).toEqual({ done: false, path: 'settings/data-for-ai-improvement' });
    expect(page.readings).toEqual([]);
    await page.pass(2000);
    const before = last();
    const told = page.readings.length;
    expect(page.watch.look()).toEqual({ done: true, path: 'settings/data-for-ai-improvement' });
    expect(page.readings).toHaveLength(told + 1);
    expect(last()).toEqual(before);
  });

  it.each([
    ['a list', PRIVACY],
    ['an address that is not ours', FEED],
  ])('the watch at %s gives no path', async (_, url) => {
    open(NOTHING, url);
    await page.pass(500);
    expect(page.watch.look()).toEqual({ done: false, path: '' });
  });

  it('the watch says so where nothing could be read', async () => {
    open(NOTHING);
    await page.pass(PATIENCE + 3000);
    expect(page.watch.look().done).toBe(true);
  });
});

describe('asked to show the switch', () => {
  let scrolled: Element[];

  async function openScrollable(main: string): Promise<void> {
    open(main);
    scrolled = [];
    page.window.Element.prototype.scrollIntoView = function (this: Element) {
      scrolled.push(this);
    };
    await page.pass(2000);
  }

  /** Asks for it, and holds that nothing in the page was written. */
  function show(label: string): boolean {
    const before = page.window.document.documentElement.outerHTML;
    const isShown = page.watch.show(label);
    expect(page.window.document.documentElement.outerHTML).toBe(before);
    return isShown;
  }

  it('the watch scrolls to the only one and focuses it, whatever it is called', async () => {
    await openScrollable(SWITCH);
    expect(show('')).toBe(true);
    expect(scrolled).toEqual([element()]);
    expect(page.window.document.activeElement).toBe(element());
  });

  it('the watch takes the one of this very label among several', async () => {
    await openScrollable(SWITCH + OTHER_SWITCH);
    expect(show('Research')).toBe(true);
    expect(scrolled).toEqual([element('[aria-labelledby=other]')]);
  });

  it.each<[string, string, string]>([
    ['none has this label', SWITCH + OTHER_SWITCH, 'Researc'],
    ['two have this label', SWITCH + OTHER_SWITCH + OTHER_SWITCH.replaceAll('other', 'again'), 'Research'],
    ['there is none', NOTHING, LABEL],
    ['the page says nothing for certain', SWITCH.replace('<input', '<input disabled'), LABEL],
  ])('the watch does nothing where %s', async (_, main, label) => {
    await openScrollable(main);
    expect(show(label)).toBe(false);
    expect(scrolled).toEqual([]);
    expect(page.window.document.activeElement).toBe(page.window.document.body);
  });

  it('the watch counts that as no touch', async () => {
    await openScrollable(SWITCH);
    show(LABEL);
    await page.pass(10_000);
    expect(last()).toMatchObject({ touched: false, stillness: 'still' });
  });
});

it('stopped, the watch looks and tells no more', async () => {
  open(SWITCH);
  await page.pass(2000);
  const told = page.readings.length;
  page.watch.stop();
  element().checked = true;
  expect(await looksDuring(60_000)).toBe(0);
  expect(page.readings).toHaveLength(told);
});

it('the watch writes nothing into the page', async () => {
  open(SWITCH);
  const before = page.window.document.documentElement.outerHTML;
  await page.pass(30_000);
  expect(page.window.document.documentElement.outerHTML).toBe(before);
});
