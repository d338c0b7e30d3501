import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { LIMITS } from '../../../src/linkedin/limits.ts';
import { DESCRIBED } from '../../../src/storage/details.ts';
import { pieceKey, settingKey } from '../../../src/storage/keys.ts';
import { RECHECK_CHOICES, TYPED_LIMITS } from '../../../src/storage/limits.ts';
import { NO_OBJECTION, NOTHING_KNOWN } from '../../../src/storage/nothing.ts';
import type { ObjectionRecord } from '../../../src/storage/objection.ts';
import { parseStored } from '../../../src/storage/parse.ts';
import { STORED, type StoredKind } from '../../../src/storage/stored.ts';
import { failed, NOW, off, on, recordOf } from '../examples.ts';
import { anyObservations } from '../verdict/arbitrary.ts';

const KEYS = Object.keys(STORED) as StoredKind[];

function setting(record: object) {
  return { version: 1, ...record };
}

/** A record with one sighting, of which some properties are others. */
function sightingWith(changes: object) {
  const record = recordOf(off());
  return { ...record, history: record.history.map((sighting) => ({ ...sighting, ...changes })) };
}

function manyControls(count: number) {
  const { details } = off();
  return { ...details, controls: Array.from({ length: count }, () => details?.controls[0]) };
}

function failureWith(changes: object) {
  const record = recordOf(failed('unstable'));
  return { ...record, failure: { ...record.failure, ...changes } };
}

describe.each(KEYS)('"%s"', (key) => {
  it('is empty before anything was written', () => {
    expect(parseStored(key, undefined)).toEqual({ ok: true, value: STORED[key].empty });
  });

  it('may be empty: what it is at first fits its own shape', () => {
    expect(parseStored(key, STORED[key].empty)).toEqual({ ok: true, value: STORED[key].empty });
  });

  it('of a version to come does not fit, and says so', () => {
    expect(parseStored(key, { ...STORED[key].empty, version: STORED[key].empty.version + 1 })).toMatchObject({
      ok: false,
      value: STORED[key].empty,
      problem: expect.stringContaining(`${key}.version`),
    });
  });

  it('with anything added does not fit', () => {
    expect(parseStored(key, { ...STORED[key].empty, extra: 1 })).toMatchObject({ ok: false, value: STORED[key].empty });
  });

  it.each([null, 0, '', 'text', [], {}, true])('that is %j does not fit', (raw) => {
    expect(parseStored(key, raw)).toMatchObject({
      ok: false,
      value: STORED[key].empty,
      problem: expect.stringContaining(key),
    });
  });

  it('never throws, and never lets junk through, whatever is stored', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        const parsed = parseStored(key, raw);
        expect(parsed.ok).toBe(raw === undefined);
        expect(parsed.value).toEqual(STORED[key].empty);
      }),
    );
  });
});

