import { dateTime } from '../../format.ts';
import type { Change } from '../../report/changes.ts';
import { t, tCode } from '../../words.ts';
import { settingName } from './names.ts';
import { WhenOpened } from './WhenOpened.tsx';

/** How many are told at once; whoever has not looked for years may have thousands. */
const SHOWN = 20;

/** What is otherwise than the member last saw, the first thing in the report when there is any. */
export function Changes({ changes, seen }: { changes: Change[]; seen(): void }) {
  if (changes.length === 0) return null;
  const earlier = changes.slice(SHOWN);
  return (
    <section aria-labelledby="changes-heading" class="changes" data-changes={changes.length}>
      <h2 id="changes-heading">{t('report_changes_heading')}</h2>
      <List changes={changes.slice(0, SHOWN)} />
      {earlier.length > 0 && (
        <WhenOpened summary={t('history_summary', String(earlier.length))}>
          {() => <List changes={earlier} />}
        </WhenOpened>
      )}
      <p class="no-print">
        <button type="button" onClick={seen}>
          {t('report_changes_seen')}
        </button>
      </p>
    </section>
  );
}

function List({ changes }: { changes: Change[] }) {
  return (
    <ul>
      {changes.map(({ setting, at, from, to }) => (
        <li key={`${setting.id} ${at}`} data-changed={setting.id}>
          {t('report_change', settingName(setting).name, tCode('state', from), tCode('state', to), dateTime(at))}
        </li>
      ))}
    </ul>
  );
}
