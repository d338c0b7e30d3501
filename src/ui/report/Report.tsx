import { countryName, dateTimeUtc, day } from '../../format.ts';
import type { Overview } from '../../guidance/overview.ts';
import { AI_TRAINING } from '../../linkedin/ai-setting.ts';
import { changesSince } from '../../report/changes.ts';
import { nextPages } from '../../report/next-pages.ts';
import { reportRows } from '../../report/rows.ts';
import { timelineOf } from '../../report/timeline.ts';
import { withManaged } from '../../storage/managed.ts';
import type { Stored } from '../../storage/stored.ts';
import { NOTHING_KNOWN } from '../../verdict/history.ts';
import { t } from '../../words.ts';
import { Answer } from '../Answer.tsx';
import { useActions } from '../actions.ts';
import { Footer } from '../Footer.tsx';
import { Main } from '../Main.tsx';
import { SetAside } from '../SetAside.tsx';
import { Changes } from './Changes.tsx';
import { Erase } from './Erase.tsx';
import { Export } from './Export.tsx';
import { Import } from './Import.tsx';
import { NextPages } from './NextPages.tsx';
import { Recognised } from './Recognised.tsx';
import { Settings } from './Settings.tsx';
import { Timeline } from './Timeline.tsx';
import { Typed } from './Typed.tsx';

type Props = { overview: Overview; stored: Stored; now: number };

/** The whole audit: what changed, the AI setting over time, what to open next, every setting, and the way in and out for the data. */
export function Report({ overview, stored: ownStored, now }: Props) {
  const { send, saveFile, openGuide } = useActions();
  const { verdict, region, version, managed } = overview;
  const stored = withManaged(ownStored, managed);
  const record = stored.audit.settings[AI_TRAINING] ?? NOTHING_KNOWN;
  const [first] = record.history;
  return (
    <Main verdict={verdict}>
      <header class="masthead">
        <h1>{t('report_heading')}</h1>
        <p class="hint">
          {t(
            'report_made',
            version,
            dateTimeUtc(now),
            day(region.tableDate),
            region.chosen ? countryName(region.chosen) : t('region_none'),
          )}
        </p>
        <p class="hint">{t('report_evidence')}</p>
      </header>
      {Object.keys(stored.audit.settings).length === 0 && <p class="empty">{t('report_empty')}</p>}
      <Changes
        changes={changesSince(stored, stored.report.seenUntil)}
        seen={() => void send({ type: 'seen-changes', until: now })}
      />
      <section aria-labelledby="ai-heading" class="verdict">
        <h2 id="ai-heading">{t('report_ai_heading')}</h2>
        <Answer verdict={verdict} now={now} level={3} />
        {first && <Timeline timeline={timelineOf(record, stored.region.country, first.at, Math.max(now, first.at))} />}
        <p class="no-print">
          <button type="button" class="primary" onClick={openGuide}>
            {t('button_guide')}
          </button>
        </p>
      </section>
      <NextPages pages={nextPages(stored, now)} />
      <Settings rows={reportRows(stored, now)} histories={stored.audit.settings} now={now} />
      <Typed overview={overview} />
      <Recognised labels={stored.recognised.labels} />
      <Export stored={ownStored} version={version} now={now} />
      <Import />
      <Erase stored={ownStored} version={version} now={now} />
      <SetAside
        values={stored.setAside.values}
        save={(text) => saveFile('untrained-set-aside.json', 'application/json', text)}
      />
      <Footer managed={overview.managed} />
    </Main>
  );
}
