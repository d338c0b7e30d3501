import { t } from '../words.ts';

/** What opting out does and does not do. */
export function GoodToKnow() {
  return (
    <section aria-labelledby="know-heading">
      <h2 id="know-heading">{t('know_heading')}</h2>
      <ul>
        <li>{t('know_future')}</li>
        <li>{t('know_messages')}</li>
        <li>{t('know_other_learning')}</li>
        <li>{t('know_minors')}</li>
        <li>{t('know_account')}</li>
      </ul>
    </section>
  );
}
