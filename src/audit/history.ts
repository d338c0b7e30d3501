import type { Meaning } from '../linkedin/interpret.ts';
import type { SettingRecord, Sighting } from './observation.ts';

/** A setting of which nothing was ever read. */
export const NOTHING_KNOWN: SettingRecord = { history: [], failure: null };

/** A checked reading with the time at which it arrived. */
export type Observation = { at: number; switched: boolean } & Meaning;

/**
 * Adds an observation to what is known. The same state again only moves "last seen" (and confirms, if it does); another state is a
 * new entry; a failure leaves the history as it was.
 */
export function remember(record: SettingRecord, observation: Observation): SettingRecord {
  const { at, label, language, wordsKnown, layoutDescribed } = observation;
  const about = { at, label, language, wordsKnown, layoutDescribed };
  if (observation.state === 'unknown') {
    return { ...record, failure: { ...about, reason: observation.reason } };
  }
  const { state, confirmed } = observation;
  const confirmedAt = confirmed ? at : null;
  const last = record.history.at(-1);
  if (last && last.state === state && !isNewDoubt(last, observation)) {
    const same = { ...last, ...about, at: last.at, lastSeen: at, confirmedAt: confirmedAt ?? last.confirmedAt };
    return { history: [...record.history.slice(0, -1), same], failure: null };
  }
  return { history: [...record.history, { ...about, state, confirmedAt, lastSeen: at }], failure: null };
}

/** "Off" after a click must be confirmed anew, even if an earlier "off" was: what happened in between was not all seen. */
function isNewDoubt(last: Sighting, { switched, state }: Observation): boolean {
  return switched && state === 'off' && last.confirmedAt !== null;
}
