import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageAddress } from '../../../src/linkedin/address.ts';
import type { Reading, Snapshot } from '../../../src/linkedin/reading.ts';
import {
  beginVisit,
  differenceOf,
  hasSaidSo,
  isDone,
  LONG,
  type Moment,
  PATIENCE,
  passTime,
  QUIET,
  readingOf,
  restart,
  STILL,
  STILL_ENOUGH,
  see,
  type Visit,
} from '../../../src/linkedin/visit.ts';
import { control, pageText, row, snapshot } from '../examples.ts';

const TARGET: PageAddress = { kind: 'setting', tree: 'd', path: 'settings/data-for-ai-improvement' };
const LOAD = 1_800_000_000_000;

const OFF = snapshot();
const ON = snapshot({ controls: [control({ state: 'on' })] });
const MIXED = snapshot({ controls: [control({ state: 'mixed' })] });
const NOTHING = snapshot({ controls: [] });
const LOADING_OFF = snapshot({ loading: true });

/** A moment of a visit: what is seen when, and what else is different from a page that stands still in front. */
type Step = { at: number; sees?: Snapshot; all?: string; lingering?: boolean } & Partial<Moment>;

/** The visit after these moments. Between them the time counts, unless a moment says otherwise. */
function live(steps: Step[], begun = beginVisit(TARGET, true, 0)): Visit {
  let visit = begun;
  let before = steps[0]?.at ?? 0;
  for (const { at, sees, all = 'all of main', lingering = false, ...changes } of steps) {
    const moment = { ...momentAt(at), passed: at - before, ...changes };
    visit = passTime(visit, moment);
    if (sees) visit = see(visit, sees, all, lingering, { ...moment, passed: 0 });
    before = at;
  }
  return visit;
}

function momentAt(now: number): Moment {
  return { now, wallClock: LOAD + now, passed: 0, loaded: true, arrived: false, acted: false };
}

/** Moments every 100 ms in which this is seen. */
function seeing(sees: Snapshot, from: number, to: number, changes: Partial<Step> = {}): Step[] {
  const count = Math.round((to - from) / 100) + 1;
  return Array.from({ length: count }, (_, index) => ({ at: from + index * 100, sees, ...changes }));
}

