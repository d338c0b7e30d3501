import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import schema from '../../../docs/report.schema.json' with { type: 'json' };
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { SETTINGS } from '../../../src/linkedin/settings.ts';
import { TABLE_DATE } from '../../../src/regions/rules.ts';
import { reportCsv } from '../../../src/report/export-csv.ts';
import { parseReport } from '../../../src/report/import.ts';
import { isReadable } from '../../../src/report/rows.ts';
import type { ReportFile } from '../../../src/report/schema.ts';
import type { SettingRecord } from '../../../src/storage/setting-record.ts';
import { reportSchema } from '../../../tools/report-schema.ts';
import { DAY, failed, failedInList, listed, NOW, off, on, recordOf, storedItems } from '../examples.ts';
import { anyObservations } from '../verdict/arbitrary.ts';
import { fileOf, objection, storedWith } from './examples.ts';

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats(ajv);
const fits = ajv.compile(schema);

const FULL = storedWith({
  settings: {
    [AI_TRAINING]: recordOf(on(NOW - DAY), off(NOW - 2000), failed('unstable', NOW)),
    research: recordOf(listed('on', NOW)),
    'ads-age': recordOf(failedInList('unknown-word', NOW)),
  },
  country: 'DE',
  marks: { research: { at: NOW, note: 'For science, "really"\nand truly; Übung' } },
  objection: objection({ letters: { en: 'Dear LinkedIn,\nno.' }, answer: { on: '2026-11-01', outcome: 'refused' } }),
  earlier: [objection({ sentOn: '2025-11-10', closed: true })],
  reminders: {
    recheckDays: 90,
    notify: true,
    chosenAt: NOW - DAY,
    told: { recheck: { about: 'secret', at: NOW, isShown: true } },
  },
  recognised: [{ setting: AI_TRAINING, label: 'Tuku, raraunga', language: 'mi', answer: 'yes', at: NOW }],
});

function rowsOf(file: ReportFile): Record<string, string>[] {
  return parse(reportCsv(file), { columns: true, bom: true });
}

describe('the exported file', () => {
  it('says from which extension, rules, time and region it is', () => {
    expect(fileOf(FULL).about).toMatchObject({
      extension: 'Untrained',
      extensionVersion: '1.2.3',
      exportedAt: '2026-11-24T12:00:00.000Z',
      ruleTable: TABLE_DATE,
      region: { country: 'DE', chosenBy: 'member', rule: { id: 'eu-eea-ch', status: 'included', since: '2025-11-03' } },
    });
    expect(fileOf(storedWith()).about.region).toEqual({ country: null, chosenBy: null, rule: null });
  });

  it('keeps what was read and what the member typed apart', () => {
    const { evidence, typed } = fileOf(FULL);
    expect(Object.keys(evidence.settings)).toEqual([AI_TRAINING, 'research', 'ads-age']);
    expect(JSON.stringify(evidence)).not.toContain('Dear LinkedIn');
    expect(typed).toEqual({
      region: { country: 'DE' },
      marks: FULL.marks.marks,
      objection: { current: FULL.objection.current, earlier: FULL.objection.earlier },
      reminders: { recheckDays: 90, notify: true, chosenAt: NOW - DAY },
      recognised: FULL.recognised.labels,
    });
  });

  it('holds neither the structure of pages nor what was notified', () => {
    expect(JSON.stringify(fileOf(FULL))).not.toMatch(/details|controls|markup|told|secret/);
  });

  it('fits the published schema, whatever was observed', () => {
    fc.assert(
      fc.property(anyObservations, anyObservations, (one, other) => {
        const settings = { [AI_TRAINING]: recordOf(...one), research: recordOf(...other) };
        const file = JSON.parse(JSON.stringify(fileOf({ ...FULL, settings })));
        expect(fits(file) ? [] : fits.errors).toEqual([]);
        expect(parseReport(JSON.stringify(file), NOW + 90 * DAY)).toEqual({ ok: true, file });
      }),
    );
  });

  it('does not fit the published schema with anything added or of another version', () => {
    expect(fits({ ...fileOf(FULL), extra: 1 })).toBe(false);
    expect(fits({ ...fileOf(FULL), schemaVersion: 1 })).toBe(false);
    expect(fits({ ...fileOf(FULL), schemaVersion: 4 })).toBe(false);
  });
});

it('docs/report.schema.json is up to date (npm run schema makes it)', () => {
  expect(JSON.parse(JSON.stringify(reportSchema()))).toEqual(schema);
});

