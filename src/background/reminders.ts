import { addDays, parseISO, startOfDay } from 'date-fns';
import type { Overview } from '../guidance/overview.ts';
import { RECHECK_DAYS } from '../storage/limits.ts';
import { DAY } from '../time.ts';
import { provenAt } from '../verdict/verdict.ts';
import type { MessageKey } from '../words.ts';

/** Something the member wants to be told. `about` tells one occasion from the next, so that nothing is told twice. */
export type Reminder = { kind: 'on-again' | 'overdue' | 'recheck'; about: string };

export const NOTIFICATION_TITLES: Record<Reminder['kind'], MessageKey> = {
  'on-again': 'notify_on_again',
  overdue: 'notify_overdue',
  recheck: 'notify_recheck',
};

/** What the member is to be told now, the loudest first. */
export function remindersDue({ verdict, objection, reminders, now }: Overview): Reminder[] {
  const { name, fresh, sighting, againAfter } = verdict;
  const due: Reminder[] = [];
  if (againAfter !== null && sighting) due.push({ kind: 'on-again', about: String(sighting.at) });
  if (objection.stage === 'overdue' && objection.deadline)
    due.push({ kind: 'overdue', about: objection.deadline.countsUntil });
  if (name === 'opted-out' && !fresh && sighting && provenAt(sighting) <= now && reminders.recheckDays !== null) {
    due.push({ kind: 'recheck', about: String(provenAt(sighting)) });
  }
  return due;
}

/** When the badge or a reminder changes next by time alone, in milliseconds; null when it never does. */
export function nextDue({ verdict, objection, reminders, now }: Overview): number | null {
  const { name, fresh, sighting } = verdict;
  const times: number[] = [];
  if (name === 'opted-out' && fresh && sighting) {
    times.push(provenAt(sighting) + (reminders.recheckDays ?? RECHECK_DAYS) * DAY + 1);
  }
  if (name === 'opted-out' && !fresh && sighting && provenAt(sighting) > now) times.push(provenAt(sighting));
  if (objection.stage === 'sent' && objection.deadline) {
    times.push(startOfDay(addDays(parseISO(objection.deadline.countsUntil), 1)).getTime());
  }
  return times.length > 0 ? Math.min(...times) : null;
}
