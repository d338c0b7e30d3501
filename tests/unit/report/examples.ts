import { reportFile } from '../../../src/report/export-json.ts';
import type { ReportFile } from '../../../src/report/schema.ts';
import { NO_OBJECTION } from '../../../src/storage/nothing.ts';
import type { ObjectionRecord } from '../../../src/storage/objection.ts';
import type { SettingRecord } from '../../../src/storage/setting-record.ts';
import { STORED, type Stored } from '../../../src/storage/stored.ts';
import { NOW } from '../examples.ts';

type Known = {
  settings?: Record<string, SettingRecord>;
  country?: string | null;
  marks?: Stored['marks']['marks'];
  objection?: ObjectionRecord;
  earlier?: ObjectionRecord[];
  reminders?: Partial<Stored['reminders']>;
  recognised?: Stored['recognised']['labels'];
};

/** What is stored once this is known, all else being as it is at first. */
export function storedWith({
  settings = {},
  country = null,
  marks = {},
  objection = NO_OBJECTION,
  earlier = [],
  reminders = {},
  recognised = [],
}: Known = {}): Stored {
  return {
    settings,
    region: { version: 1, country },
    objection: { version: 2, current: objection, earlier },
    reminders: { ...STORED.reminders.empty, ...reminders },
    marks: { version: 2, marks },
    report: STORED.report.empty,
    recognised: { version: 1, labels: recognised },
    setAside: STORED.setAside.empty,
  };
}

/** What a browser in which this is stored exports. */
export function fileOf(stored: Stored, now = NOW): ReportFile {
  return reportFile(stored, { version: '1.2.3', now });
}

/** An objection that was sent, with the rest as at first, told a minute after it was begun. */
export function objection(changes: Partial<ObjectionRecord> = {}): ObjectionRecord {
  const told = { sentOn: '2026-10-01', caseNumber: 'TS-1', ...changes };
  const begunAt = Date.parse(told.sentOn ?? '2026-10-01');
  const { letters = {}, ...others } = told;
  const names = [...Object.keys(others), ...Object.keys(letters).map((language) => `letters.${language}`)];
  const changed = Object.fromEntries(names.filter((name) => name !== 'id').map((name) => [name, begunAt + 60_000]));
  return { ...NO_OBJECTION, id: told.sentOn ?? 'unsent', begunAt, changed, ...told };
}
