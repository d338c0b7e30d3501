import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Answer } from '../../../src/background/answer.ts';
import { afterChange } from '../../../src/background/change.ts';
import { overviewOf } from '../../../src/guidance/overview.ts';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { ONES } from '../../../src/storage/keys.ts';
import { STORED, type Stored } from '../../../src/storage/stored.ts';
import { rememberAll } from '../../../src/verdict/history.ts';
import { observationsOf } from '../../../src/verdict/observation.ts';
import { DAY, NOW, off, on, recordOf, storedItems, storedWith } from '../examples.ts';
import { type Event, FakeBrowser, idle, kept, settingsIn, shown } from './fake-browser.ts';
import { CHOICES, QUESTIONS, READINGS, SIGNALS, SITUATIONS, said } from './situations.ts';

vi.mock('../../../src/words.ts', () => ({
  t: (key: string, ...about: string[]) => [key, ...about].join(' '),
  sentences: (...all: unknown[]) => all.filter(Boolean).join(' '),
}));
vi.mock('../../../src/format.ts', () => ({ dateTime: String }));

type Act = { name: string; event: Event };

const acts = (events: Record<string, Event>): Act[] => Object.entries(events).map(([name, event]) => ({ name, event }));
// After all was deleted, an objection yet to be begun has another name.
const { 'begin an objection': _, ...NAMED } = CHOICES;
const CHOICE_ACTS = acts(NAMED);
const READING_ACTS = acts(READINGS);

/** Two popups, a panel and three tabs. Whatever each does, it does one thing after the other. */
const anyActors: fc.Arbitrary<Act[][]> = fc.tuple(
  fc.array(fc.constantFrom(...CHOICE_ACTS), { minLength: 1, maxLength: 2 }),
  fc.array(fc.constantFrom(...CHOICE_ACTS), { maxLength: 1 }),
  fc.array(fc.constantFrom(...CHOICE_ACTS), { maxLength: 1 }),
  ...[1, 2, 3].map(() => fc.array(fc.constantFrom(...READING_ACTS), { maxLength: 1 })),
);

const anySituation = fc.constantFrom('nothing', 'everything', 'something to tell');

/** A browser in which all of them act at once, after everything has been answered. */
async function together(items: Record<string, unknown>, actors: Act[][], scheduler: fc.Scheduler) {
  const browser = new FakeBrowser(items, NOW);
  const life = browser.start((label) => scheduler.schedule(Promise.resolve(), label));
  const answers: (Answer | undefined)[] = [];
  for (const own of actors) {
    void own.reduce(async (before, { event }) => {
      await before;
      answers.push(await life.happen(event));
    }, Promise.resolve());
  }
  await scheduler.waitIdle();
  return { browser, answers };
}

/** What one act makes of what is stored, all alone. */
function alone(stored: Stored, { event }: Act): Stored {
  if (event.kind !== 'message') return stored;
  const { message } = event;
  if (message.type === 'erase') return storedWith();
  if (message.type === 'reading') {
    const observations = observationsOf(message.reading as Parameters<typeof observationsOf>[0], NOW);
    return { ...stored, settings: rememberAll(stored.settings, observations) };
  }
  const after = afterChange(stored, message as Parameters<typeof afterChange>[1], {
    managed: {},
    era: 'era',
    now: NOW,
  });
  return after.ok ? after.stored : stored;
}

/** Every order in which the acts may have come, each actor's own in theirs. */
function* ordersOf(actors: Act[][]): Generator<Act[]> {
  if (actors.every((own) => own.length === 0)) yield [];
  for (const [index, [first, ...rest]] of actors.entries()) {
    if (!first) continue;
    for (const order of ordersOf(actors.with(index, rest))) yield [first, ...order];
  }
}

function isSomeOrder(items: Record<string, unknown>, actors: Act[][], result: Record<string, unknown>): boolean {
  const wanted = canonical(kept(result));
  const ones = Object.fromEntries(ONES.filter((key) => key in items).map((key) => [key, items[key]]));
  const before = { ...storedWith(), ...ones, settings: settingsIn(items).settings } as Stored;
  for (const order of ordersOf(actors)) {
    const { settings, ...others } = order.reduce(alone, before);
    if (canonical(kept({ ...others, ...storedItems(settings) })) === wanted) return true;
  }
  return false;
}

