import { dateTime } from '../../format.ts';
import type { Change } from '../../report/changes.ts';
import { t, tCode } from '../../words.ts';
import { settingName } from './names.ts';

/** What is otherwise than the member last saw, the first thing in the report when there is any. */
export function Changes({ changes, seen }: { changes: Change[]; seen(): void }) {
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="changes-heading" class="changes" data-changes={changes.length}>
      <h2 id="changes-heading">{t('report_changes_heading')}</h2>
      <ul>
        {changes.map(({ setting, at, from, to }) => (
          <li key={`${setting.id} ${at}`} data-changed={setting.id}>
            {t('report_change', settingName(setting).name, tCode('state', from), tCode('state', to), dateTime(at))}
          </li>
        ))}
      </ul>
      <p class="no-print">
        <button type="button" onClick={seen}>
          {t('report_changes_seen')}
        </button>
      </p>
    </section>
  );
}
