import { dateTime, nameOfLanguage } from '../../format.ts';
import { quotable } from '../../linkedin/quotable.ts';
import type { StoredRecognised } from '../../storage/stored.ts';
import { t, tCode } from '../../words.ts';
import { useActions } from '../actions.ts';
import { Quote } from '../Quote.tsx';

type Props = { labels: StoredRecognised['labels'] };

/** Labels that the member was asked about, with what they said and when. Each word can be taken back. */
export function Recognised({ labels }: Props) {
  const { recognise } = useActions();
  if (labels.length === 0) return null;
  return (
    <section aria-labelledby="recognised-heading" data-recognised={labels.length}>
      <h2 id="recognised-heading">{t('recognised_heading')}</h2>
      <p>{t('recognised_why')}</p>
      <ul class="rows">
        {labels.map((one) => (
          <li key={`${one.setting} ${one.label} ${one.language}`} class="row">
            {quotable(one.label) !== '' && (
              <Quote intro={t('recognise_intro')} text={one.label} language={one.language} />
            )}
            <p>{tCode('recognised', one.answer, dateTime(one.at))}</p>
            {nameOfLanguage(one.language) !== '' && (
              <p class="hint">{t('recognised_language', nameOfLanguage(one.language))}</p>
            )}
            <p class="no-print">
              <button type="button" data-action="take-back" onClick={() => void recognise(forgotten(one))}>
                {t('recognised_take_back')}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function forgotten({ setting, label, language }: StoredRecognised['labels'][number]) {
  return { setting, label, language, answer: null };
}
