import type { Meaning } from '../linkedin/interpret.ts';
import type { Reason } from '../linkedin/reasons.ts';
import type { Details } from './details.ts';
import type { Failure, SettingRecord, Sighting } from './observation.ts';

/** A setting of which nothing was ever read. */
export const NOTHING_KNOWN: SettingRecord = { history: [], failure: null, details: null };

/** A checked reading with the time at which it arrived, in milliseconds. */
export type Observation = { at: number; switched: boolean; details: Details } & Meaning;

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
  const { at, switched: _, details: __, confirmed, ...seen } = observation;
  const confirmedAt = confirmed ? at : null;
  const last = record.history.at(-1);
  if (last && last.state === seen.state && !isNewDoubt(last, observation)) {
    // The list says less than the setting's own page: it may agree, but does not replace what was seen there.
    const same = isWeaker(observation, last)
      ? { ...last, lastSeen: at }
      : { ...last, ...seen, lastSeen: at, confirmedAt: confirmedAt ?? last.confirmedAt };
    return { history: [...record.history.slice(0, -1), same], failure: null, details };
  }
  return { history: [...record.history, { ...seen, at, lastSeen: at, confirmedAt }], failure: null, details };
}

function fail(record: SettingRecord, observation: Observation & { state: 'unknown' }): SettingRecord {
  const { history } = record;
  const { switched: _, state: __, details, ...failure } = observation;
  const last = history.at(-1);
  const standing = record.failure ?? last;
  if (standing && isWeaker(failure, standing)) return record;
  if (!last || !isRetracted(last, failure)) return { history, failure, details };
  return { history: [...history.slice(0, -1), { ...last, confirmedAt: null }], failure, details };
}

/** "Off" after a click must be confirmed anew, even if an earlier "off" was: what happened in between was not all seen. */
function isNewDoubt(last: Sighting, { switched, state }: Observation): boolean {
  return switched && state === 'off' && last.confirmedAt !== null;
}

function isWeaker(observation: { via: string }, standing: { via: string }): boolean {
  return observation.via === 'list' && standing.via === 'page';
}

function isRetracted({ load }: Sighting, failure: Failure): boolean {
  return load === failure.load && CONTRADICTIONS.includes(failure.reason);
}
