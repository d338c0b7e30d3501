import { RECHECK_DAYS } from '../storage/limits.ts';
import { today } from '../time.ts';
import { isFresh, provenAt } from '../verdict/verdict.ts';
import type { ObjectionOverview, Overview } from './overview.ts';

/** Of the overview, what the popup shows. */
export type PopupOverview = Omit<Overview, 'objection' | 'reminders' | 'era' | 'today' | 'now'> & {
  objection: Pick<ObjectionOverview, 'stage'>;
};

/** The key of `storage.local` that the last overview is kept under, for the popup to paint before the background has looked. */
export const KEPT_KEY = 'overview';

/** What is kept: a text, with the version of the extension that wrote it and a checksum. */
type Sealed = { version: string; sum: number; text: string };

type Kept = Pick<Overview, 'verdict' | 'question' | 'region' | 'isLabelKnown' | 'reasonNote' | 'managed'> & {
  stage: ObjectionOverview['stage'];
  /** The last day on which the stage is that one; null where it does not change by itself. */
  stageUntil: string | null;
  recheckDays: number;
};

/** What to keep of an overview; null where it knows nothing worth keeping. The same overview always gives the same. */
export function seal(overview: Overview): Sealed | null {
  const { verdict, question, region, isLabelKnown, reasonNote, managed, objection, reminders, version } = overview;
  const isChosen = region.chosen !== null && managed.country === undefined;
  if (verdict.name === 'not-checked' && !isChosen) return null;
  const kept: Kept = {
    ...{ question, region, isLabelKnown, reasonNote, managed },
    // Freshness depends on the time, so it is worked out when this is shown.
    verdict: { ...verdict, fresh: false },
    stage: objection.stage,
    stageUntil: objection.stage === 'sent' ? (objection.deadline?.countsUntil ?? null) : null,
    recheckDays: reminders.recheckDays ?? RECHECK_DAYS,
  };
  // The addresses of sources are half of it, and are shown only on request.
  const text = JSON.stringify(kept, (key, value) => (key === 'sources' ? [] : value));
  return { version, sum: sumOf(version + text), text };
}

/**
 * What a popup may show of what is kept, at a time in milliseconds. Null for anything that this version of the extension has not written exactly
 * so, and where time has changed the answer: the rule in force, the stage of the objection. Never throws.
 */
export function unseal(raw: unknown, version: string, now: number): PopupOverview | null {
  const { version: of, sum, text } = (raw ?? {}) as Partial<Sealed>;
  if (of !== version || typeof text !== 'string' || sum !== sumOf(version + text)) return null;
  const { verdict, stage, stageUntil, recheckDays, ...kept } = JSON.parse(text) as Kept;
  const day = today(now);
  const { rule } = kept.region;
  const isInForce = !rule || (rule.kind === 'rule' && isWithin(rule.period, day));
  if (!isInForce || (stageUntil !== null && day > stageUntil)) return null;
  const { sighting } = verdict;
  const fresh = sighting !== null && isFresh(provenAt(sighting), now, recheckDays);
  return { ...kept, verdict: { ...verdict, fresh }, objection: { stage }, version, details: null, setAside: [] };
}

function isWithin({ from, until }: { from: string; until: string | null }, day: string): boolean {
  return from <= day && (until === null || day <= until);
}

/** FNV-1a: small, and enough to notice accidental damage. Whoever can write here on purpose could write a reading as well. */
function sumOf(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum;
}
