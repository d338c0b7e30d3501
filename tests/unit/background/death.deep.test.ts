import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { NOW } from '../examples.ts';
import { calm, type Event, FakeBrowser, idle, kept, shown } from './fake-browser.ts';
import { CHOICES, QUESTIONS, READINGS, SIGNALS, SITUATIONS } from './situations.ts';

vi.mock('../../../src/words.ts', () => ({
  t: (key: string, ...about: string[]) => [key, ...about].join(' '),
  sentences: (...all: unknown[]) => all.filter(Boolean).join(' '),
}));
vi.mock('../../../src/format.ts', () => ({ dateTime: String }));
// Made again for every overview, it would take a third of the time.
const format = new Intl.DateTimeFormat();
vi.stubGlobal('Intl', { DateTimeFormat: () => format });

/** The background is started again a minute after it died. */
const LATER = NOW + 60_000;
/** 100 are measured in docs/threat-model.md; a fifth of them keeps the whole test run below five minutes. */
const RUNS = Number(process.env.UNTRAINED_RUNS ?? 20);
const SITUATION_NAMES = Object.keys(SITUATIONS);

type Course = {
  /** How many calls to the browser there were before all was done; null if the background died before. */
  calls: number | null;
  atDeath: ReturnType<typeof kept>;
  afterwards: ReturnType<typeof kept>;
  wasAnswered: boolean;
  browser: FakeBrowser;
};

type Ending = { situation: string; death: { call: number; arrived: boolean }; repeats: boolean };

/**
 * One course of things: something wakes the background, which dies at some moment and is started again. The event may be repeated then, as
 * a reader says its reading again and a member who saw no "kept" chooses again.
 */
async function course(event: Event, { situation, death, repeats }: Ending, scheduler: fc.Scheduler): Promise<Course> {
  const browser = new FakeBrowser(SITUATIONS[situation] ?? {}, NOW);
  const first = browser.start((label) => scheduler.schedule(Promise.resolve(), label), death);
  let wasAnswered = false;
  void first.happen(event).then((answer) => {
    wasAnswered = answer?.ok === true;
  });
  await scheduler.waitIdle();
  const calls = first.dead ? null : first.calls;
  first.dead = true;
  const atDeath = kept(browser.items);
  browser.now = LATER;
  const second = browser.start();
  if (repeats) void second.happen(event);
  await idle();
  return { calls, atDeath, afterwards: kept(browser.items), wasAnswered, browser };
}

/** Runs courses with a death at every call to the browser, some courses each, until there is no call more. */
async function dieEverywhere(event: Event, check: (course: Course, ending: Ending) => void): Promise<number> {
  for (let call = 0; ; call++) {
    let deaths = 0;
    const ending = fc.record({
      situation: fc.constantFrom(...SITUATION_NAMES),
      death: fc.record({ call: fc.constant(call), arrived: fc.boolean() }),
      repeats: fc.boolean(),
    });
    const property = fc.asyncProperty(ending, fc.scheduler(), async (one, scheduler) => {
      const what = await course(event, one, scheduler);
      if (what.calls === null) deaths++;
      check(what, one);
    });
    await fc.assert(property, { numRuns: RUNS });
    if (deaths === 0) return call;
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The same as `toEqual`, which takes its time, where it is not. */
function expectSame(one: unknown, other: unknown): void {
  if (!isSame(one, other)) expect(one).toEqual(other);
}

/** How many things there are: readings that were kept, choices, objections, what was set aside. */
function count({ settings, objection, marks, setAside }: ReturnType<typeof kept>) {
  const histories = Object.entries(settings).map(([id, { history }]) => `${id}: ${history.length}`);
  return {
    histories: histories.sort(),
    objections: objection.earlier.length,
    marks: Object.keys(marks.marks).sort(),
    setAside: setAside.length,
  };
}

/** What is stored, in each situation, if nobody dies: before, after, after only later, and after both. */
async function outcomesOf(event: Event) {
  const outcomes = new Map<string, Record<'before' | 'after' | 'late' | 'again', ReturnType<typeof kept>>>();
  for (const [name, items] of Object.entries(SITUATIONS)) {
    const after = await calm(items, NOW, event);
    outcomes.set(name, {
      before: kept(items),
      after: kept(after),
      late: kept(await calm(items, LATER, event)),
      again: kept(await calm(after, LATER, event)),
    });
  }
  return outcomes;
}

describe('an occasion that is to be told', () => {
  it('is told once, wherever the background is ended and however often it is started again', async () => {
    for (let call = 0, isOver = false; !isOver; call++) {
      for (const arrived of [true, false]) {
        const browser = new FakeBrowser(SITUATIONS['something to tell'] ?? {}, NOW);
        const first = browser.start(undefined, { call, arrived });
        await idle();
        isOver = !first.dead;
        first.dead = true;
        for (let start = 0; start < 2; start++) {
          const later = browser.start();
          await idle();
          later.dead = true;
        }
        expect(browser.notified, `ended at call ${call}`).toEqual(['on-again']);
      }
    }
  });
});

const WRITING: [string, Event][] = [...Object.entries(READINGS), ...Object.entries(CHOICES)];
const NOT_WRITING: [string, Event][] = [...Object.entries(QUESTIONS), ...Object.entries(SIGNALS)];

describe.each(WRITING)('killed at any moment of "%s"', (name, event) => {
  let outcomes: Awaited<ReturnType<typeof outcomesOf>>;
  beforeAll(async () => {
    outcomes = await outcomesOf(event);
  });

  it('it has something to lose: it changes what is stored', () => {
    const changes = SITUATION_NAMES.filter((situation) => {
      const { before, after } = outcomes.get(situation) ?? {};
      return !isSame(before, after);
    });
    expect(changes, name).not.toEqual([]);
  });

  it('all of it is stored or nothing, once, what was answered for stays, and the icon says so after the next start', async () => {
    const calls = await dieEverywhere(
      event,
      ({ atDeath, afterwards, wasAnswered, browser }, { situation, repeats }) => {
        const outcome = outcomes.get(situation);
        if (!outcome) throw new Error(situation);
        const { before, after, late, again } = outcome;
        const wasKept = wasAnswered || isSame(atDeath, after);
        expectSame(atDeath, wasKept ? after : before);
        expectSame(afterwards, !repeats ? atDeath : wasKept ? again : late);
        if (repeats) expectSame(count(afterwards), count(after));
        const { is, ought } = shown(browser);
        expectSame(is, ought);
      },
    );
    expect(calls).toBeGreaterThan(10);
  });
});

describe.each(NOT_WRITING)('killed at any moment of "%s"', (_, event) => {
  it('nothing is lost and nothing is added', async () => {
    const calls = await dieEverywhere(event, ({ atDeath, afterwards, browser }, { situation }) => {
      const before = kept(SITUATIONS[situation] ?? {});
      expectSame(atDeath, before);
      expectSame(afterwards, before);
      const { is, ought } = shown(browser);
      expectSame(is, ought);
    });
    expect(calls).toBeGreaterThan(10);
  });
});

it('the situations are all different, so that something is at stake', () => {
  const states = Object.values(SITUATIONS).map((items) => JSON.stringify(items));
  expect(new Set(states).size).toBe(SITUATION_NAMES.length);
});
