import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deadline } from '../../../src/objection/deadline.ts';
import { applyChanges, isMembersTurn, type Stage, stageOf } from '../../../src/objection/life.ts';
import { NO_OBJECTION } from '../../../src/storage/nothing.ts';
import { ObjectionChanges, ObjectionRecord } from '../../../src/storage/objection.ts';

const TODAY = '2026-11-24';
const NOW = { now: new Date(2026, 10, 24, 12).getTime(), today: TODAY };
const YESTERDAY = '2026-11-23';
const TOMORROW = '2026-11-25';
const SENT = '2026-10-20';

const DEADLINE: Deadline = { day: '2026-11-21', countsUntil: '2026-11-23' };

/** An objection that was sent, with some properties changed. */
function sent(changes: Partial<ObjectionRecord> = {}): ObjectionRecord {
  return { ...NO_OBJECTION, letters: { en: 'Dear LinkedIn' }, sentOn: SENT, ...changes };
}

function answered(outcome: 'granted' | 'partly' | 'refused', on = TODAY): ObjectionRecord {
  return sent({ answer: { on, outcome } });
}

const anyDay = fc.constantFrom('2026-01-31', SENT, YESTERDAY, TODAY, TOMORROW, '2027-02-28');

const anyParts = {
  country: fc.constantFrom('DE', 'US', null),
  sentOn: fc.option(anyDay),
  caseNumber: fc.string({ maxLength: 20 }),
  extendedOn: fc.option(anyDay),
  answer: fc.option(fc.record({ on: anyDay, outcome: fc.constantFrom('granted', 'partly', 'refused') })),
  complainedOn: fc.option(anyDay),
  closed: fc.boolean(),
  replaced: fc.boolean(),
};

const anyRecord: fc.Arbitrary<ObjectionRecord> = fc
  .tuple(fc.record(anyParts), fc.dictionary(fc.constantFrom('en', 'de', 'fr'), fc.string({ maxLength: 20 })))
  .map(([told, letters]) => ({ ...NO_OBJECTION, ...told, letters }));
const anyChanges: fc.Arbitrary<ObjectionChanges> = fc.record(anyParts, { requiredKeys: [] });

/** What an objection tells, without when it was told. */
function toldIn({ begunAt: _, changed: __, ...told }: ObjectionRecord) {
  return told;
}

function daysOf({ sentOn, extendedOn, answer, complainedOn }: ObjectionRecord): string[] {
  return [sentOn, extendedOn, answer?.on, complainedOn].filter((day) => typeof day === 'string');
}

describe('where an objection stands', () => {
  it.each<[string, ObjectionRecord, Stage]>([
    ['nothing was done', NO_OBJECTION, 'not-begun'],
    ['only a case number is there', { ...NO_OBJECTION, caseNumber: '1' }, 'not-begun'],
    ['a letter was worded', { ...NO_OBJECTION, letters: { de: 'Guten Tag' } }, 'prepared'],
    ['it was sent', sent(), 'sent'],
    ['it was sent without our letter', sent({ letters: {} }), 'sent'],
    ['LinkedIn takes longer', sent({ extendedOn: TODAY }), 'sent'],
    ['LinkedIn granted it', answered('granted'), 'granted'],
    ['LinkedIn granted a part of it', answered('partly'), 'partly'],
    ['LinkedIn refused it', answered('refused'), 'refused'],
    ['the member complained that there is no answer', sent({ complainedOn: TODAY }), 'complained'],
    ['the member complained of the answer', { ...answered('refused'), complainedOn: TODAY }, 'complained'],
    ['the member leaves it out', { ...NO_OBJECTION, closed: true }, 'closed'],
    ['the member leaves it at the answer', { ...answered('partly'), closed: true }, 'closed'],
    ['the member leaves it there after a complaint', sent({ complainedOn: TODAY, closed: true }), 'closed'],
  ])('when %s', (_, record, stage) => {
    expect(stageOf(record, null, TODAY)).toBe(stage);
    expect(stageOf(record, { day: TODAY, countsUntil: TODAY }, TODAY)).toBe(stage);
  });

  it('is told of every record there can be: the last thing that happened decides', () => {
    fc.assert(
      fc.property(anyRecord, fc.option(fc.constant(DEADLINE)), anyDay, (record, deadline, today) => {
        const stage = stageOf(record, deadline, today);
        const isLate = deadline !== null && today > deadline.countsUntil;
        const said: [Stage, boolean][] = [
          ['closed', record.closed],
          ['complained', record.complainedOn !== null],
          [record.answer?.outcome ?? 'granted', record.answer !== null],
          ['overdue', record.sentOn !== null && isLate],
          ['sent', record.sentOn !== null],
          ['prepared', Object.keys(record.letters).length > 0],
          ['not-begun', true],
        ];
        expect(stage).toBe(said.find(([, isSo]) => isSo)?.[0]);
      }),
    );
  });
});

