import { OBJECTIONS } from './limits.ts';
import { changeAfter, isNewer } from './newest.ts';
import { NO_OBJECTION } from './nothing.ts';
import type { LetterEdit, ObjectionChanges, ObjectionRecord, StoredObjection } from './objection.ts';

/** What is told of an objection, each by a name of its own. */
export type Fields = Record<string, unknown>;

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

/** The name of a letter among what is told. */
export function letterName(language: string): string {
  return LETTERS + language;
}

/** What is told of an objection, by name. */
export function fieldsOf({ id: _, begunAt: __, changed: ___, letters, ...fields }: ObjectionRecord): Fields {
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
