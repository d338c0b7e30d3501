import { changed } from '../objection/life.ts';
import type { ChangeMessage } from '../protocol/messages.ts';
import { type Problem, parseReport } from '../report/import.ts';
import { merged } from '../report/merge.ts';
import { TYPED_LIMITS } from '../storage/limits.ts';
import type { Managed } from '../storage/managed.ts';
import { NO_OBJECTION } from '../storage/objection.ts';
import type { Stored } from '../storage/stored.ts';
import { today } from '../time.ts';
import { withoutWord } from '../verdict/recognise.ts';

/** Why something asked for was not done; of a file, with the place. */
export type Refusal = { ok: false; why: string; problem?: Problem };

const MANAGED: Refusal = { ok: false, why: 'managed' };

/**
 * What is stored after something that the member chose, typed or brought in, or why it cannot be. `now` in milliseconds. Parts that do not
 * change stay the same objects.
 */
export function afterChange(
  stored: Stored,
  message: ChangeMessage,
  managed: Managed,
  now: number,
): { ok: true; stored: Stored } | Refusal {
  switch (message.type) {
    case 'choose-country':
      if (managed.country !== undefined) return MANAGED;
      return { ok: true, stored: { ...stored, region: { ...stored.region, country: message.country } } };
    case 'change-objection': {
      const change = changed(stored.objection.current, message.changes, today(now));
      if (!change.ok) return change;
      return { ok: true, stored: { ...stored, objection: { ...stored.objection, current: change.record } } };
    }
    case 'new-objection': {
      const { current, earlier, version } = stored.objection;
      if (JSON.stringify(current) === JSON.stringify(NO_OBJECTION)) return { ok: true, stored };
      const objection = { version, current: NO_OBJECTION, earlier: [...earlier, current] };
      return { ok: true, stored: { ...stored, objection } };
    }
    case 'set-reminders': {
      const { recheckDays, notify } = message;
      const { recheckDays: before } = stored.reminders;
      // The other half of the message is the member's own all the same.
      if (managed.recheckDays !== undefined && recheckDays !== managed.recheckDays) return MANAGED;
      return {
        ok: true,
        stored: {
          ...stored,
          reminders: {
            ...stored.reminders,
            recheckDays: managed.recheckDays === undefined ? recheckDays : before,
            notify,
          },
        },
      };
    }
    case 'mark': {
      const { [message.setting]: _, ...others } = stored.marks.marks;
      const marks = message.note === null ? others : { ...others, [message.setting]: { at: now, note: message.note } };
      return { ok: true, stored: { ...stored, marks: { ...stored.marks, marks } } };
    }
    case 'recognise': {
      const { setting, label, language, answer } = message;
      const isSame = (one: (typeof labels)[number]) =>
        one.setting === setting && one.label === label && one.language === language;
      const { labels } = stored.recognised;
      const others = labels.filter((one) => !isSame(one)).slice(-TYPED_LIMITS.recognised + 1);
      const added = answer === null ? [] : [{ setting, label, language, answer, at: now }];
      const recognised = { ...stored.recognised, labels: [...others, ...added] };
      const record = stored.audit.settings[setting];
      const after = record && answer !== 'yes' ? withoutWord(record, { label, language }) : record;
      if (!after || after === record) return { ok: true, stored: { ...stored, recognised } };
      const settings = { ...stored.audit.settings, [setting]: after };
      return { ok: true, stored: { ...stored, recognised, audit: { ...stored.audit, settings } } };
    }
    case 'seen-changes':
      return { ok: true, stored: { ...stored, report: { ...stored.report, seenUntil: message.until } } };
    case 'import': {
      const report = parseReport(message.text, now);
      if (!report.ok) return { ok: false, why: 'file', problem: report.problem };
      return { ok: true, stored: merged(stored, report.file) };
    }
  }
}
