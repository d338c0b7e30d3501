import { describe, expect, it } from 'vitest';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { SETTINGS } from '../../../src/linkedin/settings.ts';
import { countsOf, OUTCOMES, type ReportRow, reportRows, sectionsOf } from '../../../src/report/rows.ts';
import type { Observation } from '../../../src/verdict/observation.ts';
import { DAY, failed, failedInList, inTurn, listed, NOW, off, offUnproven, on, recordOf } from '../examples.ts';
import { storedWith } from './examples.ts';

const MARK = { at: NOW, note: 'I like it' };

function row(id: string, observations: Observation[], mark = false): ReportRow {
  const stored = storedWith({
    settings: { [id]: recordOf(...inTurn(observations)) },
    marks: mark ? { [id]: MARK } : {},
  });
  return reportRows(stored, NOW).find(({ setting }) => setting.id === id) as ReportRow;
}

describe('the report', () => {
  it('has one row for every setting of the catalogue, in its order, before anything was read', () => {
    const rows = reportRows(storedWith(), NOW);
    expect(rows.map(({ setting }) => setting)).toEqual(SETTINGS);
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['not-checked']));
  });

  it.each<[string, string, Observation[], string, string]>([
    ['off, as recommended', 'research', [off()], 'off', 'as-recommended'],
    ['off in the list, as recommended', 'research', [listed('off')], 'off', 'as-recommended'],
    ['off after a click elsewhere, as recommended', 'research', [offUnproven()], 'off', 'as-recommended'],
    ['on', 'research', [on()], 'on', 'not-as-recommended'],
    ['the AI setting off, confirmed', AI_TRAINING, [off()], 'off', 'as-recommended'],
    ['the AI setting off, not confirmed', AI_TRAINING, [offUnproven()], 'off', 'unconfirmed'],
    ['the AI setting off in the list', AI_TRAINING, [listed('off')], 'off', 'unconfirmed'],
    ['the AI setting on', AI_TRAINING, [on()], 'on', 'not-as-recommended'],
    ['nothing recommended', 'focused-inbox', [on()], 'on', 'your-choice'],
    ['no control', 'research', [failed('no-control')], 'absent', 'not-offered'],
    ['another failure', 'research', [failed('unstable')], 'unknown', 'unreadable'],
    ['a list without a value', 'research', [failedInList('no-value')], 'unknown', 'unreadable'],
    ['never read', 'research', [], 'not-checked', 'not-read'],
    ['no switch', 'permitted-services', [], 'not-checked', 'look-yourself'],
    ['no known address', 'read-receipts', [], 'not-checked', 'look-yourself'],
    ['no control, after it was seen', 'research', [on(), failed('no-control')], 'on', 'not-as-recommended'],
    ['a failure after it was seen', AI_TRAINING, [off(), failed('unstable')], 'off', 'as-recommended'],
  ])('says of a setting with %s', (_, id, observations, state, outcome) => {
    expect(row(id, observations)).toMatchObject({ state, outcome });
  });

  it('shows a later failure beside the reading that stands', () => {
    expect(row('research', [on(), failed('signed-out')])).toMatchObject({
      sighting: { state: 'on' },
      failure: { reason: 'signed-out' },
    });
  });

  it('counts a marked setting as decided, whatever is recommended', () => {
    expect(row('research', [on()], true)).toMatchObject({ outcome: 'decided', mark: MARK, state: 'on' });
    expect(row('permitted-services', [], true).outcome).toBe('decided');
  });

  it('does not let a mark hide that nothing could be read', () => {
    expect(row('research', [], true).outcome).toBe('not-read');
    expect(row('research', [failed('unstable')], true).outcome).toBe('unreadable');
    expect(row('research', [failed('no-control')], true).outcome).toBe('not-offered');
  });

  it('opens a setting at the first address that is known, and links to nothing where none is', () => {
    expect(row('partner-sharing', []).url).toBe(
      'https://www.linkedin.com/mypreferences/s/settings/share-data-with-trusted-partners',
    );
    expect(row('search-history', []).url).toBeNull();
  });

  it('says whether the reading is fresh, by the member’s own interval', () => {
    expect(row('research', [on(NOW - 30 * DAY)]).fresh).toBe(true);
    expect(row('research', [on(NOW - 31 * DAY)]).fresh).toBe(false);
    expect(row('research', [on(NOW + DAY)]).fresh).toBe(false);
    expect(row('research', [off(NOW - 40 * DAY), listed('off', NOW)]).fresh).toBe(true);
    const weekly = storedWith({
      settings: { research: recordOf(on(NOW - 8 * DAY)) },
      reminders: { recheckDays: 7 },
    });
    expect(reportRows(weekly, NOW).some(({ fresh }) => fresh)).toBe(false);
  });

  it('holds the AI setting’s freshness to its verdict: seen again in a list proves no more', () => {
    expect(row(AI_TRAINING, [off(NOW - 40 * DAY), listed('off', NOW)]).fresh).toBe(false);
  });
});

it('counts every row once', () => {
  const rows = reportRows(storedWith({ settings: { research: recordOf(on()), [AI_TRAINING]: recordOf(off()) } }), NOW);
  const counts = countsOf(rows);
  expect(Object.keys(counts)).toEqual([...OUTCOMES]);
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(SETTINGS.length);
  expect(counts).toMatchObject({ 'not-as-recommended': 1, 'as-recommended': 1 });
});

it('groups rows by LinkedIn’s categories and sections, in the catalogue’s order, losing none', () => {
  const categories = sectionsOf(reportRows(storedWith(), NOW));
  expect(categories.map(({ category }) => category)).toEqual(['privacy', 'ads', 'profile-visibility']);
  expect(categories[0]?.sections[0]?.section).toBe('How LinkedIn uses your data');
  const rows = categories.flatMap(({ sections }) => sections.flatMap((section) => section.rows));
  expect(rows.map(({ setting }) => setting)).toEqual(SETTINGS);
});
