import { detailsOf } from '../../../src/audit/details.ts';
import { NOTHING_KNOWN, type Observation, remember } from '../../../src/audit/history.ts';
import type { Place } from '../../../src/audit/next-step.ts';
import type { SettingRecord } from '../../../src/audit/observation.ts';
import { STORED, type Stored } from '../../../src/audit/stored.ts';
import { type Verdict, verdictOf } from '../../../src/audit/verdict.ts';
import type { Reason } from '../../../src/linkedin/reasons.ts';
import type { Stage } from '../../../src/objection/life.ts';
import { ruleFor } from '../../../src/regions/rules.ts';
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

/** What is said now after these observations, where no region is chosen. */
export function verdictAfter(...observations: Observation[]): Verdict {
  return verdictOf(recordOf(...observations), null, NOW);
}

const EXEMPT_RULE = ruleFor('DE', '2025-06-01');

/** Every verdict there is, with what may be beside it. */
export const VERDICTS = {
  'not checked': verdictAfter(),
  'opted in': verdictAfter(on()),
  'opted in, but not read since': verdictAfter(on(NOW - DAY), failed('unstable')),
  'opted in, signed out since': verdictAfter(on(NOW - DAY), failed('signed-out')),
  'on, by the list only': verdictAfter(listed('on')),
  'on again': verdictAfter(off(NOW - DAY), on()),
  'not saved': verdictAfter(on(NOW - DAY), switchedOff(NOW - DAY), on()),
  unconfirmed: verdictAfter(on(), switchedOff()),
  'unconfirmed, and not read since': verdictAfter(on(), switchedOff(), failed('unstable')),
  'off, by the list only': verdictAfter(listed('off')),
  'opted out': verdictAfter(off()),
  'opted out, once on': verdictAfter(on(), switchedOff(), off()),
  'opted out, stale': verdictAfter(off(NOW - 31 * DAY)),
  'opted out, but not read since': verdictAfter(off(NOW - DAY), failed('unstable')),
  'opted out, signed out since': verdictAfter(off(NOW - DAY), failed('signed-out')),
  unknown: verdictAfter(failed('unstable')),
  'unknown, no switch': verdictAfter(failed('no-control')),
  'unknown, signed out': verdictAfter(failed('signed-out')),
  exempt: verdictOf(recordOf(), EXEMPT_RULE, NOW),
  'exempt, no switch': verdictOf(recordOf(failed('no-control')), EXEMPT_RULE, NOW),
} satisfies Record<string, Verdict>;

export type VerdictName = keyof typeof VERDICTS;
export const VERDICT_NAMES = Object.keys(VERDICTS) as VerdictName[];

export const ELSEWHERE: Place = { kind: 'elsewhere' };
export const SIGN_IN: Place = { kind: 'sign-in' };
export const SENT_ELSEWHERE: Place = { kind: 'sent-elsewhere' };
export const ANOTHER_SETTING = { kind: 'setting', tabId: 7, isAiSetting: false, reader: 'done' } satisfies Place;

export function aiSetting(reader: 'looking' | 'done' | 'missing'): Place {
  return { kind: 'setting', tabId: 7, isAiSetting: true, reader };
}

/** Every place at which LinkedIn does not ask to sign in. */
export const OPEN_PLACES: Place[] = [
  ELSEWHERE,
  ANOTHER_SETTING,
  { ...ANOTHER_SETTING, reader: 'looking' },
  { ...ANOTHER_SETTING, reader: 'missing' },
  aiSetting('done'),
  aiSetting('looking'),
  aiSetting('missing'),
];
export const PLACES: Place[] = [...OPEN_PLACES, SIGN_IN, SENT_ELSEWHERE];

/** Every stage of an objection. */
export const STAGES = Object.keys({
  'not-begun': true,
  prepared: true,
  sent: true,
  overdue: true,
  granted: true,
  partly: true,
  refused: true,
  complained: true,
  closed: true,
} satisfies Record<Stage, true>) as Stage[];

/** Everything stored, with nothing in it but this. */
export function storedWith(changes: Partial<Stored> = {}): Stored {
  const empty = Object.fromEntries(Object.entries(STORED).map(([key, { empty }]) => [key, empty]));
  return { ...(empty as Stored), ...changes };
}