describe('what a page says', () => {
  it('does not count at first sight', () => {
    expect(live([{ at: 0, sees: OFF }]).isSettled).toBe(false);
  });

  it.each([
    [QUIET - 1, false],
    [QUIET, true],
  ])('counts once it has stood for 300 ms (%i ms: %s)', (time, isSettled) => {
    expect(live([{ at: 0, sees: OFF }, { at: 100 }, { at: time, sees: OFF }]).isSettled).toBe(isSettled);
  });

  it('does not count before it was found so three times, however long that takes', () => {
    const first = see(beginVisit(TARGET, true, 0), OFF, '', false, momentAt(0));
    const second = see(first, OFF, '', false, momentAt(5000));
    expect(second.isSettled).toBe(false);
    expect(see(second, OFF, '', false, momentAt(5001)).isSettled).toBe(true);
  });

  it.each([
    ['its state', ON],
    ['its label', snapshot({ controls: [control({ name: [pageText('Another label')] })] })],
    ['the word beside it', snapshot({ controls: [control({ before: [pageText('Saving')] })] })],
    ['what is chosen', snapshot({ controls: [control({ options: [{ text: 'Off', chosen: true }] })] })],
    ['a doubt', snapshot({ controls: [control({ doubts: ['restored'] })] })],
    ['another control', snapshot({ controls: [control(), control({ state: 'on' })] })],
    ['a row', snapshot({ rows: [row()] })],
    ['machine translation', snapshot({ translated: true })],
  ])('has to stand again when %s changes', (_, changed) => {
    const steps = seeing(OFF, 0, 200);
    expect(live([...steps, { at: 250, sees: changed }, ...seeing(changed, 300, 500)]).isSettled).toBe(false);
    expect(live([...steps, { at: 250, sees: changed }, ...seeing(changed, 350, 550)]).isSettled).toBe(true);
  });

  it.each([
    ['whether it has been in view', control({ sight: 'unseen' })],
    ['a clock beside it', control({ after: [pageText('12:01')] })],
    ['a text farther off', control({ before: [pageText('Off'), pageText('An advertisement')] })],
  ])('goes on standing when only %s changes', (_, changed) => {
    const seen = snapshot({ controls: [changed] });
    expect(live([...seeing(OFF, 0, 200), ...seeing(seen, 300, 300)]).isSettled).toBe(true);
  });

  it('needs three seconds on a page that has changed its mind over and over by itself', () => {
    const steps = [...seeing(OFF, 0, 400), ...seeing(ON, 500, 900), ...seeing(OFF, 1000, 3900)];
    expect(live(steps).isSettled).toBe(false);
    expect(live([...steps, { at: 4000, sees: OFF }]).isSettled).toBe(true);
  });

  it('needs no more than that when the member changes it over and over', () => {
    const touch: Step = { at: 450, acted: true };
    const steps = [...seeing(OFF, 0, 400), touch, ...seeing(ON, 500, 900), ...seeing(OFF, 1000, 1300)];
    expect(live(steps).isSettled).toBe(true);
  });

  it.each([
    ['contradicts itself', MIXED],
    ['has no control', NOTHING],
    ['has one that cannot be used', snapshot({ controls: [control({ inert: true })] })],
    ['has one without a state', snapshot({ controls: [control({ state: null })] })],
    ['asks to sign in', snapshot({ instead: 'sign-in' })],
    ['has rows without values', snapshot({ controls: [], rows: [row({ value: '' })] })],
  ])('never counts on a page that %s', (_, seen) => {
    expect(live(seeing(seen, 0, 30_000)).isSettled).toBe(false);
  });

  it('never counts while the page of the address before lingers', () => {
    expect(live(seeing(OFF, 0, 30_000, { lingering: true })).isSettled).toBe(false);
    expect(live(seeing(OFF, 0, 30_000)).isSettled).toBe(true);
  });

  it.each([
    [
      'a choice with options',
      snapshot({ controls: [control({ state: null, options: [{ text: 'On', chosen: true }] })] }),
    ],
    ['a list with one value', snapshot({ controls: [], rows: [row({ value: '' }), row()] })],
  ])('counts for %s', (_, seen) => {
    expect(live(seeing(seen, 0, 300)).isSettled).toBe(true);
  });

  it('is gone after the page was not in front, and has to stand again', () => {
    const before = live(seeing(OFF, 0, 1000));
    const after = restart(before, 60_000);
    expect(hasSaidSo(before, 1000)).toBe(true);
    expect(hasSaidSo(after, 60_000)).toBe(false);
    expect(live([{ at: 60_000, sees: OFF }], after).isSettled).toBe(false);
    expect(live(seeing(OFF, 60_000, 60_300), after).isSettled).toBe(true);
  });
});

describe('patience', () => {
  it.each([
    [PATIENCE - 1, false],
    [PATIENCE, true],
  ])('with a page that says nothing ends after ten seconds (%i ms: %s)', (now, done) => {
    expect(isDone(live([{ at: 0, sees: NOTHING }]), now)).toBe(done);
  });

  it('is not won by a page that changes all the time', () => {
    const restless = Array.from({ length: 100 }, (_, index) => ({ at: index * 100, sees: index % 2 ? ON : OFF }));
    expect(isDone(live(restless), PATIENCE)).toBe(true);
  });

  it('that has ended does not keep a late answer from counting', () => {
    const visit = live([...seeing(NOTHING, 0, 20_000), ...seeing(OFF, 20_100, 20_400)]);
    expect(isDone(visit, 20_400)).toBe(true);
  });

  it('starts over when an answer goes away', () => {
    const gone = live([...seeing(OFF, 0, 1000), { at: 60_000, sees: MIXED }]);
    expect(isDone(gone, 60_000 + PATIENCE - 1)).toBe(false);
    expect(isDone(gone, 60_000 + PATIENCE)).toBe(true);
  });
});

