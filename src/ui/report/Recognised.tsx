import type { StoredRecognised } from '../../audit/stored.ts';
import { dateTime, nameOfLanguage } from '../../format.ts';
import { quotable } from '../../linkedin/quotable.ts';
import { t, tCode } from '../../words.ts';
import { Quote } from '../Quote.tsx';

export type RecognisedLabel = StoredRecognised['labels'][number];

type Props = { labels: RecognisedLabel[]; takeBack(label: RecognisedLabel): void };

/** Labels that the member was asked about, with what they said and when. Each word can be taken back. */
export function Recognised({ labels, takeBack }: Props) {
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
              <button type="button" data-action="take-back" onClick={() => takeBack(one)}>
                {t('recognised_take_back')}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
