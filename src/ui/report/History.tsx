import { dateTime } from '../../format.ts';
import type { SettingRecord, Sighting } from '../../storage/setting-record.ts';
import { t, tCode } from '../../words.ts';
import { Asked } from './Asked.tsx';
import { WhenOpened } from './WhenOpened.tsx';

type Props = { setting: string; record: SettingRecord };

/** A setting's certain readings, the newest first, asked for when they are opened. */
export function History({ setting, record }: Props) {
  const count = record.earlier.entries + record.history.length;
  if (count === 0) return null;
  return (
    <WhenOpened summary={t('history_summary', String(count))}>
      {() => (
        <Asked message={{ type: 'history', setting }} about={aboutHistory(record)}>
          {({ history, gaps }) => <Entries history={history} gaps={gaps} />}
        </Asked>
      )}
    </WhenOpened>
  );
}

/** By what is at hand of a history: what changes whenever the history does. */
export function aboutHistory({ history, earlier }: SettingRecord): string {
  return JSON.stringify([history, earlier]);
}

/** Says where something of a history could not be read. */
export function Gap() {
  return (
    <p class="hint" data-gap>
      {t('history_gap')}
    </p>
  );
}

function Entries({ history, gaps }: { history: Sighting[]; gaps: number[] }) {
  return (
    <>
      {gaps.includes(history.length) && <Gap />}
      <ol data-history reversed>
        {history
          .map((sighting, index) => (
            <Entry key={`${sighting.at} ${sighting.state}`} sighting={sighting} isAfterGap={gaps.includes(index)} />
          ))
          .toReversed()}
      </ol>
    </>
  );
}

function Entry({ sighting, isAfterGap }: { sighting: Sighting; isAfterGap: boolean }) {
  const { at, state, lastSeen, confirmed, via } = sighting;
  const how = t(
    'punctuation_pair',
    t(confirmed ? 'history_confirmed' : 'history_not_confirmed'),
    t(via === 'list' ? 'history_in_list' : 'history_on_page'),
  );
  return (
    <li>
      {t('history_entry', tCode('state', state), dateTime(at), dateTime(lastSeen), how)}
      {isAfterGap && <Gap />}
    </li>
  );
}
