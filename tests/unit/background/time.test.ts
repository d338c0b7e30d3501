import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ago } from '../../../src/format.ts';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { NO_OBJECTION } from '../../../src/storage/nothing.ts';
import type { ObjectionRecord } from '../../../src/storage/objection.ts';
import { STORED, type Stored } from '../../../src/storage/stored.ts';
import { DAY, NOW, off, on, recordOf, storedItems } from '../examples.ts';
import { FakeBrowser, idle, overviewIn } from './fake-browser.ts';
import { CHOICES, QUESTIONS, said } from './situations.ts';

vi.mock('webextension-polyfill', () => ({
  default: {
    i18n: {
      getMessage: (key: string, about: string[] = []) => (key === 'language' ? 'en' : [key, ...about].join(' ')),
      getUILanguage: () => 'en-GB',
    },
  },
}));

const HOUR = 60 * 60 * 1000;
const YEAR = 365 * DAY;

/** Where clocks are changed, or a whole day was left out (Apia, 30 December 2011). */
const ZONES = ['UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Pacific/Apia', 'Africa/Cairo', 'Pacific/Kiritimati'];

/** How far off a clock may be, and in which direction. */
const JUMPS: [string, number][] = [
  ['set back by a day', -DAY],
  ['set back by ten years', -10 * YEAR],
  ['set back by an hour', -HOUR],
  ['set forward by three years', 3 * YEAR],
];

type Known = {
  confirmedOffAt?: number;
  objection?: Partial<ObjectionRecord>;
  reminders?: Partial<Stored['reminders']>;
};

function stored({ confirmedOffAt, objection = {}, reminders = {} }: Known): Record<string, unknown> {
  const settings =
    confirmedOffAt === undefined ? {} : { [AI_TRAINING]: recordOf(on(confirmedOffAt - DAY), off(confirmedOffAt)) };
  return {
    ...storedItems(settings),
    region: { version: 1, country: 'DE' },
    objection: { version: 2, current: { ...NO_OBJECTION, ...objection }, earlier: [] },
    reminders: { ...STORED.reminders.empty, ...reminders },
  };
}

/** Starts a background again at a time. Alarms do not outlive an update, nor in every browser its own end. */
async function startAt(browser: FakeBrowser, now: number): Promise<FakeBrowser> {
  browser.now = now;
  browser.alarms.clear();
  browser.start();
  await idle();
  return browser;
}

function alarmOf({ alarms }: FakeBrowser): number | null {
  return alarms.get('due') ?? null;
}

/** The calendar day of a moment in a zone, told by Intl alone. */
function dayIn(zone: string, at: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at);
}