describe('an answer is overdue', () => {
  it.each<[string, string, Stage]>([
    ['not before the deadline', '2026-11-20', 'sent'],
    ['not on the last day of the period, a Saturday', '2026-11-21', 'sent'],
    ['not on the day between', '2026-11-22', 'sent'],
    ['not on the working day that it counts until', '2026-11-23', 'sent'],
    ['from the day after', '2026-11-24', 'overdue'],
    ['in the year after', '2027-01-01', 'overdue'],
  ])('%s', (_, today, stage) => {
    expect(stageOf(sent(), DEADLINE, today)).toBe(stage);
  });

  it('never where no deadline is known', () => {
    expect(stageOf(sent(), null, '2099-12-31')).toBe('sent');
  });

  it('no longer once LinkedIn answered, the member complained, or leaves it', () => {
    const later = [answered('granted'), sent({ complainedOn: TODAY }), sent({ closed: true })];
    expect(later.map((record) => stageOf(record, DEADLINE, TODAY))).toEqual(['granted', 'complained', 'closed']);
  });
});

it.each<[Stage, boolean]>([
  ['not-begun', true],
  ['prepared', true],
  ['sent', false],
  ['overdue', true],
  ['granted', false],
  ['partly', true],
  ['refused', true],
  ['complained', false],
  ['closed', false],
])('at "%s" it is the member’s turn: %j', (stage, isTurn) => {
  expect(isMembersTurn(stage)).toBe(isTurn);
});

