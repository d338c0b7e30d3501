import type { Meaning } from '../linkedin/interpret.ts';
import type { Reason } from '../linkedin/reasons.ts';
import type { Details } from './details.ts';
import type { Failure, SettingRecord, Sighting } from './observation.ts';
import { DAY } from './verdict.ts';

/** A setting of which nothing was ever read. */
export const NOTHING_KNOWN: SettingRecord = { history: [], failure: null, details: null };

/** A checked reading with the time at which it arrived, in milliseconds. */
export type Observation = { at: number; switched: boolean; details: Details | null } & Meaning;

/** More changes than this in a day are not a member's; what flickers is kept no more closely. */
const CROWD = 50;

/** Failures that say a page was misread before, not that it could not be read now. */
const CONTRADICTIONS: Reason[] = ['several-controls', 'contradicting-signals', 'wording-changed', 'page-stayed'];

/** Adds observations of several settings to what is known of each. */
export function rememberAll(
  settings: Record<string, SettingRecord>,
  observations: { setting: string; observation: Observation }[],
): Record<string, SettingRecord> {
  const after = { ...settings };
  for (const { setting, observation } of observations) {
    after[setting] = remember(after[setting] ?? NOTHING_KNOWN, observation);
  }
  return after;
}

/**
 * Adds an observation to what is known. The same state again only moves "last seen" (and confirms, if it does); another state is a
 * new entry; a failure leaves the history as it was, unless it speaks against what the same page load had confirmed.
 */
export function remember(record: SettingRecord, observation: Observation): SettingRecord {
  const { details } = observation;
  if (observation.state === 'unknown') return fail(record, observation);
  const { at, load, switched, details: __, confirmed: isConfirmed, ...seen } = observation;
  const confirmed = isConfirmed ? { at, load } : null;
  const last = record.history.at(-1);
  if (!last || last.state !== seen.state || isNewDoubt(last, observation)) {
    if (isCrowded(record.history, at))
      return remember({ ...record, history: record.history.slice(0, -1) }, observation);
    return { history: [...record.history, { ...seen, at, lastSeen: at, confirmed }], failure: null, details };
  }
  // The list says less than the setting's own page: it may agree, but replaces nothing that was seen there.
  if (isWeaker(observation, last)) return { ...record, history: replaceLast(record, { ...last, lastSeen: at }) };
  const { stayedOnAt: _, ...before } = last;
  // Loaded as on, then used, and on: only within one load is it known that nothing else happened in between.
  const stayedOn = switched && seen.state === 'on' && last.confirmed?.load === load ? { stayedOnAt: at } : {};
  const same = { ...before, ...seen, ...stayedOn, lastSeen: at, confirmed: confirmed ?? last.confirmed };
  const failure = record.failure && isWeaker(observation, record.failure) ? record.failure : null;
  return { history: replaceLast(record, same), failure, details };
}

function fail(record: SettingRecord, observation: Observation & { state: 'unknown' }): SettingRecord {
  const { switched: _, state: __, details, load, ...failure } = observation;
  const last = record.history.at(-1);
  const standing = record.failure ?? last;
  if (standing && isWeaker(failure, standing)) return record;
  if (!last || !isRetracted(last, load, failure)) return { ...record, failure, details };
  return { history: replaceLast(record, { ...last, confirmed: null }), failure, details };
}

function isCrowded(history: Sighting[], at: number): boolean {
  const earlier = history.at(-CROWD);
  return earlier !== undefined && earlier.at > at - DAY;
}

function replaceLast({ history }: SettingRecord, sighting: Sighting): Sighting[] {
  return [...history.slice(0, -1), sighting];
}

/** "Off" after a click must be confirmed anew, even if an earlier "off" was: what happened in between was not all seen. */
function isNewDoubt(last: Sighting, { switched, state, via }: Observation): boolean {
  return switched && via === 'page' && state === 'off' && last.confirmed !== null;
}

function isWeaker(observation: { via: string }, standing: { via: string }): boolean {
  return observation.via === 'list' && standing.via === 'page';
}

function isRetracted({ confirmed }: Sighting, load: number, { reason }: Failure): boolean {
  return confirmed?.load === load && CONTRADICTIONS.includes(reason);
}