describe('how still a page is', () => {
  it.each([
    [STILL - 100, 'no'],
    [STILL, 'still'],
    [LONG - 100, 'still'],
    [LONG, 'long'],
  ])('is told by how long nothing has happened (%i ms: "%s")', (time, stillness) => {
    expect(live(seeing(OFF, 0, time)).stillness).toBe(stillness);
  });

  it('is nothing before the page has said something', () => {
    expect(live(seeing(MIXED, 0, 30_000)).stillness).toBe('no');
  });

  it.each<[string, Partial<Step>]>([
    ['something arrives over the network', { arrived: true }],
    ['another text comes into main', { all: 'something else in main' }],
  ])('is counted from the start when %s', (_, disturbed) => {
    const steps = [...seeing(OFF, 0, 4000), { at: 4100, sees: OFF, ...disturbed }];
    const rest = (to: number) => seeing(OFF, 4200, to, disturbed.all ? disturbed : {});
    expect(live([...steps, ...rest(4100 + STILL - 100)]).stillness).toBe('no');
    expect(live([...steps, ...rest(4100 + STILL)]).stillness).toBe('still');
  });

  it.each<[string, Step[]]>([
    ['before the document and all it loads are there', seeing(OFF, 0, 9900, { loaded: false })],
    ['while something says that it is loading', seeing(LOADING_OFF, 0, 9900)],
    ['when the page was held up', seeing(OFF, 0, 9900, { passed: 0 })],
    ['when the page showed another state', seeing(ON, 0, 9900)],
  ])('is not counted %s', (_, steps) => {
    expect(live([...steps, ...seeing(OFF, 10_000, 10_000 + STILL - 200)]).stillness).toBe('no');
    expect(live([...steps, ...seeing(OFF, 10_000, 10_000 + STILL + 100)]).stillness).toBe('still');
  });

  it('is not counted while the page is not in front', () => {
    const before = live(seeing(OFF, 0, STILL - 100));
    const back = restart(before, 60_000);
    expect(live(seeing(OFF, 60_000, 60_000 + STILL - 100), back).stillness).toBe('no');
    expect(live(seeing(OFF, 60_000, 60_000 + STILL), back).stillness).toBe('still');
  });

  it('does not wait for ever for a page with beacons', () => {
    const steps = seeing(OFF, 0, STILL_ENOUGH, { arrived: true });
    expect(live(steps.slice(0, -1)).stillness).toBe('no');
    expect(live(steps).stillness).toBe('still');
  });

  it('is nothing while main goes on changing, however long', () => {
    const steps = seeing(OFF, 0, LONG + 5000).map((step, index) => ({ ...step, all: `Step ${index}` }));
    expect(live(steps).stillness).toBe('no');
  });

  it('is counted from the start when what said that the page is loading has gone, however long it was there', () => {
    const steps = seeing(LOADING_OFF, 0, LONG);
    expect(live([...steps, ...seeing(OFF, LONG + 100, LONG + STILL - 200)]).stillness).toBe('no');
    expect(live([...steps, ...seeing(OFF, LONG + 100, LONG + STILL + 100)]).stillness).toBe('still');
  });

  it('is nothing while something says that it is loading, however long that has been so', () => {
    expect(live(seeing(LOADING_OFF, 0, 60_000)).stillness).toBe('no');
  });
});