describe('a setting', () => {
  it('comes back as it was kept, whatever was observed', () => {
    fc.assert(
      fc.property(anyObservations, (observations) => {
        const kept = setting(recordOf(...observations));
        expect(parseStored('setting', JSON.parse(JSON.stringify(kept)))).toEqual({ ok: true, value: kept });
      }),
    );
  });

  it.each<[string, object]>([
    ['a state that is neither on nor off', sightingWith({ state: 'unknown' })],
    ['a time before 1970', sightingWith({ at: -1 })],
    ['a time that is no whole number', sightingWith({ lastSeen: 0.5 })],
    ['a time in words', sightingWith({ confirmed: { at: 'yesterday', load: 7 } })],
    ['a use of the switch at no time', sightingWith({ stayedOnAt: null })],
    ['a use of the switch before 1970', sightingWith({ stayedOnAt: -1 })],
    ['a confirmation that is only a time', sightingWith({ confirmed: NOW })],
    ['a confirmation without its load', sightingWith({ confirmed: { at: NOW } })],
    ['a confirmation by a load before 1970', sightingWith({ confirmed: { at: NOW, load: -1 } })],
    ['a confirmation with more than time and load', sightingWith({ confirmed: { at: NOW, load: 7, extra: 1 } })],
    ['a sighting without its load', sightingWith({ load: undefined })],
    ['a load before 1970', sightingWith({ load: -1 })],
    ['a missing proof that is not one', sightingWith({ missing: 'held' })],
    ['no word on what is missing', sightingWith({ missing: undefined })],
    ['an earlier confirmation at no time', sightingWith({ confirmedBefore: null })],
    ['a latest word without its time', { ...recordOf(off()), newest: { load: NOW, before: null } }],
    ['a latest word that nothing came before', { ...recordOf(off()), newest: { load: NOW, spokenAt: NOW } }],
    ['no word on which load spoke last', { ...recordOf(off()), newest: undefined }],
    ['details with a text of the page', { ...recordOf(off()), details: { ...off().details, language: 'Jane Doe!' } }],
    ['a failure that keeps its load', failureWith({ load: 7 })],
    ['a label longer than any that is kept', sightingWith({ label: 'x'.repeat(LIMITS.text + 1) })],
    ['a language longer than any that is kept', sightingWith({ language: 'x'.repeat(LIMITS.language + 1) })],
    ['something missing', sightingWith({ wordsKnown: undefined })],
    ['something added', sightingWith({ extra: 1 })],
    ['a source that is neither page nor list', sightingWith({ via: 'hearsay' })],
    ['a reason that is not on the list', failureWith({ reason: 'because' })],
    ['a word longer than any that is kept', failureWith({ word: 'x'.repeat(LIMITS.value + 1) })],
    ['no history', { ...recordOf(), history: undefined }],
    ['no word on what lies in pieces', { ...recordOf(), earlier: undefined }],
    ['half a piece', { ...recordOf(), earlier: { ...recordOf().earlier, pieces: 0.5 } }],
    ['gaps, which are only found in pieces', { ...recordOf(), gaps: [0] }],
    ['details of more controls than are kept', { ...recordOf(off()), details: manyControls(DESCRIBED + 1) }],
  ])('with %s does not fit', (_, record) => {
    expect(parseStored('setting', setting(record), settingKey(AI_TRAINING))).toMatchObject({
      ok: false,
      value: { version: 1, ...NOTHING_KNOWN },
      problem: expect.stringContaining(`${settingKey(AI_TRAINING)}.`),
    });
  });
});

describe('a piece of a history', () => {
  const { history } = recordOf(on(NOW - 1), off());

  it.each([[history], [[]], [null]])('comes back as it was kept', (kept) => {
    const value = { version: 1, history: kept };
    expect(parseStored('piece', JSON.parse(JSON.stringify(value)))).toEqual({ ok: true, value });
  });

  it('with one entry that does not fit does not fit', () => {
    const raw = { version: 1, history: [...history, { ...history[0], at: -1 }] };
    expect(parseStored('piece', raw, pieceKey(AI_TRAINING, 7))).toMatchObject({
      ok: false,
      value: { version: 1, history: null },
      problem: expect.stringContaining(`${pieceKey(AI_TRAINING, 7)}.history.2.at`),
    });
  });
});

describe('the region', () => {
  it.each(['DE', 'GB', null])('%s comes back as it was kept', (country) => {
    expect(parseStored('region', { version: 1, country })).toEqual({ ok: true, value: { version: 1, country } });
  });

  it.each(['de', 'DEU', 'D', '', 7, undefined])('%j does not fit', (country) => {
    expect(parseStored('region', { version: 1, country })).toMatchObject({
      ok: false,
      value: { version: 1, country: null },
      problem: expect.stringContaining('region.country'),
    });
  });
});