/** The first moment of the day after a day, in a zone, told by Intl alone: to the minute. */
function endOf(zone: string, day: string): number {
  let low = Date.parse(day) - 2 * DAY;
  let high = Date.parse(day) + 3 * DAY;
  while (high - low > 60_000) {
    const middle = low + Math.floor((high - low) / 2 / 60_000) * 60_000;
    if (dayIn(zone, middle) > day) high = middle;
    else low = middle;
  }
  return high;
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe.each(JUMPS)('with a clock that was %s', (_, jump) => {
  const now = NOW + jump;

  it('no age is negative: nothing was seen in the future', () => {
    for (const at of [NOW, NOW - 1000, NOW - 3 * HOUR, NOW - 20 * DAY, NOW - 3 * YEAR]) {
      expect(ago(at, now)).not.toMatch(/^in |-|−|tomorrow|next/);
    }
  });

  it('an answer is called fresh only if it lies within the last 30 days of that clock', async () => {
    for (const age of [0, HOUR, 29 * DAY, 31 * DAY]) {
      const browser = await startAt(new FakeBrowser(stored({ confirmedOffAt: NOW - age }), now), now);
      const isWithin = NOW - age <= now && now - (NOW - age) <= 30 * DAY;
      expect(browser.icon.text).toBe(isWithin ? '✓' : '✓?');
    }
  });

  it('what is known stays, and all is as it was once the clock is right again', async () => {
    const items = stored({ confirmedOffAt: NOW - DAY, objection: { sentOn: '2026-11-20' } });
    const browser = await startAt(new FakeBrowser(items, NOW), NOW);
    const right = { icon: { ...browser.icon }, alarm: alarmOf(browser) };
    await startAt(browser, now);
    expect(browser.items).toMatchObject(items);
    await startAt(browser, NOW);
    expect({ icon: browser.icon, alarm: alarmOf(browser) }).toEqual(right);
  });

  it('a reading and a choice are kept, and the page is told so', async () => {
    const browser = await startAt(new FakeBrowser(stored({ confirmedOffAt: NOW }), NOW), now);
    const life = browser.start();
    expect(await life.happen(said(1, { load: now - 1000 }))).toEqual({ ok: true });
    expect(await life.happen(CHOICES['choose-country'])).toEqual({ ok: true });
    expect(await life.happen(CHOICES['set-reminders'])).toEqual({ ok: true });
    expect(await life.happen(QUESTIONS.report)).toMatchObject({ ok: true });
    expect(overviewIn(browser).verdict).toMatchObject({ name: 'opted-out', sighting: { lastSeen: now } });
  });
});

describe('a clock that was set back', () => {
  it('does not make an answer to the objection overdue, even if it stands before the day it was sent', async () => {
    for (const jump of [-DAY, -10 * YEAR]) {
      const items = stored({ objection: { sentOn: '2026-11-24' }, reminders: { notify: true } });
      const browser = await startAt(new FakeBrowser(items, NOW), NOW + jump);
      expect(overviewIn(browser).objection.stage).toBe('sent');
      expect(browser.icon.title).not.toContain('overdue');
      expect(browser.notified).toEqual([]);
      expect(alarmOf(browser)).toBe(new Date(2026, 11, 25).getTime());
    }
  });

  it('does not tell to check again what was confirmed a moment ago', async () => {
    const items = stored({ confirmedOffAt: NOW, reminders: { notify: true } });
    const browser = await startAt(new FakeBrowser(items, NOW), NOW - DAY);
    expect(browser.notified).toEqual([]);
  });

  it('has an alarm for when its time has caught up, which turns the icon', async () => {
    const browser = await startAt(new FakeBrowser(stored({ confirmedOffAt: NOW }), NOW), NOW - DAY);
    expect(browser.icon.text).toBe('✓?');
    expect(alarmOf(browser)).toBe(NOW);
    await startAt(browser, NOW);
    expect(browser.icon.text).toBe('✓');
  });
});

describe('a clock that was ahead by years for a while', () => {
  it('has told of nothing that would not be told again when its time has really come', async () => {
    const items = stored({ confirmedOffAt: NOW, objection: { sentOn: '2026-11-20' }, reminders: { notify: true } });
    const browser = await startAt(new FakeBrowser(items, NOW), NOW + 3 * YEAR);
    expect(browser.notified.sort()).toEqual(['overdue', 'recheck']);
    await startAt(browser, NOW);
    expect(browser.icon.title).not.toContain('overdue');
    browser.notified.length = 0;
    await startAt(browser, NOW + 40 * DAY);
    expect(browser.notified.sort()).toEqual(['overdue', 'recheck']);
  });
});

describe('an occasion that was told', () => {
  const TOLD = { about: '2026-12-21', at: NOW, isShown: true };
  const OVERDUE = { sentOn: '2026-11-20' };

  it.each([
    ['by an import that moves it back', { overdue: { ...TOLD, about: '2027-03-01' } }],
    ['while it was not due for a while', { overdue: TOLD }],
  ])('is not told again %s', async (_, told) => {
    const items = stored({ objection: OVERDUE, reminders: { notify: true, told } });
    const browser = await startAt(new FakeBrowser(items, NOW), NOW + 40 * DAY);
    expect(browser.icon.title).toContain('overdue');
    expect(browser.notified).toEqual([]);
  });

  it('is not told again after the objection was closed and opened again', async () => {
    const items = stored({ objection: OVERDUE, reminders: { notify: true } });
    const browser = await startAt(new FakeBrowser(items, NOW), NOW + 40 * DAY);
    expect(browser.notified).toEqual(['overdue']);
    for (const closed of [true, false]) {
      const { objection } = browser.items as { objection: { current: object } };
      browser.items.objection = { ...objection, current: { ...objection.current, closed } };
      await startAt(browser, NOW + 41 * DAY);
    }
    expect(browser.icon.title).toContain('overdue');
    expect(browser.notified).toEqual(['overdue']);
  });
});

describe('the alarm', () => {
  const items = stored({ confirmedOffAt: NOW, objection: { sentOn: '2026-11-20' } });

  it('is there again after every start, at the same time', async () => {
    const browser = new FakeBrowser(items, NOW);
    for (const later of [0, HOUR, 7 * DAY, 20 * DAY]) {
      await startAt(browser, NOW + later);
      // The midnight after 21 December 2026, a Monday: the 20th is a Sunday.
      expect(alarmOf(browser)).toBe(new Date(2026, 11, 22).getTime());
    }
    await startAt(browser, NOW + 28 * DAY);
    expect(alarmOf(browser)).toBe(NOW + 30 * DAY + 1);
    await startAt(browser, NOW + 31 * DAY);
    expect(alarmOf(browser)).toBeNull();
  });

  it('is there again after an installation, a start of the browser, and after it rang too early', async () => {
    for (const kind of ['installed', 'startup', 'alarm'] as const) {
      const browser = new FakeBrowser(items, NOW);
      const life = browser.start();
      await idle();
      browser.alarms.clear();
      await life.happen({ kind });
      await idle();
      expect(alarmOf(browser)).toBe(new Date(2026, 11, 22).getTime());
    }
  });

  it('comes back when a clock that was ahead is set right', async () => {
    const browser = await startAt(new FakeBrowser(items, NOW), NOW + 3 * YEAR);
    expect(alarmOf(browser)).toBeNull();
    await startAt(browser, NOW);
    expect(alarmOf(browser)).toBe(new Date(2026, 11, 22).getTime());
  });

  it('moves with the member to another time zone, at the next start', async () => {
    const browser = new FakeBrowser(items, NOW);
    for (const zone of ZONES) {
      vi.stubEnv('TZ', zone);
      await startAt(browser, NOW);
      expect(alarmOf(browser)).toBe(endOf(zone, '2026-12-21'));
    }
  });
});

describe.each(ZONES)('in %s', (zone) => {
  beforeAll(() => {
    // Guards all below: where setting the zone changes nothing, as in worker threads, this would test nothing.
    vi.stubEnv('TZ', zone);
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
  });

  // Around the days on which clocks are changed there, and one that Apia never had.
  it.each([
    '2026-02-08',
    '2026-02-27',
    '2026-02-28',
    '2026-03-24',
    '2026-09-25',
    '2026-10-01',
    '2026-10-30',
    '2027-01-31',
    '2011-11-29',
    '2011-11-30',
  ])(
    'the answer to an objection of %s is overdue from the first moment after the last day, and not before',
    async (sentOn) => {
      vi.stubEnv('TZ', zone);
      const browser = new FakeBrowser(stored({ objection: { sentOn }, reminders: { notify: true } }), NOW);
      await startAt(browser, Date.parse(sentOn) + 14 * HOUR);
      const countsUntil = overviewIn(browser).objection.deadline?.countsUntil ?? '';
      // A month at least.
      expect(Date.parse(countsUntil) - Date.parse(sentOn)).toBeGreaterThanOrEqual(28 * DAY);
      const end = endOf(zone, countsUntil);
      expect(alarmOf(browser)).toBe(end);
      for (const before of [30 * DAY, DAY, 12 * HOUR, HOUR, 1]) {
        await startAt(browser, end - before);
        expect(overviewIn(browser).objection.stage).toBe('sent');
        expect(browser.icon.title).not.toContain('overdue');
        expect(browser.notified).toEqual([]);
        expect(alarmOf(browser)).toBe(end);
      }
      await startAt(browser, end);
      expect(overviewIn(browser).objection.stage).toBe('overdue');
      expect(browser.icon.title).toContain('overdue');
      expect(browser.notified).toEqual(['overdue']);
    },
  );

  it('thirty days are thirty days, whether clocks were changed in them or not', async () => {
    vi.stubEnv('TZ', zone);
    for (const at of ['2026-03-07T12:00Z', '2026-03-28T12:00Z', '2026-10-24T12:00Z', '2026-10-31T12:00Z'].map(
      Date.parse,
    )) {
      const browser = await startAt(new FakeBrowser(stored({ confirmedOffAt: at }), at), at);
      expect(alarmOf(browser)).toBe(at + 30 * DAY + 1);
      await startAt(browser, at + 30 * DAY);
      expect(browser.icon.text).toBe('✓');
      await startAt(browser, at + 30 * DAY + 1);
      expect(browser.icon.text).toBe('✓?');
    }
  });
});