describe('a state that changes', () => {
  it('after the member used the page was switched, and when is kept', () => {
    const visit = live([...seeing(ON, 0, 1000), { at: 1100, acted: true }, ...seeing(OFF, 1200, 2000)]);
    expect(visit).toMatchObject({ touched: true, switchedAt: LOAD + 1200 });
  });

  it('is switched too where the look that finds it is the first to notice that the page was used', () => {
    const before = live(seeing(ON, 0, 1000));
    const visit = see(before, OFF, 'all of main', false, { ...momentAt(1100), acted: true });
    expect(visit).toMatchObject({ touched: true, switchedAt: LOAD + 1100 });
  });

  it('from an "on" that had stood still to "off" was switched, though nobody was seen to use the page', () => {
    const visit = live([...seeing(ON, 0, STILL), ...seeing(OFF, STILL + 100, 12_000)]);
    expect(visit).toMatchObject({ switchedAt: LOAD + STILL + 100 });
  });

  it('from an "on" that counted as said to "off" may be a script\'s doing, so the page counts as used', () => {
    const visit = live([...seeing(ON, 0, 2000), ...seeing(OFF, 2100, 12_000)]);
    expect(visit).toMatchObject({ touched: true, switchedAt: null });
  });

  it('from one choice of a list to another counts as used in the same way, whichever of them means on', () => {
    const listOf = (chosen: string) => {
      const options = ['On', 'Off'].map((text) => ({ text, chosen: text === chosen }));
      return snapshot({ controls: [control({ sort: 'select', state: null, options })] });
    };
    const visit = live([...seeing(listOf('On'), 0, 2000), ...seeing(listOf('Off'), 2100, 12_000)]);
    expect(visit).toMatchObject({ touched: true, switchedAt: null });
  });

  it.each([
    ['from "off" to "on"', OFF, ON, 9000],
    ['from an "on" that did not count as said yet', ON, OFF, 200],
  ])('%s without the member has only just arrived', (_, first, second, time) => {
    const visit = live([...seeing(first, 0, time), ...seeing(second, time + 100, time + 9000)]);
    expect(visit).toMatchObject({ touched: false, switchedAt: null });
  });

  it('from "on" to "off" was switched where the page had said "off" before, whoever did it', () => {
    const steps = [...seeing(OFF, 0, 1000), ...seeing(ON, 1100, 2000)];
    expect(live(steps).switchedAt).toBeNull();
    expect(live([...steps, { at: 2100, sees: OFF }]).switchedAt).toBe(LOAD + 2100);
  });

  it('is seen through a moment without an answer', () => {
    const steps = [...seeing(ON, 0, 1000), { at: 1100, acted: true }, ...seeing(MIXED, 1200, 1500)];
    expect(live(steps).switchedAt).toBeNull();
    expect(live([...steps, { at: 1600, sees: OFF }]).switchedAt).toBe(LOAD + 1600);
  });

  it('is none where only a text does', () => {
    const renamed = snapshot({ controls: [control({ name: [pageText('Another label')] })] });
    const visit = live([...seeing(OFF, 0, 1000), { at: 1100, acted: true }, ...seeing(renamed, 1200, 2000)]);
    expect(visit).toMatchObject({ touched: true, switchedAt: null });
  });

  it('counts from the start with every change by the member', () => {
    const steps = [...seeing(ON, 0, 1000), { at: 1100, acted: true }, ...seeing(OFF, 1200, 5000)];
    expect(live([...steps, ...seeing(ON, 5100, 6000)]).switchedAt).toBe(LOAD + 5100);
  });
});

