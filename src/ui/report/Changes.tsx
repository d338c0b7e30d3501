import { dateTime } from '../../format.ts';
import { settingNamed } from '../../linkedin/settings.ts';
import type { Change } from '../../report/changes.ts';
import { t, tCode } from '../../words.ts';
import { Asked } from './Asked.tsx';
import { settingName } from './names.ts';
import { WhenOpened } from './WhenOpened.tsx';

type Props = { changes: Change[]; hasMore: boolean; seen(): void };

/** What is otherwise than the member last saw, the first thing in the report when there is any. */
export function Changes({ changes, hasMore, seen }: Props) {
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="changes-heading" class="changes" data-changes={changes.length}>
      <h2 id="changes-heading">{t('report_changes_heading')}</h2>
      <List changes={changes} />
      {hasMore && (
        <WhenOpened summary={t('report_changes_earlier')}>
          {() => (
            <Asked message={{ type: 'changes' }} about={JSON.stringify(changes)}>
              {({ changes: all }) => <List changes={all.slice(changes.length)} />}
            </Asked>
          )}
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
        <li key={`${setting} ${at}`} data-changed={setting}>
          {t('report_change', nameOf(setting), tCode('state', from), tCode('state', to), dateTime(at))}
        </li>
      ))}
    </ul>
  );
}

function nameOf(id: string): string {
  const setting = settingNamed(id);
  return setting ? settingName(setting).name : '';
}