describe('the objection', () => {
  const full: ObjectionRecord = {
    id: 'era 0',
    begunAt: NOW,
    letters: { en: 'x'.repeat(TYPED_LIMITS.letter), 'pt-BR': '' },
    country: 'DE',
    sentOn: '2026-10-20',
    caseNumber: 'x'.repeat(TYPED_LIMITS.caseNumber),
    extendedOn: '2026-11-01',
    answer: { on: '2028-02-29', outcome: 'partly' },
    complainedOn: '2026-11-24',
    closed: true,
    replaced: false,
    changed: { sentOn: NOW, 'letters.pt-BR': NOW + 1 },
  };

  it('is nothing done and nothing before at first', () => {
    expect(STORED.objection.empty).toEqual({ version: 2, current: NO_OBJECTION, earlier: [] });
  });

  it('comes back as it was kept, with those before it', () => {
    const kept = { version: 2, current: full, earlier: [full, NO_OBJECTION] };
    expect(parseStored('objection', JSON.parse(JSON.stringify(kept)))).toEqual({ ok: true, value: kept });
  });

  it.each<[string, object]>([
    ['a letter longer than any that is kept', { letters: { en: 'x'.repeat(TYPED_LIMITS.letter + 1) } }],
    ['a letter that is no text', { letters: { en: 7 } }],
    ['a letter in what is no language', { letters: { 'no-language': 'x' } }],
    ['a case number longer than any that is kept', { caseNumber: 'x'.repeat(TYPED_LIMITS.caseNumber + 1) }],
    ['a day that there is not', { sentOn: '2026-02-29' }],
    ['a month that there is not', { sentOn: '2026-13-01' }],
    ['a day written otherwise', { extendedOn: '24.11.2026' }],
    ['a day with a time', { complainedOn: '2026-11-24T00:00:00Z' }],
    ['a day that is a number', { sentOn: NOW }],
    ['an outcome that is invalid', { answer: { on: '2026-11-24', outcome: 'maybe' } }],
    ['an answer without its day', { answer: { outcome: 'granted' } }],
    ['a word for whether it is closed', { closed: 'yes' }],
    ['something missing', { sentOn: undefined }],
    ['something added', { extra: 1 }],
    ['a time of what cannot be told', { changed: { constructor: NOW } }],
    ['a time later than any', { changed: { sentOn: 8.64e15 + 1 } }],
  ])('with %s does not fit, nor does one before', (_, changes) => {
    const misfit = { ...full, ...changes };
    for (const raw of [
      { version: 2, current: misfit, earlier: [] },
      { version: 2, current: NO_OBJECTION, earlier: [full, misfit] },
    ]) {
      expect(parseStored('objection', raw)).toMatchObject({
        ok: false,
        value: STORED.objection.empty,
        problem: expect.stringContaining('objection.'),
      });
    }
  });
});

describe('the reminders', () => {
  it('are each 30 days, without notifications, before the member chose', () => {
    expect(STORED.reminders.empty).toEqual({ version: 2, recheckDays: 30, notify: false, chosenAt: 0, told: {} });
  });

  it.each(RECHECK_CHOICES)('come back as the member chose them: %j', (recheckDays) => {
    const kept = {
      version: 2,
      recheckDays,
      notify: true,
      chosenAt: NOW,
      told: {
        recheck: { about: '1', at: NOW, isShown: true },
        overdue: { about: '2026-11-24', at: 0, isShown: false },
      },
    };
    expect(parseStored('reminders', kept)).toEqual({ ok: true, value: kept });
  });

  it.each<[string, object]>([
    ['an interval that is no choice', { recheckDays: 8 }],
    ['an interval of no days', { recheckDays: 0 }],
    ['an interval in words', { recheckDays: '30' }],
    ['no interval', { recheckDays: undefined }],
    ['a word for whether to notify', { notify: 'true' }],
    ['a time for what was told', { told: { recheck: NOW } }],
  ])('with %s do not fit', (_, changes) => {
    expect(parseStored('reminders', { ...STORED.reminders.empty, ...changes })).toMatchObject({
      ok: false,
      value: STORED.reminders.empty,
      problem: expect.stringContaining('reminders.'),
    });
  });
});

