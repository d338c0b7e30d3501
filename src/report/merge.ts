import { isNewer } from '../storage/newest.ts';
import { NOTHING_EARLIER, NOTHING_KNOWN } from '../storage/nothing.ts';
import { arranged } from '../storage/objections.ts';
import type { SettingRecord, Sighting } from '../storage/setting-record.ts';
import type { Stored } from '../storage/stored.ts';
import { replay } from '../verdict/history.ts';
import type { Observation } from '../verdict/observation.ts';
import type { ReportFile } from './schema.ts';

/** What an import would add, and what is here already. */
export type Preview = {
  sightings: { added: number; known: number };
  marks: { added: number; known: number };
  /** Objections that would be added or brought up to date. */
  objections: number;
  /** The country that would be taken over; null where one is chosen here already, or in neither. */
  country: string | null;
};

/** Counts what `merged` would do. */
export function preview(stored: Stored, file: ReportFile): Preview {
  const after = mergeReport(stored, file);
  const sightings = Object.entries(file.evidence.settings).flatMap(([id, { history }]) => {
    const ours = ownValue(stored.settings, id) ?? NOTHING_KNOWN;
    return history.map((one) =>
      readingsOf({ history: [one], failure: null }).every((reading) => isKnown(ours, reading)),
    );
  });
  const marks = Object.keys(file.typed.marks).map((id) => after.marks.marks[id] === ownValue(stored.marks.marks, id));
  return {
    sightings: counted(sightings),
    marks: counted(marks),
    objections: all(after.objection).filter((one) => one.id !== '' && !all(stored.objection).includes(one)).length,
    country: stored.region.country ? null : after.region.country,
  };
}

/**
 * What is stored after an import. Nothing of this browser's is lost and nothing is added twice; importing the same file again, or this
 * browser's own, changes nothing. A file can be edited by hand, so a verdict never rests on one: see `mergedRecord`.
 */
export function mergeReport(stored: Stored, file: ReportFile): Stored {
  const { evidence, typed } = file;
  const settings = Object.entries(evidence.settings).map(([id, theirs]) => [
    id,
    mergedRecord(ownValue(stored.settings, id) ?? NOTHING_KNOWN, theirs),
  ]);
  const newerMarks = Object.entries(typed.marks).filter(([id, theirs]) => {
    const ours = ownValue(stored.marks.marks, id);
    return isNewer({ value: theirs.note, at: theirs.at }, { value: ours?.note, at: ours?.at });
  });
  return {
    ...stored,
    settings: { ...stored.settings, ...Object.fromEntries(settings) },
    region: { ...stored.region, country: stored.region.country ?? typed.region.country },
    marks: { ...stored.marks, marks: { ...stored.marks.marks, ...Object.fromEntries(newerMarks) } },
    objection: { ...stored.objection, ...arranged([...all(stored.objection), ...all(typed.objection)]) },
    // Not `notify`: that takes a permission which this browser has to ask for.
    reminders: isNewer(intervalOf(typed.reminders), intervalOf(stored.reminders))
      ? { ...stored.reminders, ...chosenIn(typed.reminders) }
      : stored.reminders,
  };
}

type Objections = Omit<Stored['objection'], 'version'>;

function all({ current, earlier }: Objections): Objections['earlier'] {
  return [current, ...earlier];
}

type Chosen = Pick<Stored['reminders'], 'recheckDays' | 'chosenAt'>;

function chosenIn({ recheckDays, chosenAt }: Chosen): Chosen {
  return { recheckDays, chosenAt };
}

function intervalOf({ recheckDays, chosenAt }: Chosen) {
  return { value: recheckDays, at: chosenAt };
}

type Read = Pick<SettingRecord, 'history' | 'failure'>;

/**
 * Plays the readings of both browsers again, in the order of their times; those of each keep their order whatever its clock said. An
 * imported confirmation counts only as history: from the last change on, and for what this browser saw itself, only its own do. So an
 * import can make a verdict less certain, and never more.
 */
