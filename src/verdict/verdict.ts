import type { Proof } from '../linkedin/interpret.ts';
import type { Reason } from '../linkedin/reasons.ts';
import type { RuleAnswer } from '../regions/rules.ts';
import { RECHECK_DAYS } from '../storage/limits.ts';
import { isOffUnconfirmed } from '../storage/pieces.ts';
import type { Failure, SettingRecord, Sighting } from '../storage/setting-record.ts';
import { DAY } from '../time.ts';

/** The one answer for the AI setting. `sighting` is the reading it rests on, `failure` a later attempt that failed. */
export type Verdict = {
  name: 'opted-in' | 'opted-out' | 'unconfirmed' | 'exempt' | 'not-checked' | 'unknown';
  reason: Reason | null;
  confirmed: boolean;
  /** For "off": the first proof that is not there yet; null for everything else. */
  missing: Proof | null;
  fresh: boolean;
  sighting: Sighting | null;
  failure: Failure | null;
  /** For "on": when it had last been confirmed off, in milliseconds; null if it never was. */
  againAfter: number | null;
  /** For "on": it was off just before without being confirmed, or the switch was used and is on all the same. */
  notSaved: boolean;
  /** Whether it was ever read as on. */
  everOn: boolean;
};

/** Failures that say there was no control, and so do not speak against an exemption. */
const NOTHING_THERE: Reason[] = ['no-control'];

/**
 * Derives the verdict from what was seen, the rule in force today for the member's own choice of region (null while none is
 * chosen or only guessed), the time, and the re-check interval in days. What was seen outweighs the rule; a certain reading outlives a later failure.
 */
export function verdictOf(
  record: SettingRecord,
  rule: RuleAnswer | null,
  now: number,
  recheckDays = RECHECK_DAYS,
): Verdict {
  const sighting = record.history.at(-1) ?? null;
  const { failure } = record;
  const reason = failure?.reason ?? null;
  if (sighting) {
    const confirmed = sighting.confirmed !== null;
    const name = sighting.state === 'on' ? 'opted-in' : confirmed ? 'opted-out' : 'unconfirmed';
    const fresh = isFresh(provenAt(sighting), now, recheckDays);
    const missing = name === 'unconfirmed' ? (sighting.missing ?? 'served') : null;
    return { name, reason, confirmed, missing, fresh, sighting, failure, ...whatCameBefore(record) };
  }
  const nothingSeen = {
    reason,
    confirmed: false,
    missing: null,
    fresh: false,
    sighting,
    failure,
    ...whatCameBefore(record),
  };
  const isExempt = rule?.kind === 'rule' && rule.period.status === 'exempt' && rule.confidence !== 'low';
  if (isExempt && (reason === null || NOTHING_THERE.includes(reason))) return { name: 'exempt', ...nothingSeen };
  return { name: failure ? 'unknown' : 'not-checked', ...nothingSeen };
}

function whatCameBefore({ history, earlier }: SettingRecord): Pick<Verdict, 'againAfter' | 'notSaved' | 'everOn'> {
  const everOn = earlier.everOn || history.some(({ state }) => state === 'on');
  const last = history.at(-1);
  const before = history.at(-2);
  if (last?.state !== 'on') return { againAfter: null, notSaved: false, everOn };
  const wasOffUnconfirmed = before ? isOffUnconfirmed(before) : earlier.endsUnconfirmed;
  const confirmedOff = history.findLast(({ state, confirmed }) => state === 'off' && confirmed !== null);
  return {
    againAfter: confirmedOff?.confirmed?.at ?? earlier.confirmedOff,
    notSaved: wasOffUnconfirmed || last.stayedOnAt !== undefined,
    everOn,
  };
}

/**
 * The time a state was last proven: that of the load it rests on, since a page that stays open proves nothing of what came after. A list
 * is asked again each time it is looked at.
 */
export function provenAt({ state, via, confirmed, load, lastSeen }: Sighting): number {
  if (state === 'off' && confirmed) return confirmed.at;
  return via === 'page' ? Math.min(Math.round(load), lastSeen) : lastSeen;
}

/** Whether a time lies within the re-check interval. A time in the future, from a clock that was set back, is never fresh. */
export function isFresh(at: number, now: number, recheckDays: number): boolean {
  return at <= now && now - at <= recheckDays * DAY;
}
