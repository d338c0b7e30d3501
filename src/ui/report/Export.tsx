import type { Stored } from '../../storage/stored.ts';
import { t } from '../../words.ts';
import { useActions } from '../actions.ts';
import { csvFile, jsonFile } from './files.ts';

type Props = {
  stored: Stored;
  version: string;
  now: number;
};

/** Everything to take away, as data, as a table, or on paper. */
export function Export({ stored, version, now }: Props) {
  const { saveFile, print } = useActions();
  return (
    <section aria-labelledby="export-heading" class="no-print">
      <h2 id="export-heading">{t('export_heading')}</h2>
      <p>{t('export_why')}</p>
      <div class="buttons">
        <button type="button" data-export="json" onClick={() => saveFile(...jsonFile(stored, version, now))}>
          {t('export_json')}
        </button>
        <button type="button" data-export="csv" onClick={() => saveFile(...csvFile(stored, version, now))}>
          {t('export_csv')}
        </button>
        <button type="button" data-action="print" onClick={print}>
          {t('export_print')}
        </button>
      </div>
    </section>
  );
}