function mergedRecord(ours: SettingRecord, theirs: Read): SettingRecord {
  const own = readingsOf(ours);
  const imported = readingsOf(theirs);
  if (imported.every((reading) => isKnown(ours, reading))) return ours;
  // Of the same moment, a reading with a click says all that one without it does, and the latter would take the click back.
  const moments = new Set(own.flatMap((reading) => [momentOf(reading), momentOf({ ...reading, switchedAt: null })]));
  const added = imported
    .filter((reading) => !moments.has(momentOf(reading)))
    .map((reading) => (isKnown(ours, reading) ? unconfirmed(reading) : reading));
  const isAdded = new Set(added);
  const readings = interleaved(own, added);
  const states = readings.map(({ state }) => state).filter((state) => state !== 'unknown');
  const lastChange = readings.findLastIndex(({ state }) => state !== 'unknown' && state !== states.at(-1));
  const { history, failure } = readings
    .map((reading, index) => (index > lastChange && isAdded.has(reading) ? unconfirmed(reading) : reading))
    .reduce(replay, NOTHING_KNOWN);
  const { details, gaps } = ours;
  return {
    ...{ history, failure, newest: newestOf(ours, history), details, earlier: NOTHING_EARLIER },
    ...(gaps?.length ? { gaps: [0] } : {}),
  };
}

/** No page that is older than what was brought in may speak after it, or take anything back. */
function newestOf({ newest }: SettingRecord, history: Sighting[]): SettingRecord['newest'] {
  const load = Math.max(newest?.load ?? 0, ...history.map(({ load }) => load));
  const spokenAt = Math.max(newest?.spokenAt ?? 0, load);
  return spokenAt > 0 ? { load, spokenAt, before: null } : null;
}

/** A click counts at its own moment, not at later ones where it merely still stands. */
function momentOf({ at, state, switchedAt }: Observation): string {
  return `${at} ${state} ${switchedAt === at}`;
}

/**
 * The readings that a record is known to rest on: of each sighting the first, the last and those between that it tells of. Played again
 * they give the record.
 */
function readingsOf({ history, failure }: Read): Observation[] {
  // What structure the pages had is not part of a record's readings; the merged record keeps this browser's.
  const page = { details: null, switchedAt: null };
  const certain = history.flatMap(({ at, lastSeen, confirmed, stayedOnAt, ...about }, index): Observation[] => {
    const read = { ...page, ...about, missing: about.missing ?? 'served' };
    const between: Observation[] = [
      // A load begins before it is read.
      ...(confirmed ? [{ ...read, ...confirmed, at: within(confirmed.at, at, lastSeen), missing: null }] : []),
      ...(stayedOnAt === undefined ? [] : [{ ...read, at: stayedOnAt, switchedAt: stayedOnAt }]),
    ].sort((a, b) => a.at - b.at);
    // The same state in a new entry is "off" after a click, which had to be confirmed again.
    const isTurned = history[index - 1]?.state === about.state;
    // That the switch was used stands until the page is read once more.
    const last = { ...read, at: lastSeen, missing: about.missing, switchedAt: stayedOnAt ?? null };
    return [{ ...read, at, switchedAt: isTurned ? at : null }, ...between, last];
  });
  return failure ? [...certain, { ...page, ...failure, load: 0, state: 'unknown' }] : certain;
}

function unconfirmed(reading: Observation): Observation {
  if (reading.state === 'unknown') return reading;
  return { ...reading, missing: reading.missing ?? 'served' };
}

/** Whether a record covers the moment of a reading with the same state. */
function isKnown({ history, failure }: Read, reading: Observation): boolean {
  if (reading.state === 'unknown') return failure?.at === reading.at && failure.reason === reading.reason;
  return history.some(({ state, at, lastSeen, stayedOnAt }) => {
    const times = [at, lastSeen, stayedOnAt ?? at];
    return state === reading.state && Math.min(...times) <= reading.at && reading.at <= Math.max(...times);
  });
}

function within(time: number, first: number, last: number): number {
  return Math.min(Math.max(time, first), Math.max(first, last));
}

function interleaved(ours: Observation[], theirs: Observation[]): Observation[] {
  const waiting = [...theirs];
  const upToLast = ours.flatMap((reading) => {
    const later = waiting.findIndex(({ at }) => at >= reading.at);
    return [...waiting.splice(0, later < 0 ? waiting.length : later), reading];
  });
  return [...upToLast, ...waiting];
}

/** Names in a file are anybody's, "constructor" too. */
function ownValue<Value>(record: Record<string, Value>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function counted(known: boolean[]): { added: number; known: number } {
  const count = known.filter(Boolean).length;
  return { added: known.length - count, known: count };
}
