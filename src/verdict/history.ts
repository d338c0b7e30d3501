import type { Reason } from '../linkedin/reasons.ts';
import { NOTHING_KNOWN } from '../storage/nothing.ts';
import type { Failure, Newest, SettingRecord, Sighting } from '../storage/setting-record.ts';
import type { Observation } from './observation.ts';

/** What a load has done that has said nothing yet. */
const NOTHING_DONE: Newest['before'] = { added: 0, last: null, failure: null };

/** Failures that say nothing against what the same page said before: it was left, or is told in other words. */
const INNOCENT: Reason[] = ['signed-out', 'translated', 'page-stayed', 'half-loaded', 'no-value', 'unknown-word'];

/**
 * What an observation is to what is known:
 * - `outdated`: a later load, or a later turn of the switch, has already spoken
 * - `again`: the newest load says the same once more, perhaps with more proof
 * - `correction`: the newest load says something else without anybody having turned the switch: it had only just arrived
 * - `turn`: somebody turned the switch
 * - `news`: a later load
 */
export type Kind = 'outdated' | 'again' | 'correction' | 'turn' | 'news';

/**
 * Adds observations of several settings to what is known of each. `now` (milliseconds) is later than an observation's own time where that
 * could not be kept at once.
 */
export function rememberAll(
  settings: Record<string, SettingRecord>,
  observations: { setting: string; observation: Observation }[],
  now?: number,
): Record<string, SettingRecord> {
  const after = { ...settings };
  for (const { setting, observation } of observations) {
    after[setting] = remember(after[setting] ?? NOTHING_KNOWN, observation, now);
  }
  return after;
}

/**
 * Adds an observation to what is known. Of the history no more than the last two entries decide, so that earlier ones need not be there.
 */
export function remember(record: SettingRecord, observation: Observation, now = observation.at): SettingRecord {
  const kind = kindOf(record, observation, now);
  if (kind === 'outdated') return record;
  const newest = newestAfter(record, observation, kind, now);
  // What the newest load said first is taken back before it is heard once more.
  const base = kind === 'correction' ? takenBack(record) : record;
  const spokenAt = spokenAtOf(observation);
  const isOrdered = newest.spokenAt <= spokenAt && spokenAt <= now;
  const after = replay(base, isOrdered ? observation : withoutOrder(observation));
  // What may be taken back is what the load has done in all that it said.
  const before = newest === record.newest || kind !== 'news' ? takenBack(record) : record;
  return { ...after, newest: newest.before ? { ...newest, before: changesOf(before, after) } : newest };
}

/** Adds an observation whatever came before or after it: for a history that is told again in its order. */
export function replay(record: SettingRecord, observation: Observation): SettingRecord {
  return observation.state === 'unknown' ? withFailure(record, observation) : withSighting(record, observation);
}

/** What an observation is to what is known. */
export function kindOf({ history, newest }: SettingRecord, observation: Observation, now = observation.at): Kind {
  const { load, switchedAt, state } = observation;
  // A clock that was set back must not silence all that follows.
  if (!newest || newest.spokenAt > now) return 'news';
  const spokenAt = spokenAtOf(observation);
  // The load that spoke first after that is older by its time than its word, and may still correct itself.
  const isNewestLoad = load === newest.load && newest.before !== null;
  if (spokenAt < newest.spokenAt && !isNewestLoad) return 'outdated';
  if (switchedAt !== null && switchedAt > newest.spokenAt) return 'turn';
  if (load !== newest.load) return 'news';
  if (newest.before === null) return 'again';
  if (state === 'unknown')
    return observation.via === 'list' || INNOCENT.includes(observation.reason) ? 'again' : 'correction';
  return history.length > 0 && history.at(-1)?.state !== state ? 'correction' : 'again';
}

function spokenAtOf({ load, switchedAt }: Observation): number {
  return Math.max(load, switchedAt ?? 0);
}