/** As text, whatever the order of names. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one) =>
    one && typeof one === 'object' && !Array.isArray(one) ? Object.fromEntries(Object.entries(one).sort()) : one,
  );
}

describe('two popups, a panel and three tabs at once', () => {
  it('leave what some order of their acts leaves', async () => {
    await fc.assert(
      fc.asyncProperty(anySituation, anyActors, fc.scheduler(), async (situation, actors, scheduler) => {
        const items = SITUATIONS[situation] ?? {};
        const { browser, answers } = await together(items, actors, scheduler);
        // What was asked for before all was deleted, or is told of an objection that is not there, is not kept.
        const isAnswered = (one: (typeof answers)[number]) =>
          one?.ok || (one && 'why' in one && ['erased', 'outdated'].includes(one.why));
        expect(answers.map(isAnswered)).toEqual(actors.flat().map(() => true));
        expect(isSomeOrder(items, actors, browser.items)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('are told apart by this: orders of the same acts do leave different things', () => {
    const [choose, erase] = [CHOICES['choose-country'], CHOICES.erase].map((event) => ({ name: '', event }));
    if (!choose || !erase) throw new Error('no acts');
    const before = storedWith();
    expect([choose, erase].reduce(alone, before)).not.toEqual([erase, choose].reduce(alone, before));
    // And what no order leaves is found out.
    expect(isSomeOrder({}, [[choose], [erase]], { region: { version: 1, country: 'FR' } })).toBe(false);
  });

  it('leave every reading of every tab in the history, the same one once', async () => {
    const switched = (tab: number): Act => ({
      name: `tab ${tab}`,
      event: said(tab, { touched: true, switchedAt: NOW - 500, stillness: 'no' }),
    });
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const tabs = [
          [switched(1)],
          [switched(1)],
          [{ name: 'list', event: READINGS['a reading of a category'] as Event }],
        ];
        const { browser } = await together({}, tabs, scheduler);
        const { settings } = kept(browser.items);
        expect(Object.keys(settings).sort()).toEqual(['ads-age', AI_TRAINING, 'research']);
        expect(settings[AI_TRAINING]?.history.filter(({ via }) => via === 'page')).toHaveLength(1);
      }),
      { numRuns: 100 },
    );
  });

  it('leave the icon and the alarm at what is stored in the end', async () => {
    await fc.assert(
      fc.asyncProperty(anySituation, anyActors, fc.scheduler(), async (situation, actors, scheduler) => {
        const { browser } = await together(SITUATIONS[situation] ?? {}, actors, scheduler);
        const { is, ought } = shown(browser);
        expect(is).toEqual(ought);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the icon and the alarm', () => {
  const items = storedItems({ [AI_TRAINING]: recordOf(off(NOW - DAY)) });

  it.each(['action.setBadgeText', 'action.setTitle', 'storage.get setAside'])(
    'show the last state even if the browser took long over %s for the state before',
    async (slow) => {
      const browser = new FakeBrowser(items, NOW);
      let letGo = () => {};
      const gate = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      let isFirst = true;
      const life = browser.start(async (label) => {
        if (label !== slow || !isFirst) return;
        isFirst = false;
        await gate;
      });
      await idle();
      void life.happen(READINGS['a reading of a setting that is on'] as Event);
      await idle();
      letGo();
      await idle();
      const { is, ought } = shown(browser);
      expect(is).toEqual(ought);
      expect(is).toMatchObject({ text: 'ON!', alarm: null });
    },
  );
});

describe('whoever asks while others act', () => {
  it('is answered with one moment: the overview is that of what is stored beside it', async () => {
    await fc.assert(
      fc.asyncProperty(anyActors, fc.scheduler(), async (actors, scheduler) => {
        const asking: Act[] = [{ name: 'report', event: QUESTIONS.report }];
        const { answers } = await together({}, [asking, ...actors], scheduler);
        const answer = answers.find((one) => one?.ok && 'report' in one);
        if (!answer?.ok || !('report' in answer)) throw new Error('no report');
        const { overview, stored } = answer.report;
        const { version, region, managed, era } = overview;
        expect(overview).toEqual(overviewOf(stored, { guess: region.guess, managed, era, version, now: NOW }));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a notification', () => {
  const items = {
    ...storedItems({ [AI_TRAINING]: recordOf(off(NOW - 9 * DAY), on(NOW - DAY)) }),
    reminders: { ...STORED.reminders.empty, notify: true },
  };

  it('is shown once for each occasion, however many causes come together', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const causes = [...acts(SIGNALS), { name: 'choice', event: CHOICES['choose-country'] }].map((act) => [act]);
        const { browser } = await together(items, causes, scheduler);
        expect(browser.notified).toEqual(['on-again']);
      }),
      { numRuns: 100 },
    );
  });
});
