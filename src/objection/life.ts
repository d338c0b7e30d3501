import type { ObjectionChanges, ObjectionRecord } from '../storage/objection.ts';
import { withChanges } from '../storage/objections.ts';
import { type Deadline, isOverdue } from './deadline.ts';

/** Where an objection stands. `closed`: the member wants to leave it there. */
export type Stage =
  | 'not-begun'
  | 'prepared'
  | 'sent'
  | 'overdue'
  | 'granted'
  | 'partly'
  | 'refused'
  | 'complained'
  | 'closed';

/** Where an objection stands on a day ("2027-01-31"), with the deadline that the law sets, or null where none is known. */
export function stageOf(record: ObjectionRecord, deadline: Deadline | null, day: string): Stage {
  const { letters, sentOn, answer, complainedOn, closed } = record;
  if (closed) return 'closed';
  if (complainedOn) return 'complained';
  if (answer) return answer.outcome;
  if (sentOn) return deadline && isOverdue(deadline, day) ? 'overdue' : 'sent';
  return Object.keys(letters).length > 0 ? 'prepared' : 'not-begun';
}

/** Stages at which the member has something to do or to decide; at the others it is LinkedIn's or the authority's turn, or over. */
const TO_DO: Stage[] = ['not-begun', 'prepared', 'overdue', 'partly', 'refused'];

/** Whether it is the member's turn. */
export function isMembersTurn(stage: Stage): boolean {
  return TO_DO.includes(stage);
}

/** Why changes cannot be kept: a day that has not come yet, or one that lies before what it follows from. */
export const MISFITS = ['in-future', 'before-sent', 'not-sent'] as const;
export type Misfit = (typeof MISFITS)[number];

/** Applies changes to a record at a time in milliseconds, which is on a day, or says why they do not fit. Days are compared as text, which for ISO days is their order. */
export function applyChanges(
  record: ObjectionRecord,
  changes: ObjectionChanges,
  { now, today }: { now: number; today: string },
): { ok: true; record: ObjectionRecord } | { ok: false; why: Misfit } {
  const after = withChanges(record, changes, now);
  // Only what is told now: neither a clock that was set back nor what came from two devices must block all that was told before.
  if (daysOf(changes).some((day) => day > today)) return { ok: false, why: 'in-future' };
  const { sentOn } = after;
  const later = laterDaysOf(changes.sentOn === undefined ? changes : after);
  if (!sentOn) return later.length > 0 ? { ok: false, why: 'not-sent' } : { ok: true, record: after };
  return later.some((day) => day < sentOn) ? { ok: false, why: 'before-sent' } : { ok: true, record: after };
}

/** The days that are told of an objection. */
export function daysOf(told: ObjectionChanges): string[] {
  return [...(told.sentOn ? [told.sentOn] : []), ...laterDaysOf(told)];
}

/** Those of what follows from its sending. */
function laterDaysOf({ extendedOn, answer, complainedOn }: ObjectionChanges): string[] {
  return [extendedOn, answer?.on, complainedOn].filter((day) => typeof day === 'string');
}
