import { t } from '../words.ts';

/** Leads to all settings and their history. */
export function ReportButton({ open }: { open(): void }) {
  return (
    <section aria-label={t('report_heading')}>
      <button type="button" data-action="report" onClick={open}>
        {t('button_report')}
      </button>
    </section>
  );
}
