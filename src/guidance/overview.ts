import { AI_TRAINING } from '../linkedin/ai-setting.ts';
import { REASON_NOTES } from '../linkedin/reasons.ts';
import { sortOf, vocabularyOf } from '../linkedin/words.ts';
import { type Authority, authoritiesFor } from '../objection/authorities.ts';
import { answerDeadline, type Deadline } from '../objection/deadline.ts';
import { type Law, lawFor } from '../objection/laws.ts';
import { type Stage, stageOf } from '../objection/life.ts';
import { periodBefore, type RuleAnswer, ruleFor, TABLE_DATE } from '../regions/rules.ts';
import type { Period } from '../regions/schema.ts';
import type { Details } from '../storage/details.ts';
import { type Managed, withManaged } from '../storage/managed.ts';
import { NOTHING_KNOWN } from '../storage/nothing.ts';
import type { ObjectionRecord } from '../storage/objection.ts';
import { currentIn } from '../storage/objections.ts';
import type { Reminders, Stored } from '../storage/stored.ts';
import { today } from '../time.ts';
import { type Label, questionOf } from '../verdict/recognise.ts';
import { type Verdict, verdictOf } from '../verdict/verdict.ts';

/** Everything there is to show, derived once, so that icon, popup and the other pages can never disagree. */
export type Overview = {
  verdict: Verdict;
  /** The label that waits for the member to say whether it is the AI setting's. */
  question: Label | null;
  region: RegionOverview;
  /** The structure of the page that the AI setting was last read from. */
  details: Details | null;
  /** The label that was read last is one that LinkedIn is known to use. */
  isLabelKnown: boolean;
  /** What the verdict's reason means to a maintainer. */
  reasonNote: string | null;
  objection: ObjectionOverview;
  reminders: Reminders;
  setAside: Stored['setAside']['values'];
  /** What the organisation that manages the browser has set, if any does. */
  managed: Managed;
  /** As in `era.ts`: another one once everything was deleted. */
  era: string;
  /** Of the extension. */
  version: string;
  /** The calendar day where the member is. */
  today: string;
  /** Milliseconds. */
  now: number;
};

/**
 * The objection, with the law and the authorities of the region that the member chose, or had chosen when they sent it, and what follows from them
 * today.
 */
export type ObjectionOverview = {
  record: ObjectionRecord;
  /** Those before it. */
  earlier: ObjectionRecord[];
  stage: Stage;
  law: Law;
  /** The country chosen now, where the objection was sent while another one was. */
  otherCountry: string | null;
  /** By when LinkedIn must have answered; null before it was sent, and where no limit is known. */
  deadline: Deadline | null;
  authorities: { own: Authority | null; lead: Authority | null };
};

/** The region chosen by the member, or else guessed, and the rule in force there today. */
export type RegionOverview = {
  chosen: string | null;
  guess: string | null;
  /** For the chosen country, else for the guess; null where there is neither. */
  rule: RuleAnswer | null;
  /** The period before the rule's. */
  before: Period | null;
  /** The day on which the rule table was last checked. */
  tableDate: string;
};

/** What an overview depends on besides what is stored. */
export type Circumstances = {
  /** The country that the time zone suggests. It never decides a verdict. */
  guess: string | null;
  managed: Managed;
  /** As in `era.ts`. */
  era: string;
  version: string;
  /** Milliseconds. */
  now: number;
};

/** Derives the overview from what is stored. */
export function overviewOf(ownStored: Stored, { guess, managed, era, version, now }: Circumstances): Overview {
  const stored = withManaged(ownStored, managed);
  const { recheckDays, notify } = stored.reminders;
  const chosen = stored.region.country;
  const shown = chosen ?? guess;
  const rule = shown ? ruleFor(shown, today(now)) : null;
  const record = stored.settings[AI_TRAINING] ?? NOTHING_KNOWN;
  const verdict = verdictOf(record, chosen ? rule : null, now, stored.reminders.recheckDays ?? undefined);
  return {
    verdict,
    question: questionOf(
      verdict,
      stored.recognised.labels.filter(({ setting }) => setting === AI_TRAINING),
    ),
    region: {
      chosen,
      guess,
      rule,
      before: rule?.kind === 'rule' ? (periodBefore(rule.rule, rule.period) ?? null) : null,
      tableDate: TABLE_DATE,
    },
    details: record.details,
    isLabelKnown: isLabelKnown(verdict),
    reasonNote: verdict.reason && REASON_NOTES[verdict.reason],
    objection: objectionOf(stored, managed, era, today(now)),
    reminders: { recheckDays, notify },
    setAside: stored.setAside.values,
    managed,
    era,
    version,
    today: today(now),
    now,
  };
}

function isLabelKnown({ failure, sighting }: Verdict): boolean {
  const read = failure ?? sighting;
  return read !== null && ['label', 'title'].includes(sortOf(read.label, vocabularyOf(AI_TRAINING, read.language, [])));
}

function objectionOf(
  { objection, region }: Stored,
  { showObjection }: Managed,
  era: string,
  day: string,
): ObjectionOverview {
  const record = currentIn(objection, era);
  const { earlier } = objection;
  const country = (record.sentOn && record.country) || region.country;
  const law = lawFor(country);
  const deadline = deadlineOf(record, law);
  return {
    record,
    earlier,
    // Where the objection is hidden, it counts as closed: nothing is shown or reminded of.
    stage: showObjection === false ? 'closed' : stageOf(record, deadline, day),
    law,
    otherCountry: country === region.country ? null : region.country,
    deadline,
    authorities: authoritiesFor(country),
  };
}

/** A notice that LinkedIn takes longer counts only within the first limit (Art. 12(3) GDPR). */
function deadlineOf({ sentOn, extendedOn }: ObjectionRecord, law: Law): Deadline | null {
  if (!sentOn) return null;
  const first = answerDeadline(law, sentOn, false);
  const isExtended = first !== null && extendedOn !== null && extendedOn <= first.countsUntil;
  return isExtended ? answerDeadline(law, sentOn, true) : first;
}
