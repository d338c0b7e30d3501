import type { ReportFile } from './schema.ts';

type Cell = string | number | boolean;
type Line = Record<string, Cell>;

/** What a line is, then what was read. These columns are always there; what the member typed follows as far as there is any. */
const COLUMNS = [
  ...[
    'part',
    'kind',
    'setting',
    'state',
    'at',
    'lastSeen',
    'missing',
    'confirmed.at',
    'confirmed.load',
    'confirmedBefore',
    'load',
    'stayedOnAt',
    'via',
    'label',
    'language',
  ],
  ...['wordsKnown', 'layoutDescribed', 'recognisable', 'reason', 'word', 'note'],
];

const TIMES = ['at', 'lastSeen', 'confirmed.at', 'confirmedBefore', 'stayedOnAt', 'begunAt', 'chosenAt'];

const CHANGED = 'changed.';

/** What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection"), with the full-width signs that some take for it too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * The exported file as CSV (RFC 4180): a line for every reading, failed attempt, mark, objection and so on, with the field names of the
 * JSON file and the part of it that it is from. Times are UTC in ISO form, since a spreadsheet rounds thirteen digits. It begins with a
 * byte order mark, without which Excel takes it for something else than UTF-8.
 */
export function reportCsv(file: ReportFile): string {
  const lines = linesOf(file);
  const columns = [...new Set([...COLUMNS, ...lines.flatMap((line) => Object.keys(line))])];
  const table = [columns, ...lines.map((line) => columns.map((column) => line[column] ?? ''))];
  return `\ufeff${table.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`;
}

function linesOf({ schemaVersion, about, evidence, typed }: ReportFile): Line[] {
  const { region, marks, objection, reminders, recognised } = typed;
  return [
    line('about', 'file', '', { schemaVersion, ...about }),
    ...Object.entries(evidence.settings).flatMap(([id, { history, failure }]) => [
      ...history.map((sighting) => line('evidence', 'history', id, sighting)),
      ...(failure ? [line('evidence', 'failure', id, failure)] : []),
    ]),
    line('typed', 'region', '', region),
    ...Object.entries(marks).map(([id, mark]) => line('typed', mark.note === null ? 'removed-mark' : 'mark', id, mark)),
    line('typed', 'objection', '', objection.current),
    ...objection.earlier.map((earlier) => line('typed', 'earlier-objection', '', earlier)),
    line('typed', 'reminders', '', reminders),
    ...recognised.map(({ setting, ...label }) => line('typed', 'recognised', setting, label)),
  ];
}

function line(part: string, kind: string, setting: string, value: object): Line {
  return { part, kind, setting, ...Object.fromEntries(leaves(value, '')) };
}

/** The values in an object with their names, joined by dots where they lie deeper. What is null is left empty. */
function leaves(value: object, prefix: string): [string, Cell][] {
  return Object.entries(value).flatMap(([key, inner]): [string, Cell][] => {
    const name = prefix + key;
    if (inner === null) return [];
    if (typeof inner === 'object') return leaves(inner, `${name}.`);
    return [[name, TIMES.includes(name) || name.startsWith(CHANGED) ? new Date(inner).toISOString() : inner]];
  });
}

function quoted(cell: Cell): string {
  const text = String(cell);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