/** `before` is only whether anything may be taken back, until it is known what. */
function newestAfter(record: SettingRecord, observation: Observation, kind: Kind, now: number): Newest {
  const { load, switchedAt } = observation;
  const before = record.newest?.spokenAt ?? 0;
  const last = record.history.at(-1);
  // A list that agrees with the setting's own page must not silence it: the page may still be at its proofs.
  const isEcho =
    last && isWeaker(observation, last) && (observation.state === 'unknown' || observation.state === last.state);
  if (record.newest && isEcho) return record.newest;
  // Where the clock was set back, whether a load is later cannot be told; from now on it can.
  const spokenAt = before > now ? now : Math.min(now, Math.max(before, spokenAtOf(observation)));
  if (kind === 'again' || kind === 'correction') return { ...(record.newest as Newest), spokenAt };
  return { load, spokenAt, before: switchedAt === null ? NOTHING_DONE : null };
}

/** The last of the proofs is not there: that it is the latest word. */
function withoutOrder(observation: Observation): Observation {
  if (observation.state !== 'off') return observation;
  return { ...observation, missing: observation.missing ?? 'newest' };
}

/** What was known before the newest load had said anything. */
function takenBack(record: SettingRecord): SettingRecord {
  const before = record.newest?.before;
  if (!before) return record;
  const history = record.history.slice(0, record.history.length - before.added);
  return { ...record, history: before.last ? replaced(history, before.last) : history, failure: before.failure };
}

/** How to take back what was done since. */
function changesOf(before: SettingRecord, after: SettingRecord): NonNullable<Newest['before']> {
  const { history, failure } = before;
  const last = history.at(-1) ?? null;
  const stands = last === after.history[history.length - 1];
  return { added: after.history.length - history.length, last: stands ? null : last, failure };
}

/**
 * A certain state. The same again only moves "last seen" (and confirms, if it does); another is a new entry. So is "off" once the switch
 * was turned after it was confirmed.
 */
function withSighting(record: SettingRecord, observation: Observation & { state: 'on' | 'off' }): SettingRecord {
  const { at, load, switchedAt, details, ...read } = observation;
  const confirmed = read.missing === null ? { at: Math.round(load), load } : null;
  const { history } = record;
  const last = history.at(-1);
  if (!last || last.state !== read.state || isNewDoubt(last, observation)) {
    return {
      ...record,
      history: [...history, { ...read, at, load, lastSeen: at, confirmed }],
      failure: null,
      details,
    };
  }
  // The list says less than the setting's own page: it may agree, but replaces nothing that was seen there.
  if (isWeaker(observation, last)) return { ...record, history: replaced(history, { ...last, lastSeen: at }) };
  const { stayedOnAt: _, confirmedBefore: __, ...before } = last;
  const isKept = last.confirmed?.load === load;
  const again: Sighting = {
    ...before,
    ...read,
    // What has been proven once in a load stays so: only another state, or a failure, takes it back.
    missing: isKept ? null : read.missing,
    ...(confirmed === null && last.confirmedBefore !== undefined ? { confirmedBefore: last.confirmedBefore } : {}),
    ...(switchedAt !== null && read.state === 'on' ? { stayedOnAt: Math.min(Math.max(switchedAt, last.at), at) } : {}),
    load,
    lastSeen: at,
    confirmed: isKept ? last.confirmed : (confirmed ?? last.confirmed),
  };
  const failure = record.failure && isWeaker(observation, record.failure) ? record.failure : null;
  return { ...record, history: replaced(history, again), failure, details };
}

/** An attempt without a certain state leaves the history as it is. */
function withFailure(record: SettingRecord, observation: Observation & { state: 'unknown' }): SettingRecord {
  const { switchedAt: _, state: __, load: ___, details, ...failure } = observation;
  const standing = record.failure ?? record.history.at(-1);
  if (standing && isWeaker(failure, standing)) return record;
  return { ...record, failure: failure as Failure, details };
}

function replaced(history: Sighting[], sighting: Sighting): Sighting[] {
  return [...history.slice(0, -1), sighting];
}

/** "Off" after a click must be confirmed again, even if an earlier "off" was: what happened in between was not all seen. */
function isNewDoubt(last: Sighting, { switchedAt, state, via }: Observation): boolean {
  return (
    switchedAt !== null &&
    via === 'page' &&
    state === 'off' &&
    last.confirmed !== null &&
    last.confirmed.at < switchedAt
  );
}

function isWeaker(observation: { via: string }, standing: { via: string }): boolean {
  return observation.via === 'list' && standing.via === 'page';
}
