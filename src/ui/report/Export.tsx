import { t } from '../../words.ts';
import { useActions } from '../actions.ts';
import { useFiles } from './use-files.ts';

type Props = {
  version: string;
  now: number;
};

/** Everything to take away, as data, as a table, or on paper. */
export function Export({ version, now }: Props) {
  const { print } = useActions();
  const { save, failed } = useFiles(version, now);
  return (
    <section aria-labelledby="export-heading" class="no-print">
      <h2 id="export-heading">{t('export_heading')}</h2>
      <p>{t('export_why')}</p>
      <div class="buttons">
        <button type="button" data-export="json" onClick={() => void save('json')}>
          {t('export_json')}
        </button>
        <button type="button" data-export="csv" onClick={() => void save('csv')}>
          {t('export_csv')}
        </button>
        <button type="button" data-action="print" onClick={print}>
          {t('export_print')}
        </button>
      </div>
      <p role="status">{failed && t('background_failed')}</p>
    </section>
  );
}
