import { useState } from 'preact/hooks';
import { countryName, day } from '../../format.ts';
import type { ObjectionOverview as ObjectionFacts } from '../../guidance/overview.ts';
import { FORMS } from '../../objection/forms.ts';
import type { Stage } from '../../objection/life.ts';
import { sentences, t, tCode, tCount, tData } from '../../words.ts';
import { useActions } from '../actions.ts';
import { Help } from '../Help.tsx';
import { stageSentence } from '../stage.ts';
import { Complaint } from './Complaint.tsx';
import { Letter } from './Letter.tsx';
import { ObjectionLife } from './ObjectionLife.tsx';

type Props = { objection: ObjectionFacts; isOpen: boolean; today: string; now: number };

/** Stages at which the authority comes into play. */
const TO_COMPLAIN_OF: Stage[] = ['overdue', 'refused', 'partly', 'complained'];

/** The second step: what the form is for, the letter, and what became of it. */
export function Objection({ objection, isOpen, today, now }: Props) {
  const { stage, record, earlier } = objection;
  // Opens when it is the member's turn, and stays open: to close under the hand that just recorded something would puzzle.
  const [wasOpen, setOpen] = useState(isOpen);
  if (isOpen && !wasOpen) setOpen(true);
  // What is typed for one objection is never the next one's.
  return (
    <div class="objection" data-stage={stage}>
      <Status objection={objection} />
      {TO_COMPLAIN_OF.includes(stage) && <Complaint key={record.id} objection={objection} />}
      <details open={wasOpen}>
        <summary>{t('objection_open')}</summary>
        <div class="stack">
          {record.sentOn === null && <Form />}
          {record.sentOn === null ? (
            <Letter key={record.id} objection={objection} />
          ) : (
            <details>
              <summary>{t('letter_after')}</summary>
              <Letter key={record.id} objection={objection} />
            </details>
          )}
          <ObjectionLife key={record.id} objection={objection} today={today} now={now} />
          {earlier.length > 0 && <Earlier records={earlier} />}
        </div>
      </details>
    </div>
  );
}

function Form() {
  return (
    <>
      <p>{t('second_why')}</p>
      <p>{t('objection_option')}</p>
      <p class="note">{t('objection_labels_unseen')}</p>
      <ul>
        {(['objection', 'access', 'export'] as const).map((id) => (
          <li key={id}>
            <a href={FORMS[id].url} target="_blank" rel="noreferrer">
              {tCode('form', id)}
            </a>
            {id !== 'objection' && <> {tCode('form_why', id)}</>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Where it stands, in a sentence or two. */
function Status({ objection }: { objection: ObjectionFacts }) {
  const { sentOn, answer } = objection.record;
  return (
    <>
      <p role="status">{stageSentence(objection)}</p>
      <Help term="objection" />
      {sentOn && !answer && <Deadline objection={objection} />}
      {objection.otherCountry && <OtherCountry objection={objection} country={objection.otherCountry} />}
    </>
  );
}

/** Asks by the law of which country it goes, where another one was chosen since it was sent. */
function OtherCountry({ objection: { record }, country }: { objection: ObjectionFacts; country: string }) {
  const { send } = useActions();
  if (!record.country) return null;
  return (
    <p data-sent-from={record.country}>
      <span id="sent-from">{t('objection_country', countryName(record.country))}</span>{' '}
      <button
        type="button"
        data-action="other-country"
        aria-describedby="sent-from"
        onClick={() => void send({ type: 'change-objection', objection: record.id, changes: { country } })}
      >
        {countryName(country)}
      </button>
    </p>
  );
}

function Deadline({ objection }: { objection: ObjectionFacts }) {
  const { deadline, record, law } = objection;
  if (!deadline) return <p data-deadline="">{t('deadline_unknown')}</p>;
  const { day: last, countsUntil } = deadline;
  return (
    <>
      <p data-deadline={last} data-counts-until={countsUntil}>
        {t(record.extendedOn ? 'deadline_extended' : 'deadline_by', day(last), tData('law_answer', law.id))}
      </p>
      {countsUntil !== last && <p class="hint">{t('deadline_weekend', day(countsUntil))}</p>}
      <p class="hint">{t('deadline_holiday')}</p>
    </>
  );
}

function Earlier({ records }: { records: ObjectionFacts['earlier'] }) {
  return (
    <details>
      <summary>{tCount('objection_earlier', records.length)}</summary>
      <ul>
        {records.map(({ sentOn, caseNumber, answer }) => (
          <li key={`${sentOn} ${caseNumber}`}>
            {sentences(
              sentOn && t('life_sent_on', day(sentOn)),
              caseNumber && t('life_case', caseNumber),
              answer && tCode('stage', answer.outcome, day(answer.on)),
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
