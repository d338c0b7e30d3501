import { detailsOf } from '../../../src/audit/details.ts';
import { NOTHING_KNOWN, type Observation, remember } from '../../../src/audit/history.ts';
import type { SettingRecord } from '../../../src/audit/observation.ts';
import type { Reason } from '../../../src/linkedin/reasons.ts';
import { LABEL, listReading, reading } from '../linkedin/example-reading.ts';

export const DAY = 24 * 60 * 60 * 1000;

/** The present of all examples: a moment when every region's rule is long settled. */
export const NOW = Date.UTC(2026, 10, 24, 12);

/** What a certain reading of the setting's own page tells. Each moment is a document load of its own. */
function onPage(at: number) {
  const about = { label: LABEL, language: 'en', via: 'page' as const, wordsKnown: true, layoutDescribed: true };
  return { at, switched: false, details: detailsOf(reading()), load: at, ...about };
}

function inList(at: number) {
  return {
    ...onPage(at),
    details: detailsOf(listReading()),
    label: 'Data for Generative AI Improvement',
    via: 'list' as const,
  };
}

/** "On", read on a fresh document load. */
export function on(at = NOW): Observation {
  return { ...onPage(at), state: 'on', confirmed: true };
}

/** "Off", read on a fresh document load. */
export function off(at = NOW): Observation {
  return { ...onPage(at), state: 'off', confirmed: true };
}

/** "Off", read somewhere else than on a fresh document load, without anybody having switched it. */
export function offUnproven(at = NOW): Observation {
  return { ...onPage(at), state: 'off', confirmed: false };
}

/** "Off", just switched off in the page. */
export function switchedOff(at = NOW): Observation {
  return { ...onPage(at), switched: true, state: 'off', confirmed: false };
}

/** "On", just switched on in the page. */
export function switchedOn(at = NOW): Observation {
  return { ...onPage(at), switched: true, state: 'on', confirmed: false };
}

/** A state read in the list of a category page, which never confirms. */
export function listed(state: 'on' | 'off', at = NOW): Observation {
  return { ...inList(at), state, confirmed: false };
}

/** An attempt to read the setting's own page that gave no certain state. */
export function failed(reason: Reason, at = NOW): Observation {
  const details = detailsOf(reading({ controls: [], settled: false }));
  return { ...onPage(at), details, state: 'unknown', reason, word: '', label: '' };
}

/** A row of a category page that says nothing certain. */
export function failedInList(reason: 'no-value' | 'unknown-word', at = NOW): Observation {
  return { ...inList(at), state: 'unknown', reason, word: reason === 'no-value' ? '' : 'Perhaps' };
}

/** The same observation, made in a certain document load. */
export function inLoad(load: number, observation: Observation): Observation {
  return { ...observation, load };
}

/** What is known after these observations, in this order. */
export function recordOf(...observations: Observation[]): SettingRecord {
  return observations.reduce(remember, NOTHING_KNOWN);
}
