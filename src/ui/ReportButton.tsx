import { t } from '../words.ts';
import { useActions } from './actions.ts';

/** Leads to all settings and their history. */
export function ReportButton() {
  const { openReport } = useActions();
  return (
    <section aria-label={t('report_heading')}>
      <button type="button" data-action="report" onClick={openReport}>
        {t('button_report')}
      </button>
    </section>
  );
}
