import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json';
import { type Badge, badgeFor } from '../../../src/background/badge.ts';
import type { Overview } from '../../../src/guidance/overview.ts';
import type { Stage } from '../../../src/objection/life.ts';
import { type Verdict, verdictOf } from '../../../src/verdict/verdict.ts';
import { DAY, failed, NOW, off, on, recordOf, STAGES, switchedOff, VERDICTS, verdictAfter } from '../examples.ts';
import { anyObservations, anyRule, anyTime } from '../verdict/arbitrary.ts';

type Choices = { stage?: Stage; recheckDays?: Overview['reminders']['recheckDays'] };

function badge(verdict: Verdict, { stage = 'not-begun', recheckDays = 30 }: Choices = {}): Badge {
  return badgeFor({ verdict, reminders: { recheckDays, notify: false }, objection: { stage } });
}

const CASES: [string, Verdict][] = [
  ['opted in', VERDICTS['opted in']],
  ['on again', VERDICTS['on again']],
  ['opted out', VERDICTS['opted out']],
  ['opted out, stale', VERDICTS['opted out, stale']],
  ['unconfirmed', VERDICTS.unconfirmed],
  ['unknown', VERDICTS.unknown],
  ['exempt', VERDICTS.exempt],
  ['not checked', VERDICTS['not checked']],
];

const BADGES = CASES.map(([name, verdict]): [string, Badge] => [name, badge(verdict)]);
const OVERDUE = CASES.map(([name, verdict]): [string, Badge] => [name, badge(verdict, { stage: 'overdue' })]);
const OPTED_OUT = badge(VERDICTS['opted out']);
const STALE = badge(VERDICTS['opted out, stale']);
const OLD = badge(VERDICTS['opted out, stale'], { recheckDays: null });
const ON = badge(VERDICTS['opted in']);
const ON_AGAIN = badge(VERDICTS['on again']);

/** Every badge there is. */
const ALL: [string, Badge][] = [
  ...BADGES,
  ['opted out, old', OLD],
  ...OVERDUE.map(([name, one]): [string, Badge] => [`${name}, answer overdue`, one]),
  ['opted out, old, answer overdue', badge(VERDICTS['opted out, stale'], { recheckDays: null, stage: 'overdue' })],
];