describe('what is told of a visit', () => {
  function told(steps: Step[], isOwn = true, now = steps.at(-1)?.at ?? 0): Reading | null {
    return readingOf(live(steps, beginVisit(TARGET, isOwn, 0)), 7, 'server', now);
  }

  it('is nothing before the first look, and nothing while an answer may still come', () => {
    expect(readingOf(beginVisit(TARGET, true, 0), 7, 'server', 60_000)).toBeNull();
    expect(told(seeing(NOTHING, 0, PATIENCE - 100))).toBeNull();
  });

  it('is what was seen, where and how', () => {
    expect(told(seeing(OFF, 0, STILL))).toEqual({
      ...TARGET,
      load: 7,
      origin: 'server',
      settled: true,
      stillness: 'still',
      waited: false,
      touched: false,
      switchedAt: null,
      lingering: false,
      snapshot: OFF,
    });
  });

  it('is that nothing came, once the patience has ended', () => {
    expect(told(seeing(NOTHING, 0, PATIENCE))).toMatchObject({ settled: false, waited: true, stillness: 'no' });
  });

  it('is never that it came from the server, where the document was loaded for another address', () => {
    expect(told(seeing(OFF, 0, 9000), false)).toMatchObject({ origin: 'inside', settled: true });
  });

  it.each<[string, Step[]]>([
    ['the state', seeing(ON, 1100, 1400)],
    ['that something is loading', seeing(LOADING_OFF, 1100, 1400)],
    ['that it has been in view', seeing(snapshot({ controls: [control({ sight: 'unseen' })] }), 1100, 1400)],
    ['that the member used the page', [{ at: 1100, acted: true }]],
    ['that the page has kept still', seeing(OFF, 1100, STILL)],
  ])('is told again when %s changes', (_, later) => {
    const before = live(seeing(OFF, 0, 1000));
    const after = live([...seeing(OFF, 0, 1000), ...later]);
    const tell = (visit: Visit, now: number) => differenceOf(readingOf(visit, 7, 'server', now) as Reading, visit);
    expect(tell(after, later.at(-1)?.at ?? 0)).not.toBe(tell(before, 1000));
  });

  it('is not told again for what is no news', () => {
    const before = live(seeing(OFF, 0, 1000));
    const ticking = snapshot({ controls: [control({ after: [pageText('12:01')] })] });
    const after = live([...seeing(OFF, 0, 1000), ...seeing(ticking, 1100, 1500)]);
    const tell = (visit: Visit) => differenceOf(readingOf(visit, 7, 'server', 1500) as Reading, visit);
    expect(tell(after)).toBe(tell(before));
  });
});

type Happening = { pause: number; sees: Snapshot | null; all: string; arrived: boolean; loaded: boolean };

/** Mostly the first, and at times another. */
const mostly = <Value>(value: Value, ...others: Value[]): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 40, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: fc.constantFrom(...others) });

/** Glances and looks in any order, mostly of a page that says "off" and does nothing. */
const anyHappenings: fc.Arbitrary<Happening[]> = fc.array(
  fc.record({
    pause: fc.integer({ min: 0, max: 1500 }),
    sees: fc.oneof(mostly<Snapshot | null>(OFF, ON, MIXED, NOTHING, LOADING_OFF), fc.constant(null)),
    all: mostly('a', 'b'),
    arrived: mostly(false, true),
    loaded: mostly(true, false),
  }),
  { minLength: 10, maxLength: 100, size: 'max' },
);

it('whatever the order of looks and glances, a page is still only after five seconds without a change', () => {
  let stills = 0;
  fc.assert(
    fc.property(anyHappenings, (happenings) => {
      let visit = beginVisit(TARGET, true, 0);
      let at = 0;
      let saidAt = 0;
      let calmSince = 0;
      let said: unknown = null;
      let all = '';
      for (const { pause, sees, loaded, arrived, ...step } of happenings) {
        at += pause;
        const moment = { ...momentAt(at), passed: pause, loaded, arrived };
        visit = passTime(visit, moment);
        if (sees) visit = see(visit, sees, step.all, false, moment);
        const says = sees === LOADING_OFF ? OFF : (sees ?? said);
        if (says !== said || !loaded) saidAt = at;
        if (saidAt === at || arrived || (sees && (sees.loading || step.all !== all))) calmSince = at;
        said = says;
        if (sees) all = step.all;
        if (visit.stillness === 'no' || !sees) continue;
        stills++;
        expect(at - calmSince >= STILL || at - saidAt >= STILL_ENOUGH).toBe(true);
        expect(at - saidAt).toBeGreaterThanOrEqual(visit.stillness === 'long' ? LONG : STILL);
      }
    }),
    { numRuns: 1000 },
  );
  expect(stills).toBeGreaterThan(100);
});
