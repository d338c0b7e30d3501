import type { Stored } from '../../audit/stored.ts';
import { t } from '../../words.ts';
import { csvFile, jsonFile } from './files.ts';
import type { ReportActions } from './Report.tsx';

type Props = {
  stored: Stored;
  version: string;
  now: number;
  actions: Pick<ReportActions, 'saveFile' | 'print'>;
};

/** Everything to take away, as data, as a table, or on paper. */
export function Export({ stored, version, now, actions }: Props) {
  return (
    <section aria-labelledby="export-heading" class="no-print">
      <h2 id="export-heading">{t('export_heading')}</h2>
      <p>{t('export_why')}</p>
      <div class="buttons">
        <button type="button" data-export="json" onClick={() => actions.saveFile(...jsonFile(stored, version, now))}>
          {t('export_json')}
        </button>
        <button type="button" data-export="csv" onClick={() => actions.saveFile(...csvFile(stored, version, now))}>
          {t('export_csv')}
        </button>
        <button type="button" data-action="print" onClick={actions.print}>
          {t('export_print')}
        </button>
      </div>
    </section>
  );
}
