import { OBJECTIONS } from './limits.ts';
import { changeAfter, isNewer } from './newest.ts';
import {
  type LetterEdit,
  NO_OBJECTION,
  type ObjectionChanges,
  type ObjectionRecord,
  StoredObjection,
} from './objection.ts';

/** What is told of an objection, each by a name of its own. */
type Fields = Record<string, unknown>;

type Objections = Omit<StoredObjection, 'version'>;

/** An objection with what the member tells of it now (milliseconds). */
export function withChanges(record: ObjectionRecord, changes: ObjectionChanges, now: number): ObjectionRecord {
  // A change that is there but undefined changes nothing.
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return changed(record, Object.fromEntries(given), now);
}

/** An objection with a letter that was edited now (milliseconds); null where that was not made of the one which is there. */
export function withLetter(
  record: ObjectionRecord,
  { language, from, to }: LetterEdit,
  now: number,
): ObjectionRecord | null {
  const there = record.letters[language] ?? null;
  // Said twice, it is said once.
  if (there === to) return record;
  return there === from ? changed(record, { [letterName(language)]: to ?? undefined }, now) : null;
}

/**
 * The objection under way, with the id that one has which is yet to be begun. `era` is another one after all was deleted, so that what stems
 * from before cannot be taken for part of what comes after it.
 */
export function currentIn({ current, earlier }: Objections, era: string): ObjectionRecord {
  if (current.id !== '') return current;
  const taken = new Set(earlier.map(({ id }) => id));
  let number = 0;
  while (taken.has(`${era} ${number}`)) number++;
  return { ...current, id: `${era} ${number}` };
}

/** One objection as two devices know it: of each thing the newest word. */
function mergedRecord(ours: ObjectionRecord, theirs: ObjectionRecord): ObjectionRecord {
  const [here, there] = [fieldsOf(ours), fieldsOf(theirs)];
  const names = [...Object.keys({ ...ours.changed, ...theirs.changed, ...here, ...there })];
  const word = (fields: Fields, { changed }: ObjectionRecord, name: string) => ({
    value: fields[name],
    at: changed[name],
  });
  const newer = names.filter((name) => isNewer(word(there, theirs, name), word(here, ours, name)));
  const begunAt = Math.min(ours.begunAt, theirs.begunAt);
  if (newer.length === 0 && begunAt === ours.begunAt) return ours;
  const times = newer.flatMap((name) => (theirs.changed[name] === undefined ? [] : [[name, theirs.changed[name]]]));
  return {
    ...withFields(ours, { ...here, ...Object.fromEntries(newer.map((name) => [name, there[name]])) }),
    begunAt,
    changed: { ...ours.changed, ...Object.fromEntries(times) },
  };
}

/**
 * Objections of any origin, each once. Under way is the one that was sent, else the one begun last; those are left aside that the member has
 * replaced by another. A pure function of what is in them, so that devices which know the same show the same.
 */
export function arranged(records: ObjectionRecord[]): Objections {
  const byId = new Map<string, ObjectionRecord>();
  for (const record of records) {
    if (record.id === '') continue;
    const known = byId.get(record.id);
    byId.set(record.id, known ? mergedRecord(known, record) : record);
  }
  const all = [...byId.values()].sort((a, b) => a.begunAt - b.begunAt || (a.id < b.id ? -1 : 1));
  const underWay = all.filter(({ replaced }) => !replaced);
  const current = underWay.findLast(isRunning) ?? underWay.at(-1) ?? NO_OBJECTION;
  return { current, earlier: all.filter((record) => record !== current).slice(-OBJECTIONS) };
}

/**
 * Objections of the first version, which had neither an identity nor times. What they tell is older than anything told since: `age` says which of
 * two such words counts. What does not fit stays as it is, for the schema to refuse.
 */
export function ofVersion1(old: unknown, age: number): unknown {
  const { current, earlier } = (old ?? {}) as { current?: unknown; earlier?: unknown };
  if (!isObject(old) || !isObject(current) || !Array.isArray(earlier)) return old;
  const converted = {
    ...old,
    current: recordOfVersion1(current, age, false),
    earlier: earlier.map((record) => (isObject(record) ? recordOfVersion1(record, age - 1, true) : record)),
  };
  const { success, data } = StoredObjection.safeParse({ ...converted, version: 2 });
  return success ? arranged([data.current, ...data.earlier]) : converted;
}

function recordOfVersion1(old: Fields, at: number, replaced: boolean): Fields {
  const empty = fieldsOf(NO_OBJECTION);
  const letters = isObject(old.letters) ? Object.keys(old.letters).map(letterName) : [];
  const names = Object.keys(empty).filter((name) => name in old && !isSame(old[name], empty[name]));
  const told = [...names, ...letters];
  if (told.length === 0 && !replaced) return { country: null, ...old, id: '', begunAt: 0, replaced, changed: {} };
  const changed = Object.fromEntries([...told, 'replaced'].map((name) => [name, at]));
  const id = `${old.sentOn ?? ''} ${old.caseNumber ?? ''}`;
  return { country: null, ...old, id, begunAt: Date.parse(String(old.sentOn)) || 0, replaced, changed };
}

function isRunning({ sentOn, closed }: ObjectionRecord): boolean {
  return sentOn !== null && !closed;
}

function changed(record: ObjectionRecord, fields: Fields, now: number): ObjectionRecord {
  const times = Object.keys(fields).map((name) => [name, changeAfter(record.changed[name], now)]);
  return {
    ...withFields(record, { ...fieldsOf(record), ...fields }),
    begunAt: Object.keys(record.changed).length === 0 ? now : record.begunAt,
    changed: { ...record.changed, ...Object.fromEntries(times) },
  };
}

const LETTERS = 'letters.';

function letterName(language: string): string {
  return LETTERS + language;
}

function fieldsOf({ id: _, begunAt: __, changed: ___, letters, ...fields }: ObjectionRecord): Fields {
  const named = Object.entries(letters).map(([language, text]) => [letterName(language), text]);
  return { ...fields, ...Object.fromEntries(named) };
}

function withFields(record: ObjectionRecord, all: Fields): ObjectionRecord {
  const isLetter = (name: string) => name.startsWith(LETTERS);
  const letters = Object.entries(all).filter(([name, text]) => isLetter(name) && text !== undefined);
  const fields = Object.entries(all).filter(([name]) => !isLetter(name));
  return {
    ...record,
    ...Object.fromEntries(fields),
    letters: Object.fromEntries(letters.map(([name, text]) => [name.slice(LETTERS.length), text])) as Record<
      string,
      string
    >,
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
