import { reportCsv } from '../../report/export-csv.ts';
import { reportFile } from '../../report/export-json.ts';
import type { Stored } from '../../storage/stored.ts';

type TextFile = [name: string, type: string, text: string];

/** Everything stored as a JSON file: name, type and text. */
export function jsonFile(stored: Stored, version: string, now: number): TextFile {
  const text = `${JSON.stringify(reportFile(stored, { version, now }), null, 2)}\n`;
  return [nameOf(now, 'json'), 'application/json', text];
}

/** The same as CSV. */
export function csvFile(stored: Stored, version: string, now: number): TextFile {
  return [nameOf(now, 'csv'), 'text/csv;charset=utf-8', reportCsv(reportFile(stored, { version, now }))];
}

function nameOf(now: number, ending: string): string {
  return `untrained-${new Date(now).toISOString().slice(0, 10)}.${ending}`;
}
