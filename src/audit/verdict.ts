import type { Reason } from '../linkedin/reasons.ts';
import type { RuleAnswer } from '../regions/rules.ts';
import type { Failure, SettingRecord, Sighting } from './observation.ts';

/** How long, in days, a reading counts as fresh. */
export const RECHECK_DAYS = 30;

const DAY = 24 * 60 * 60 * 1000;

/** The one answer for the AI setting. `sighting` is the reading it rests on, `failure` a later attempt that failed. */
export type Verdict = {
  name: 'opted-in' | 'opted-out' | 'unconfirmed' | 'exempt' | 'not-checked' | 'unknown';
  reason: Reason | null;
  confirmed: boolean;
  fresh: boolean;
  sighting: Sighting | null;
  failure: Failure | null;
};

/** Failures that say there was no control, and so do not speak against an exemption. */
const NOTHING_THERE: Reason[] = ['no-control'];

/**
 * Derives the verdict from what was seen, the rule in force today for the member's own choice of region (null while none is
 * chosen or only guessed), and the time. What was seen outweighs the rule; a certain reading outlives a later failure.
 */
export function verdictOf(record: SettingRecord, rule: RuleAnswer | null, now: number): Verdict {
  const sighting = record.history.at(-1) ?? null;
  const { failure } = record;
  const reason = failure?.reason ?? null;
  if (sighting) {
    const confirmed = sighting.confirmed !== null;
    const name = sighting.state === 'on' ? 'opted-in' : confirmed ? 'opted-out' : 'unconfirmed';
    return { name, reason, confirmed, fresh: isFresh(provenAt(sighting), now), sighting, failure };
  }
  const nothingSeen = { reason, confirmed: false, fresh: false, sighting, failure };
  const isExempt = rule?.kind === 'rule' && rule.period.status === 'exempt' && rule.confidence !== 'low';
  if (isExempt && (reason === null || NOTHING_THERE.includes(reason))) return { name: 'exempt', ...nothingSeen };
  return { name: failure ? 'unknown' : 'not-checked', ...nothingSeen };
}

/** The time a state was last proven: for a confirmed "off" the last fresh load, since seeing it again inside a page proves less. */
function provenAt({ state, confirmed, lastSeen }: Sighting): number {
  return state === 'off' && confirmed ? confirmed.at : lastSeen;
}

/** Whether a time lies within the re-check interval. A time in the future, from a clock that was set back, is never fresh. */
function isFresh(at: number, now: number): boolean {
  return at <= now && now - at <= RECHECK_DAYS * DAY;
}
