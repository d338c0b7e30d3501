import { FORMS } from '../../objection/forms.ts';
import { t } from '../../words.ts';
import { Help } from '../Help.tsx';

/** What the switch does not cover, and the form for that. */
export function SecondStep() {
  return (
    <section aria-labelledby="second-heading">
      <h2 id="second-heading">{t('second_heading')}</h2>
      <p>{t('second_why')}</p>
      <Help term="objection" />
      <p>
        <a href={FORMS.objection.url} target="_blank" rel="noreferrer">
          {t('second_link')}
        </a>
      </p>
    </section>
  );
}
