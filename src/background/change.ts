import { applyChanges } from '../objection/life.ts';
import type { ChangeMessage, Refusal } from '../protocol/messages.ts';
import { parseReport } from '../report/import.ts';
import { mergeReport } from '../report/merge.ts';
import { TYPED_LIMITS } from '../storage/limits.ts';
import type { Managed } from '../storage/managed.ts';
import { changeAfter } from '../storage/newest.ts';
import type { ObjectionRecord } from '../storage/objection.ts';
import { arranged, currentIn, withChanges, withLetter } from '../storage/objections.ts';
import type { Stored } from '../storage/stored.ts';
import { today } from '../time.ts';
import { withoutWord } from '../verdict/recognise.ts';

export type Circumstances = { managed: Managed; era: string; now: number };
type Outcome = { ok: true; stored: Stored } | Refusal;

/** What each message makes of what is stored. */
type Changes = {
  [Type in ChangeMessage['type']]: (
    stored: Stored,
    message: Extract<ChangeMessage, { type: Type }>,
    circumstances: Circumstances,
  ) => Outcome;
};

/** What an organisation may have set in the member's place. */
const MANAGEABLE: ChangeMessage['type'][] = ['choose-country', 'set-reminders'];

/** Whether a change has to be held against what the organisation has set. */
export function isManageable({ type }: ChangeMessage): boolean {
  return MANAGEABLE.includes(type);
}

const MANAGED: Refusal = { ok: false, why: 'managed' };
/** The objection that something is told of is not the one under way any more, or the letter is not the one that was edited. */
const OUTDATED: Refusal = { ok: false, why: 'outdated' };

const CHANGES: Changes = {
  'choose-country': (stored, { country }, { managed, now }) => {
    if (managed.country !== undefined) return MANAGED;
    return kept({ ...withCountryOfSending(stored, now), region: { ...stored.region, country } });
  },

  'change-objection': (stored, { objection, changes }, { managed, era, now }) => {
    const current = currentIn(stored.objection, era);
    if (current.id !== objection) return OUTDATED;
    const country = managed.country ?? stored.region.country;
    const told = changes.sentOn && country ? { country, ...changes } : changes;
    const change = applyChanges(current, told, { now, today: today(now) });
    return change.ok ? kept(withObjection(stored, change.record)) : change;
  },

  'edit-letter': (stored, { objection, edit }, { era, now }) => {
    const current = currentIn(stored.objection, era);
    const after = current.id === objection ? withLetter(current, edit, now) : null;
    return after ? kept(after === current ? stored : withObjection(stored, after)) : OUTDATED;
  },

  'set-reminders': (stored, { type: _, recheckDays, ...others }, { managed, now }) => {
    const { recheckDays: before, chosenAt } = stored.reminders;
    // What else is in the message is the member's own all the same.
    if (managed.recheckDays !== undefined && recheckDays !== managed.recheckDays) return MANAGED;
    const chosen = managed.recheckDays === undefined ? recheckDays : before;
    const at = chosen === before ? chosenAt : changeAfter(chosenAt, now);
    return kept({ ...stored, reminders: { ...stored.reminders, ...others, recheckDays: chosen, chosenAt: at } });
  },

  mark: (stored, { setting, note }, { now }) => {
    const { marks } = stored.marks;
    const before = marks[setting];
    if (note === (before?.note ?? null)) return kept(stored);
    const mark = { at: changeAfter(before?.at, now), note };
    return kept({ ...stored, marks: { ...stored.marks, marks: { ...marks, [setting]: mark } } });
  },

  recognise: (stored, { setting, label, language, answer }, { now }) => {
    const { labels } = stored.recognised;
    const isSame = (one: (typeof labels)[number]) =>
      one.setting === setting && one.label === label && one.language === language;
    const others = labels.filter((one) => !isSame(one)).slice(-TYPED_LIMITS.recognised + 1);
    const added = answer === null ? [] : [{ setting, label, language, answer, at: now }];
    const recognised = { ...stored.recognised, labels: [...others, ...added] };
    const record = stored.settings[setting];
    const after = record && answer !== 'yes' ? withoutWord(record, { label, language }) : record;
    if (!after || after === record) return kept({ ...stored, recognised });
    return kept({ ...stored, recognised, settings: { ...stored.settings, [setting]: after } });
  },

  'seen-changes': (stored, { until }) => kept({ ...stored, report: { ...stored.report, seenUntil: until } }),

  import: (stored, { text }, { now }) => {
    const report = parseReport(text, now);
    return report.ok ? kept(mergeReport(stored, report.file)) : { ok: false, why: 'file', problem: report.problem };
  },
};

/** What an earlier version left open: by the law of which country the objection goes that was sent before another one is chosen. */
function withCountryOfSending(stored: Stored, now: number): Stored {
  const { current } = stored.objection;
  const { country } = stored.region;
  if (!current.sentOn || current.country || !country) return stored;
  return withObjection(stored, withChanges(current, { country }, now));
}

function withObjection(stored: Stored, current: ObjectionRecord): Stored {
  const { version, earlier } = stored.objection;
  return { ...stored, objection: { version, ...arranged([current, ...earlier]) } };
}

/** Of which settings (null for all) a change has to know the whole history, since it may change what lies in it. */
export function settingsConcerned(message: ChangeMessage): string[] | null {
  if (message.type === 'import') return null;
  return message.type === 'recognise' && message.answer !== 'yes' ? [message.setting] : [];
}

/**
 * What is stored after something that the member chose, typed or brought in, or why it cannot be. `now` in milliseconds, `era` as in
 * `era.ts`. Parts that do not change stay the same objects.
 */
export function afterChange<Message extends ChangeMessage>(
  stored: Stored,
  message: Message,
  circumstances: Circumstances,
): Outcome {
  const change = CHANGES[message.type] as (stored: Stored, message: Message, circumstances: Circumstances) => Outcome;
  return change(stored, message, circumstances);
}

function kept(stored: Stored): Outcome {
  return { ok: true, stored };
}
