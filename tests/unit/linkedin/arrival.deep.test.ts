import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Origin, Snapshot } from '../../../src/linkedin/reading.ts';
import { beginVisit, passTime, readingOf, restart, STILL, see, type Visit } from '../../../src/linkedin/visit.ts';
import { NOTHING_KNOWN } from '../../../src/storage/nothing.ts';
import { remember } from '../../../src/verdict/history.ts';
import { observationsOf } from '../../../src/verdict/observation.ts';
import { type Verdict, verdictOf } from '../../../src/verdict/verdict.ts';
import { control, snapshot } from '../examples.ts';

/**
 * The setting's value comes at any time in the first 20 seconds, over whatever the page shows until then, in a tab that is in front or not,
 * out of a cache or from the server. Every verdict at every moment is held against the truth. A page that is still at work shows it, as
 * docs/reading.md assumes: it loads something, changes something in main, or says that it is loading.
 */

/** How many pages; 50000 on demand. */
const PAGES = Number(process.env.UNTRAINED_ARRIVALS ?? 2000);
const READ_RIGHT_AT_LEAST = 0.99;

const LOAD = 1_800_000_000_000;
const TARGET = { kind: 'setting', tree: 'd', path: 'settings/data-for-ai-improvement' } as const;
/** Milliseconds between two moments of the reader, about. */
const PACE = 200;
/** For so long, in milliseconds, the page is watched after the value has come and the tab is in front for good. */
const AFTERWARDS = 15_000;

const OFF = snapshot();
const ON = snapshot({ controls: [control({ state: 'on' })] });

type Page = {
  truth: 'on' | 'off';
  arrival: number;
  before: 'nothing' | 'off';
  /** How the page shows that it is at work, one after the other. */
  signs: { kind: 'request' | 'text' | 'loading'; after: number }[];
  hidden: { from: number; length: number }[];
  origin: Origin;
  /** Which of the reader's moments are looks, besides those that something changed in. */
  looks: boolean[];
};

const anyPage: fc.Arbitrary<Page> = fc.record({
  truth: fc.constantFrom('on', 'off'),
  arrival: fc.integer({ min: 0, max: 20_000 }),
  before: fc.constantFrom('nothing', 'off'),
  signs: fc.array(
    fc.record({ kind: fc.constantFrom('request', 'text', 'loading'), after: fc.integer({ min: 50, max: 4000 }) }),
    { minLength: 1, maxLength: 12 },
  ),
  hidden: fc.array(fc.record({ from: fc.nat(25_000), length: fc.nat(10_000) }), { maxLength: 2 }),
  origin: fc.constantFrom<Origin>('server', 'server', 'server', 'cache'),
  looks: fc.array(fc.boolean(), { minLength: 5, maxLength: 20 }),
});

/** Every verdict that a member would be shown, in order. */
function verdictsFor({ truth, arrival, before, signs, hidden, origin, looks }: Page): Verdict['name'][] {
  const end = Math.max(arrival, ...hidden.map(({ from, length }) => from + length)) + AFTERWARDS;
  const works = workOf(signs, arrival);
  let visit: Visit = beginVisit(TARGET, true, 0);
  let record = NOTHING_KNOWN;
  let shown = '';
  const verdicts: Verdict['name'][] = [];
  for (let now = 0, step = 0; now < end; now += PACE, step++) {
    if (hidden.some(({ from, length }) => now >= from && now < from + length)) {
      visit = restart(visit, now);
      continue;
    }
    const since = works.filter(({ at }) => at > now - PACE && at <= now);
    const isLoading =
      now < arrival && works.some(({ kind, at, until }) => kind === 'loading' && at <= now && now < until);
    const all = String(works.filter(({ kind, at }) => kind === 'text' && at <= now).length) + (now >= arrival);
    const value: Snapshot = truth === 'on' ? ON : OFF;
    const seen = now >= arrival ? value : before === 'off' ? OFF : snapshot({ controls: [] });
    const sees = { ...seen, loading: isLoading };
    const moment = {
      now,
      wallClock: LOAD + now,
      passed: PACE,
      loaded: true,
      arrived: since.some(({ kind }) => kind === 'request') || (arrival > now - PACE && arrival <= now),
      acted: false,
    };
    // What is there to be glanced at: the control, and what stands in main.
    const glance = JSON.stringify([seen.controls, all, isLoading]);
    visit = passTime(visit, moment);
    if (glance !== shown || looks[step % looks.length]) visit = see(visit, sees, all, false, moment);
    shown = glance;
    const reading = readingOf(visit, LOAD, origin, now);
    for (const { observation } of reading ? observationsOf(reading, LOAD + now) : [])
      record = remember(record, observation);
    const { name } = verdictOf(record, null, LOAD + now);
    if (name !== verdicts.at(-1)) verdicts.push(name);
  }
  return verdicts;
}

/** What the page does until the value is there. Requests alone are believed for 12 seconds, so that later on it does something in main. */
function workOf(signs: Page['signs'], arrival: number) {
  const works: { kind: 'request' | 'text' | 'loading'; at: number; until: number }[] = [];
  let at = 0;
  for (let index = 0; at < arrival; index++) {
    const { kind, after } = signs[index % signs.length] as Page['signs'][number];
    works.push({ kind: at > 7000 && kind === 'request' ? 'text' : kind, at, until: at + after });
    at += after;
  }
  return works;
}

it(`${PAGES} pages whose value comes late: never a false "opted out", and at least ${READ_RIGHT_AT_LEAST * 100} % of those that are off and from the server said to be`, () => {
  let off = 0;
  let right = 0;
  fc.assert(
    fc.property(anyPage, (page) => {
      const verdicts = verdictsFor(page);
      if (page.truth === 'on' || page.origin === 'cache') return !verdicts.includes('opted-out');
      off++;
      if (verdicts.at(-1) === 'opted-out') right++;
      return true;
    }),
    { numRuns: PAGES, seed: 20_261_129 },
  );
  console.log(`Late pages: ${PAGES}; false "opted out": 0; rightly "opted out": ${right} of ${off}.`);
  expect(right / off).toBeGreaterThanOrEqual(READ_RIGHT_AT_LEAST);
  expect(AFTERWARDS).toBeGreaterThan(2 * STILL);
});
