import { addMonths, formatISO, isValid, isWeekend, nextMonday, parseISO } from 'date-fns';
import type { Law } from './laws.ts';

/** `day`: the last day of the period, as "2027-01-31". `countsUntil`: the same, moved off a weekend. */
export type Deadline = { day: string; countsUntil: string };

/**
 * The calendar day by which LinkedIn must have answered an objection it received on a day ("2027-01-31"), with the extension that a
 * law allows or without. Null where the law has no verified limit or the day is none.
 *
 * Months are counted as in Regulation (EEC, Euratom) No 1182/71, Art. 3: up to the same date, or the last day of a month that has no
 * such date; a period that ends on a Saturday or Sunday ends on the working day after, Art. 3(4). The ICO counts the same. Public
 * holidays, which move it too, differ by country and are not known here: a deadline on one is a day or more too early.
 */
export function answerDeadline(law: Law, receivedOn: string, extended: boolean): Deadline | null {
  if (law.answerMonths === null || !/^\d{4}-\d{2}-\d{2}$/.test(receivedOn)) return null;
  const received = parseISO(receivedOn);
  if (!isValid(received)) return null;
  // All months at once: counted on from a first limit on 28 February, an objection of 31 January would lose days.
  const day = addMonths(received, law.answerMonths + (extended ? (law.extensionMonths ?? 0) : 0));
  return { day: isoDay(day), countsUntil: isoDay(isWeekend(day) ? nextMonday(day) : day) };
}

/** Whether a deadline has passed on a day ("2027-01-31"); on its last day it has not. */
export function isOverdue(deadline: Deadline, today: string): boolean {
  return today > deadline.countsUntil;
}

function isoDay(date: Date): string {
  return formatISO(date, { representation: 'date' });
}