function repeated(values: string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

function titleOf({ title }: Badge): string {
  return messages[title as keyof typeof messages].message;
}

describe('the badge', () => {
  it('has another shape for each verdict, so that nobody needs to tell colours apart', () => {
    expect(repeated(BADGES.map(([, { text }]) => text))).toEqual([]);
  });

  it('has another shape for each verdict while an answer is overdue, too', () => {
    expect(repeated(OVERDUE.map(([, { text }]) => text))).toEqual([]);
  });

  it('has another title for each verdict', () => {
    const titles = [...BADGES.map(([, one]) => one), OLD].map(titleOf);
    expect(titles.filter((title) => !title)).toEqual([]);
    expect(repeated(titles)).toEqual([]);
  });

  it.each(ALL)('for "%s" is short enough to be seen whole', (_, { text }) => {
    expect([...text].length).toBeLessThanOrEqual(4);
  });

  it('is empty only before anything was read', () => {
    expect(ALL.filter(([, { text }]) => text === '').map(([name]) => name)).toEqual(['not checked']);
  });

  it.each(ALL.filter(([name]) => name !== 'opted out'))('for "%s" does not look like "opted out"', (_, one) => {
    expect(one.text).not.toBe(OPTED_OUT.text);
    expect(one.background).not.toBe(OPTED_OUT.background);
  });

  it('looks like "opted out" only if that is certain, fresh, unfailed, and no answer is overdue, whatever was seen', () => {
    fc.assert(
      fc.property(
        anyObservations,
        anyRule,
        anyTime,
        fc.constantFrom(...STAGES),
        fc.constantFrom(7, 30, 90, null),
        (observations, rule, now, stage, recheckDays) => {
          const verdict = verdictOf(recordOf(...observations), rule, now, recheckDays ?? undefined);
          const one = badge(verdict, { stage, recheckDays });
          const isCertain = verdict.name === 'opted-out' && verdict.fresh && verdict.failure === null;
          expect(one.text === OPTED_OUT.text).toBe(isCertain && stage !== 'overdue');
          expect(one.background === OPTED_OUT.background).toBe(isCertain && stage !== 'overdue');
          expect(one.title === OPTED_OUT.title).toBe(isCertain);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('warns of "opted in" in a colour of its own', () => {
    const others = ALL.filter(([name]) => !/^(opted in|on again)/.test(name)).map(([, { background }]) => background);
    expect(others).not.toContain(ON.background);
  });

  it('asks to look again at an old answer, which it does not unsay', () => {
    expect(STALE.text).toContain(OPTED_OUT.text);
    expect(STALE.text).toContain('?');
  });

  it('says of an old answer that it is old, and does not ask for more, where the member wants no reminder', () => {
    expect(OLD).toMatchObject({ text: STALE.text, background: STALE.background });
    expect(titleOf(STALE)).toMatch(/check again/);
    expect(titleOf(OLD)).not.toMatch(/check again/);
  });

  it('of "opted out" turns to that of an old answer when a later attempt fails, whatever reminder the member wants', () => {
    for (const recheckDays of [7, 30, null] as const) {
      expect(badge(verdictAfter(off(NOW - DAY), failed('signed-out')), { recheckDays })).toEqual(STALE);
      expect(badge(verdictAfter(off(NOW - 31 * DAY), failed('signed-out')), { recheckDays })).toEqual(STALE);
    }
  });

  it.each(ALL)('for "%s" has white text that stands out from its ground (WCAG: 4.5 to 1)', (_, { background }) => {
    expect(1.05 / (luminance(background) + 0.05)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('"on again"', () => {
  it('is louder than "on": it says more, in the same colour', () => {
    expect(ON_AGAIN.text).toBe(`${ON.text}!`);
    expect(ON_AGAIN.background).toBe(ON.background);
    expect(ON_AGAIN.title).not.toBe(ON.title);
  });

  it('tells when it had been confirmed off and when it was read as on, in this order', () => {
    const first = verdictAfter(off(NOW - 9 * DAY), off(NOW - 5 * DAY), on(NOW - 2 * DAY), on(NOW));
    expect(badge(first).dates).toEqual([NOW - 5 * DAY, NOW - 2 * DAY]);
    expect(titleOf(badge(first))).toMatch(/off on \$1.*on on \$2/i);
  });

  it('tells no dates where it is not on again, and none in its title', () => {
    for (const [, one] of ALL.filter(([, { text }]) => text !== ON_AGAIN.text)) {
      expect(one.dates).toEqual([]);
      expect(titleOf(one)).not.toContain('$');
    }
  });

  it('is never said of what was not confirmed off', () => {
    expect(badge(verdictAfter(on(NOW - DAY), switchedOff(NOW - DAY), on()))).toEqual(ON);
  });

  it('stays as loud when a later attempt fails, or the answer is old', () => {
    expect(badge(verdictAfter(off(NOW - 9 * DAY), on(NOW - DAY), failed('unstable'))).text).toBe(ON_AGAIN.text);
    expect(badge(verdictAfter(off(NOW - 99 * DAY), on(NOW - 60 * DAY))).text).toBe(ON_AGAIN.text);
  });
});

describe('an answer that is overdue', () => {
  it.each([
    ['opted out', '✓!'],
    ['exempt', '–!'],
    ['not checked', '!'],
  ])('is added to the badge of "%s", which needs nothing else: %s', (name, text) => {
    const one = OVERDUE.find(([found]) => found === name)?.[1];
    expect(one?.text).toBe(text);
    expect(one?.background).toBe(STALE.background);
  });

  it.each(['opted in', 'on again', 'opted out, stale', 'unconfirmed', 'unknown'])(
    'leaves the badge of "%s" as it is, which is more urgent',
    (name) => {
      const [one, before] = [OVERDUE, BADGES].map((badges) => badges.find(([found]) => found === name)?.[1]);
      expect(one).toEqual({ ...before, also: 'title_overdue' });
    },
  );

  it.each(CASES)('is a second sentence of the title for "%s", and the first one stays', (_, verdict) => {
    const { title, dates } = badge(verdict);
    expect(badge(verdict, { stage: 'overdue' })).toMatchObject({ title, dates, also: 'title_overdue' });
    expect(messages.title_overdue.message).not.toBe('');
  });

  it.each(STAGES.filter((stage) => stage !== 'overdue'))('is not told at "%s", which changes nothing', (stage) => {
    for (const [name, verdict] of CASES) {
      const quiet = badge(verdict, { stage });
      expect([name, quiet]).toEqual([name, badge(verdict)]);
      expect(quiet.also).toBeNull();
    }
  });
});

/** Relative luminance of a colour written as "#rrggbb", as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