describe('a change', () => {
  it.each<[string, ObjectionRecord, ObjectionChanges]>([
    ['that it was sent today', NO_OBJECTION, { sentOn: TODAY }],
    ['of the day it was sent', sent(), { sentOn: YESTERDAY }],
    ['of the case number', sent(), { caseNumber: '123-456' }],
    ['that LinkedIn takes longer', sent(), { extendedOn: TODAY }],
    ['that it was answered', sent(), { answer: { on: TODAY, outcome: 'partly' } }],
    ['that it was answered on the day it was sent', sent(), { answer: { on: SENT, outcome: 'refused' } }],
    ['that the member complained', sent(), { complainedOn: TODAY }],
    ['that the member leaves it', NO_OBJECTION, { closed: true }],
    ['that takes an answer back', answered('refused'), { answer: null }],
    ['that takes all back to the beginning', answered('refused'), { answer: null, sentOn: null }],
    ['of all at once', NO_OBJECTION, { sentOn: SENT, answer: { on: TODAY, outcome: 'granted' }, caseNumber: '1' }],
    ['of nothing', sent(), {}],
  ])('%s is made, and nothing else', (_, record, changes) => {
    const after = applyChanges(record, changes, NOW);
    expect(after.ok && toldIn(after.record)).toEqual({ ...toldIn(record), ...changes });
    expect(after.ok && Object.keys(after.record.changed).sort()).toEqual(Object.keys(changes).sort());
  });

  it.each<[string, ObjectionRecord, ObjectionChanges]>([
    ['to have sent it', NO_OBJECTION, { sentOn: TOMORROW }],
    ['of the extension', sent(), { extendedOn: TOMORROW }],
    ['of the answer', sent(), { answer: { on: TOMORROW, outcome: 'granted' } }],
    ['of the complaint', sent(), { complainedOn: TOMORROW }],
    ['of the answer, and nothing was sent', NO_OBJECTION, { answer: { on: TOMORROW, outcome: 'granted' } }],
  ])('to a day that has not come yet is refused: %s', (_, record, changes) => {
    expect(applyChanges(record, changes, NOW)).toEqual({ ok: false, why: 'in-future' });
  });

  it.each<[string, ObjectionRecord, ObjectionChanges]>([
    ['the extension', sent(), { extendedOn: '2026-10-19' }],
    ['the answer', sent(), { answer: { on: '2026-10-19', outcome: 'granted' } }],
    ['the complaint', sent(), { complainedOn: '2025-12-31' }],
    ['an answer that is there, by another day of sending', answered('granted', YESTERDAY), { sentOn: TODAY }],
  ])('that puts %s before the objection was sent is refused', (_, record, changes) => {
    expect(applyChanges(record, changes, NOW)).toEqual({ ok: false, why: 'before-sent' });
  });

  it.each<[string, ObjectionRecord, ObjectionChanges]>([
    ['an extension', NO_OBJECTION, { extendedOn: TODAY }],
    ['an answer', NO_OBJECTION, { answer: { on: TODAY, outcome: 'granted' } }],
    ['a complaint', { ...NO_OBJECTION, letters: { en: 'Dear LinkedIn' } }, { complainedOn: TODAY }],
    ['an answer that stays when the sending is taken back', answered('granted'), { sentOn: null }],
  ])('that tells of %s to what was never sent is refused', (_, record, changes) => {
    expect(applyChanges(record, changes, NOW)).toEqual({ ok: false, why: 'not-sent' });
  });

  it('that is there but undefined changes nothing', () => {
    const nothing = Object.fromEntries(
      Object.keys(ObjectionChanges.shape).map((key) => [key, undefined]),
    ) as ObjectionChanges;
    const record = { ...answered('partly'), caseNumber: '1', extendedOn: YESTERDAY };
    const both = [nothing, { ...nothing, caseNumber: '2' }].map((changes) => applyChanges(record, changes, NOW));
    expect(both.map((after) => after.ok && toldIn(after.record))).toEqual([
      toldIn(record),
      { ...toldIn(record), caseNumber: '2' },
    ]);
  });

  it('is not held up by a day that was kept before and lies ahead, as after a clock was set back', () => {
    const record = { ...NO_OBJECTION, sentOn: '2099-01-01' };
    expect(applyChanges(record, { caseNumber: '7', closed: true }, NOW).ok).toBe(true);
  });

  it('never alters the record in place', () => {
    fc.assert(
      fc.property(anyRecord, anyChanges, (record, changes) => {
        const before = structuredClone({ record, changes });
        const after = applyChanges(record, changes, NOW);
        expect({ record, changes }).toEqual(before);
        if (after.ok) expect(after.record).not.toBe(record);
      }),
    );
    const frozen = Object.freeze({ ...NO_OBJECTION, letters: Object.freeze({}), changed: Object.freeze({}) });
    expect(applyChanges(frozen, { sentOn: TODAY }, NOW).ok).toBe(true);
  });

  it('that is made gives a record that fits, and tells of no day that lies ahead or before the sending', () => {
    fc.assert(
      fc.property(anyRecord, anyChanges, (record, changes) => {
        const after = applyChanges(record, changes, NOW);
        fc.pre(after.ok);
        if (!after.ok) return;
        expect(toldIn(ObjectionRecord.parse(after.record))).toEqual({ ...toldIn(record), ...changes });
        const told = daysOf({ ...NO_OBJECTION, ...changes } as ObjectionRecord);
        expect(told.filter((day) => day > TODAY)).toEqual([]);
        const { sentOn } = after.record;
        if (told.length > 0 && told[0] !== sentOn) expect(sentOn).not.toBeNull();
        expect(told.filter((day) => day < (sentOn ?? ''))).toEqual([]);
      }),
    );
  });

  it('goes on where two devices told what does not go together, and mends it', () => {
    const both = { ...NO_OBJECTION, sentOn: SENT, answer: { on: '2026-10-01', outcome: 'granted' as const } };
    expect(applyChanges(both, { closed: true }, NOW).ok).toBe(true);
    expect(applyChanges({ ...both, sentOn: null }, { answer: null }, NOW).ok).toBe(true);
    expect(applyChanges(both, { sentOn: '2026-09-30' }, NOW).ok).toBe(true);
    expect(applyChanges(both, { sentOn: '2026-10-02' }, NOW)).toEqual({ ok: false, why: 'before-sent' });
  });
});

it('nothing done yet fits the shape of a record', () => {
  expect(ObjectionRecord.parse(NO_OBJECTION)).toEqual(NO_OBJECTION);
  expect(ObjectionChanges.parse({})).toEqual({});
});
