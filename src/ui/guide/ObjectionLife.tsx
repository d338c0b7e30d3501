import { useState } from 'preact/hooks';
import { day as dayText } from '../../format.ts';
import type { ObjectionOverview } from '../../guidance/overview.ts';
import { calendarFile } from '../../objection/calendar.ts';
import { FORMS } from '../../objection/forms.ts';
import { isMembersTurn, MISFITS } from '../../objection/life.ts';
import { TYPED_LIMITS } from '../../storage/limits.ts';
import type { ObjectionChanges, ObjectionRecord } from '../../storage/objection.ts';
import { type MessageKey, sentences, t, tCode } from '../../words.ts';
import { useActions } from '../actions.ts';

type Props = { objection: ObjectionOverview; today: string; now: number };
type Outcome = NonNullable<ObjectionRecord['answer']>['outcome'];

const OUTCOMES: Outcome[] = ['granted', 'partly', 'refused'];

/** How many days before the deadline the calendar reminds. */
const REMIND_DAYS = 3;

type Change = (changes: ObjectionChanges) => Promise<void>;

/** What the member tells of the objection, since LinkedIn's form and e-mails are never read: sent, extended, answered, complained. */
export function ObjectionLife({ objection, today, now }: Props) {
  const { send } = useActions();
  const [misfit, setMisfit] = useState<string | null>(null);
  const { record, stage } = objection;
  const { sentOn, answer, complainedOn, closed } = record;
  const change: Change = async (changes) => {
    const outcome = await send({ type: 'change-objection', objection: record.id, changes });
    setMisfit(outcome.ok ? null : outcome.why);
  };
  return (
    <div class="stack">
      <Facts record={record} change={change} />
      {!closed && !sentOn && <SentForm record={record} today={today} change={change} />}
      {!closed && sentOn && !answer && (
        <Awaiting objection={objection} sentOn={sentOn} today={today} now={now} change={change} />
      )}
      {isMembersTurn(stage) && sentOn && !complainedOn && (
        <DayForm
          id="complained"
          legend="complained_legend"
          button="complained_record"
          today={today}
          submit={(on) => change({ complainedOn: on })}
        />
      )}
      <Ways objection={objection} change={change} />
      <p role="alert" class="misfit">
        {misfit && misfitSentence(misfit)}
      </p>
    </div>
  );
}

/** Once it was sent: the day for the calendar, LinkedIn's notice that it takes longer, and its answer. */
function Awaiting({ objection, sentOn, today, now, change }: Props & { sentOn: string; change: Change }) {
  const { saveFile } = useActions();
  const { record, law, deadline } = objection;
  return (
    <>
      {deadline && (
        <button
          type="button"
          data-action="calendar"
          onClick={() => {
            const event = {
              uid: `objection-${sentOn}-${deadline.day}@untrained`,
              day: deadline.countsUntil,
              title: t('calendar_title'),
              description: t('calendar_text', dayText(sentOn)),
              url: FORMS.objection.url,
              stamp: now,
              remindDaysBefore: REMIND_DAYS,
            };
            saveFile('untrained-deadline.ics', 'text/calendar', calendarFile(event));
          }}
        >
          {t('calendar_save')}
        </button>
      )}
      {law.extensionMonths !== null && !record.extendedOn && (
        <DayForm
          id="extended"
          legend="extended_legend"
          button="extended_record"
          today={today}
          submit={(on) => change({ extendedOn: on })}
        />
      )}
      <AnswerForm today={today} change={change} />
    </>
  );
}

/** To leave it at that, to take it up again, to begin another. */
function Ways({ objection: { stage, record }, change }: { objection: ObjectionOverview; change: Change }) {
  const { sentOn, closed } = record;
  const isOver = stage === 'granted' || stage === 'complained' || stage === 'closed';
  return (
    <>
      {isMembersTurn(stage) && stage !== 'overdue' && (
        <button type="button" data-action="close" onClick={() => void change({ closed: true })}>
          {t(sentOn ? 'objection_leave_at_that' : 'objection_leave_out')}
        </button>
      )}
      {closed && (
        <button type="button" data-action="reopen" onClick={() => void change({ closed: false })}>
          {t('objection_take_up')}
        </button>
      )}
      {isOver && sentOn && (
        <button type="button" data-action="another" onClick={() => void change({ replaced: true })}>
          {t('objection_another')}
        </button>
      )}
    </>
  );
}