describe('the exported table', () => {
  it('opens in a CSV library, a line for everything there is, with the names of the JSON file', () => {
    const rows = rowsOf(fileOf(FULL));
    expect(rows.map(({ part, kind, setting }) => `${part} ${kind} ${setting}`.trim())).toEqual([
      'about file',
      'evidence history ai-training',
      'evidence history ai-training',
      'evidence failure ai-training',
      'evidence history research',
      'evidence failure ads-age',
      'typed region',
      'typed mark research',
      'typed objection',
      'typed earlier-objection',
      'typed reminders',
      'typed recognised ai-training',
    ]);
    expect(rows[0]).toMatchObject({
      schemaVersion: '3',
      extensionVersion: '1.2.3',
      ruleTable: TABLE_DATE,
      exportedAt: '2026-11-24T12:00:00.000Z',
      'region.country': 'DE',
      'meaning.evidence': 'read-on-linkedin-pages',
      'meaning.typed': 'typed-by-the-member',
    });
    expect(rows[2]).toMatchObject({
      state: 'off',
      at: '2026-11-24T11:59:58.000Z',
      'confirmed.at': '2026-11-24T11:59:58.000Z',
      load: String(NOW - 2000),
      missing: '',
    });
    expect(rows[11]).toMatchObject({
      label: 'Tuku, raraunga',
      language: 'mi',
      answer: 'yes',
      at: '2026-11-24T12:00:00.000Z',
    });
    expect(rows[5]).toMatchObject({ state: '', reason: 'unknown-word', word: 'Perhaps', via: 'list' });
    expect(rows[7]?.note).toBe(FULL.marks.marks.research?.note);
    expect(rows[8]).toMatchObject({ 'letters.en': 'Dear LinkedIn,\nno.', 'answer.outcome': 'refused' });
  });

  it('has every value that the JSON file has', () => {
    const cells = new Set(rowsOf(fileOf(FULL)).flatMap((row) => Object.values(row)));
    const values: unknown[] = [];
    JSON.stringify(fileOf(FULL), (key, value) => {
      const isTime = typeof value === 'number' && value >= NOW - 3 * 365 * DAY && key !== 'load';
      if (value !== null && typeof value !== 'object') values.push(isTime ? new Date(value).toISOString() : value);
      return value;
    });
    expect(values.map(String).filter((value) => !cells.has(value))).toEqual([]);
  });

  it('has the same columns for what is read, even before anything was', () => {
    const [header] = reportCsv(fileOf(storedWith())).split('\r\n');
    expect(header).toMatch(
      /^\ufeffpart,kind,setting,state,at,lastSeen,missing,confirmed\.at,confirmed\.load,confirmedBefore,load,/,
    );
  });

  it.each(['=HYPERLINK("https://evil.example","x")', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1'])(
    'holds no formula: %j is a text',
    (note) => {
      const file = fileOf(storedWith({ marks: { research: { at: NOW, note } } }));
      expect(rowsOf(file).find(({ kind }) => kind === 'mark')?.note).toBe(`'${note}`);
    },
  );

  it('gives any note back as it is, but for the sign before a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (note) => {
        const file = fileOf(storedWith({ marks: { research: { at: NOW, note } } }));
        const read = rowsOf(file).find(({ kind }) => kind === 'mark')?.note ?? '';
        expect([note, `'${note}`]).toContain(read);
        expect(read).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});

/** Of each setting, in characters. */
const PER_SETTING = 14_000;

describe('ten years of weekly readings stay under 14 kB for each setting', () => {
  const weeks = Array.from({ length: 520 }, (_, week) => ({
    at: NOW + week * 7 * DAY,
    quarter: Math.floor(week / 13),
  }));
  const switches = SETTINGS.filter(({ control }) => control === 'switch');
  const sizeOf = (settings: Record<string, SettingRecord>) => JSON.stringify(storedItems(settings)).length;

  it('of every switch, with one of them changed in each quarter', () => {
    expect(switches.length).toBeGreaterThan(25);
    const settings = switches.map(({ id }, index) => {
      const changesIn = index + 1;
      const observations = weeks.map(({ at, quarter }) =>
        quarter >= changesIn !== quarter >= changesIn + switches.length ? on(at) : off(at),
      );
      return [id, recordOf(...observations)] as const;
    });
    const changes = settings.reduce((sum, [, { history }]) => sum + history.length - 1, 0);
    expect(changes).toBe(39);
    expect(sizeOf(Object.fromEntries(settings)) / settings.length).toBeLessThan(PER_SETTING);
  });

  it('of every switch that can be read, with each of them changed in each quarter', () => {
    const record = recordOf(...weeks.map(({ at, quarter }) => (quarter % 2 ? on(at) : off(at))));
    expect(record.history).toHaveLength(40);
    const settings = switches.filter(isReadable).map(({ id }) => [id, record] as const);
    expect(sizeOf(Object.fromEntries(settings)) / settings.length).toBeLessThan(PER_SETTING);
  });
});
