import { describe, expect, it } from 'vitest';
import { seal, unseal } from '../../../src/guidance/kept-overview.ts';
import { overviewOf } from '../../../src/guidance/overview.ts';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { STORED } from '../../../src/storage/stored.ts';
import { DAY, NOW, off, on, recordOf, storedWith } from '../examples.ts';

const VERSION = '1.2.3';
const OFF = { settings: { [AI_TRAINING]: recordOf(off(NOW - DAY)) } };
const IN_GERMANY = { region: { version: 1, country: 'DE' } } as const;

function overview(stored: Parameters<typeof storedWith>[0], now = NOW) {
  return overviewOf(storedWith(stored), { guess: 'DE', managed: {}, era: 'era', version: VERSION, now });
}

/** Written and read as storage does. */
function sealed(stored: Parameters<typeof storedWith>[0], now = NOW) {
  return JSON.parse(JSON.stringify(seal(overview(stored, now))));
}

describe('an overview that was kept', () => {
  it.each([
    ['off', { ...OFF, ...IN_GERMANY }],
    ['on', { settings: { [AI_TRAINING]: recordOf(off(NOW - 9 * DAY), on(NOW - DAY)) } }],
    ['a country alone', IN_GERMANY],
  ] as const)('says what the overview itself says: %s', (_, stored) => {
    const { verdict, region, question, managed, objection } = overview(stored);
    const withoutSources = JSON.parse(JSON.stringify(region, (key, value) => (key === 'sources' ? [] : value)));
    expect(unseal(sealed(stored), VERSION, NOW)).toMatchObject({
      ...{ verdict, region: withoutSources, question, managed },
      objection: { stage: objection.stage },
    });
  });

  it('is as fresh as the overview of each later day, and never fresher', () => {
    for (let days = -2; days < 40; days++) {
      const now = NOW + days * DAY;
      const { name, fresh } = overview(OFF, now).verdict;
      expect(unseal(sealed(OFF), VERSION, now)?.verdict, String(days)).toMatchObject({ name, fresh });
    }
    expect(unseal(sealed(OFF), VERSION, NOW + 39 * DAY)?.verdict.fresh).toBe(false);
  });

  it('goes by the interval that the member has chosen', () => {
    const weekly = { ...OFF, reminders: { ...STORED.reminders.empty, recheckDays: 7 as const } };
    expect(unseal(sealed(weekly), VERSION, NOW + 5 * DAY)?.verdict.fresh).toBe(true);
    expect(unseal(sealed(weekly), VERSION, NOW + 7 * DAY)?.verdict.fresh).toBe(false);
  });

  it('is not shown where the rule in force is another one by now', () => {
    const before = Date.UTC(2025, 9, 20);
    expect(overview(IN_GERMANY, before).verdict.name).toBe('exempt');
    expect(unseal(sealed(IN_GERMANY, before), VERSION, before)?.verdict.name).toBe('exempt');
    expect(unseal(sealed(IN_GERMANY, before), VERSION, NOW)).toBeNull();
  });

  it('is not shown where the answer to an objection has become overdue', () => {
    const { current, ...others } = STORED.objection.empty;
    const stored = { ...OFF, ...IN_GERMANY, objection: { ...others, current: { ...current, sentOn: '2026-11-02' } } };
    expect(unseal(sealed(stored), VERSION, NOW)?.objection.stage).toBe('sent');
    expect(unseal(sealed(stored), VERSION, NOW + 60 * DAY)).toBeNull();
  });

  it.each([
    ['nothing', undefined],
    ['taken away', null],
    ['a text', 'opted-out'],
    ['of another version', { ...sealed(OFF), version: '1.2.2' }],
    ['without its sum', { ...sealed(OFF), sum: undefined }],
    ['cut short', { ...sealed(OFF), text: sealed(OFF).text.slice(0, -1) }],
    ['with another word in it', { ...sealed(OFF), text: sealed(OFF).text.replace('"off"', '"on"') }],
    ['an overview as it is', overview(OFF)],
  ])('is not shown where it is not what this version has written: %s', (_, raw) => {
    expect(unseal(raw, VERSION, NOW)).toBeNull();
  });

  it('is small, and none where nothing is known', () => {
    expect(JSON.stringify(seal(overview({ ...OFF, ...IN_GERMANY }))).length).toBeLessThan(1600);
    expect(seal(overview({}))).toBeNull();
  });
});