/** What was told so far; each can be taken back. */
function Facts({ record, change }: { record: ObjectionRecord; change: Change }) {
  const { sentOn, caseNumber, extendedOn, answer, complainedOn } = record;
  const facts: [string | null, ObjectionChanges][] = [
    [
      sentOn && sentences(t('life_sent_on', dayText(sentOn)), caseNumber && t('life_case', caseNumber)),
      { sentOn: null },
    ],
    [extendedOn && t('life_extended_on', dayText(extendedOn)), { extendedOn: null }],
    [answer && tCode('stage', answer.outcome, dayText(answer.on)), { answer: null }],
    [complainedOn && t('stage_complained', dayText(complainedOn)), { complainedOn: null }],
  ];
  const known = facts.filter(([text]) => text);
  if (known.length === 0) return null;
  // Only the last can be taken back: what came before is what it follows from.
  return (
    <ul class="facts">
      {known.map(([text, undo], index) => (
        <li key={text}>
          {text}{' '}
          {index === known.length - 1 && (
            <button type="button" data-action="undo" onClick={() => void change(undo)}>
              {t('life_undo')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The day that a form offers: today, whatever day that is by now, until the member chooses another. */
type Chosen = string | null;

function SentForm({ record, today, change }: { record: ObjectionRecord; today: string; change: Change }) {
  const [sent, setSent] = useState<{ chosen: Chosen; caseNumber: string }>({
    chosen: null,
    caseNumber: record.caseNumber,
  });
  const { chosen, caseNumber } = sent;
  const on = chosen ?? today;
  return (
    <fieldset>
      <legend>{t('sent_legend')}</legend>
      <DayInput id="sent-on" value={on} max={today} choose={(day) => setSent({ ...sent, chosen: day })} />
      <label for="case-number">{t('sent_case')}</label>
      <input
        id="case-number"
        name="case-number"
        type="text"
        autocomplete="off"
        maxLength={TYPED_LIMITS.caseNumber}
        value={caseNumber}
        onInput={({ currentTarget }) => setSent({ ...sent, caseNumber: currentTarget.value })}
      />
      <button
        type="button"
        data-action="sent"
        disabled={!on}
        onClick={() => void change({ sentOn: on, caseNumber: caseNumber.trim() })}
      >
        {t('sent_record')}
      </button>
    </fieldset>
  );
}

function AnswerForm({ today, change }: { today: string; change: Change }) {
  const [answer, setAnswer] = useState<{ chosen: Chosen; outcome: Outcome }>({ chosen: null, outcome: 'granted' });
  const { outcome, chosen } = answer;
  const on = chosen ?? today;
  return (
    <fieldset>
      <legend>{t('answer_legend')}</legend>
      <label for="outcome">{t('answer_outcome')}</label>
      <select
        id="outcome"
        name="outcome"
        value={outcome}
        onChange={({ currentTarget }) => setAnswer({ ...answer, outcome: currentTarget.value as Outcome })}
      >
        {OUTCOMES.map((one) => (
          <option key={one} value={one}>
            {tCode('answer', one)}
          </option>
        ))}
      </select>
      <DayInput id="answered-on" value={on} max={today} choose={(day) => setAnswer({ ...answer, chosen: day })} />
      <button
        type="button"
        data-action="answered"
        disabled={!on}
        onClick={() => void change({ answer: { on, outcome } })}
      >
        {t('answer_record')}
      </button>
    </fieldset>
  );
}

function DayForm(props: {
  id: 'extended' | 'complained';
  legend: MessageKey;
  button: MessageKey;
  today: string;
  submit(day: string): Promise<void>;
}) {
  const { id, legend, button, today, submit } = props;
  const [chosen, choose] = useState<Chosen>(null);
  const on = chosen ?? today;
  return (
    <fieldset>
      <legend>{t(legend)}</legend>
      <DayInput id={`${id}-on`} value={on} max={today} choose={choose} />
      <button type="button" data-action={id} disabled={!on} onClick={() => void submit(on)}>
        {t(button)}
      </button>
    </fieldset>
  );
}

function DayInput({ id, value, max, choose }: { id: string; value: string; max: string; choose(day: string): void }) {
  return (
    <>
      <label for={id}>{t('life_day')}</label>
      <input
        id={id}
        name={id}
        type="date"
        max={max}
        value={value}
        onInput={({ currentTarget }) => choose(currentTarget.value)}
      />
    </>
  );
}

function misfitSentence(misfit: string): string {
  const known = MISFITS.find((one) => one === misfit);
  return known ? tCode('misfit', known) : t('not_kept');
}