describe('the marks', () => {
  it('come back as they were kept', () => {
    const kept = {
      version: 2,
      marks: {
        [AI_TRAINING]: { at: NOW, note: 'x'.repeat(500) },
        other: { at: 0, note: '' },
        third: { at: 1, note: null },
      },
    };
    expect(parseStored('marks', kept)).toEqual({ ok: true, value: kept });
  });

  it.each<[string, unknown]>([
    ['a note too long', { at: NOW, note: 'x'.repeat(501) }],
    ['no note', { at: NOW }],
    ['a time in words', { at: 'yesterday', note: '' }],
    ['something added', { at: NOW, note: '', extra: 1 }],
    ['only a truth', true],
  ])('with %s do not fit', (_, mark) => {
    expect(parseStored('marks', { version: 2, marks: { [AI_TRAINING]: mark } })).toMatchObject({
      ok: false,
      value: { version: 2, marks: {} },
      problem: expect.stringContaining(`marks.marks.${AI_TRAINING}`),
    });
  });
});

describe('the labels that the member has recognised', () => {
  const label = { setting: AI_TRAINING, label: 'x'.repeat(LIMITS.text), language: 'mi', answer: 'yes', at: NOW };

  it('are none at first, and come back as they were kept', () => {
    expect(STORED.recognised.empty).toEqual({ version: 1, labels: [] });
    const kept = { version: 1, labels: [label, { ...label, answer: 'no', language: '' }] };
    expect(parseStored('recognised', kept)).toEqual({ ok: true, value: kept });
  });

  it.each<[string, object]>([
    ['no label', { label: '' }],
    ['a label too long', { label: 'x'.repeat(LIMITS.text + 1) }],
    ['a language too long', { language: 'x'.repeat(LIMITS.language + 1) }],
    ['an answer that is invalid', { answer: 'unsure' }],
    ['no answer', { answer: null }],
    ['a setting that can be none', { setting: '__proto__' }],
    ['a time in words', { at: 'yesterday' }],
    ['something added', { extra: 1 }],
    ['a time of what cannot be told', { changed: { constructor: NOW } }],
    ['a time later than any', { changed: { sentOn: 8.64e15 + 1 } }],
  ])('with %s do not fit', (_, changes) => {
    expect(parseStored('recognised', { version: 1, labels: [label, { ...label, ...changes }] })).toMatchObject({
      ok: false,
      value: { version: 1, labels: [] },
      problem: expect.stringContaining('recognised.labels.1'),
    });
  });
});

describe('the report', () => {
  it('was never seen before anything was written, and comes back as it was kept', () => {
    expect(STORED.report.empty).toEqual({ version: 1, seenUntil: 0 });
    expect(parseStored('report', { version: 1, seenUntil: NOW })).toEqual({
      ok: true,
      value: { version: 1, seenUntil: NOW },
    });
  });

  it.each(['yesterday', null, undefined, Number.NaN])('that was seen until %j does not fit', (seenUntil) => {
    expect(parseStored('report', { version: 1, seenUntil })).toMatchObject({
      ok: false,
      value: { version: 1, seenUntil: 0 },
      problem: expect.stringContaining('report.seenUntil'),
    });
  });
});

describe('what was set aside', () => {
  it('comes back as it was found, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const kept = { version: 1, values: [{ key: 'audit', at: NOW, problem: 'audit.version: wrong', value }] };
        expect(parseStored('setAside', kept)).toEqual({ ok: true, value: kept });
      }),
    );
  });

  it.each([{ key: 'audit' }, 'text', { key: 1, at: NOW, problem: '', value: 1 }])('does not fit as %j', (entry) => {
    expect(parseStored('setAside', { version: 1, values: [entry] })).toMatchObject({ ok: false });
  });
});
