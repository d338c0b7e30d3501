import { useState } from 'preact/hooks';
import type { ObjectionOverview } from '../../guidance/overview.ts';
import type { Authority } from '../../objection/authorities.ts';
import { complaintLetter, type LetterLanguage, letterLanguage } from '../../objection/letter.ts';
import { language, t } from '../../words.ts';
import { LetterEditor } from './LetterEditor.tsx';

/** The authority of the member's country, the one that leads, and a letter to it. */
export function Complaint({ objection }: { objection: ObjectionOverview }) {
  const { own, lead } = objection.authorities;
  const [chosen, setChosen] = useState<LetterLanguage>(letterLanguage(language()));
  const [edited, setEdited] = useState<string | null>(null);
  const draft = draftOf(objection, chosen);
  const text = edited ?? draft;
  return (
    <details>
      <summary>{t('complaint_open')}</summary>
      <div class="stack">
        <p>{t('complaint_why')}</p>
        {own && <AuthorityLinks authority={own} intro={t('authority_own')} />}
        {lead && <AuthorityLinks authority={lead} intro={t('authority_lead')} />}
        {!own && !lead && <p>{t('authority_unknown')}</p>}
        <LetterEditor
          name="complaint"
          label="complaint_label"
          hint="complaint_hint"
          language={chosen}
          choose={(tag) => {
            setChosen(tag);
            setEdited(null);
          }}
          text={text}
          edit={setEdited}
        />
      </div>
    </details>
  );
}

function draftOf({ record, law, deadline, authorities }: ObjectionOverview, chosen: LetterLanguage): string {
  const { sentOn, caseNumber, answer } = record;
  return complaintLetter(chosen, {
    law: law.id,
    authority: authorities.own?.name ?? null,
    controllerInIreland: law.leadAuthority === 'IE',
    sentOn: sentOn ?? '',
    caseNumber,
    answer: answer && answer.outcome !== 'granted' ? answer.outcome : 'none',
    answeredOn: answer?.on ?? null,
    deadline: deadline?.day ?? null,
  });
}

function AuthorityLinks({ authority, intro }: { authority: Authority; intro: string }) {
  const { name, web, complaint, note } = authority;
  return (
    <div data-authority={authority.country}>
      <p>{intro}</p>
      <p>
        <a href={web} target="_blank" rel="noreferrer">
          {name}
        </a>
        {complaint && (
          <>
            {' · '}
            <a href={complaint} target="_blank" rel="noreferrer">
              {t('authority_complaint_page')}
            </a>
          </>
        )}
      </p>
      {note === 'germany-states' && <p class="note">{t('authority_germany_states')}</p>}
      {complaint && <p class="hint">{t('authority_moves')}</p>}
    </div>
  );
}
