import { Fragment } from 'preact';
import { countryName, dateTimeUtc, day } from '../../format.ts';
import { AI_TRAINING } from '../../linkedin/ai-setting.ts';
import type { ShownReport } from '../../protocol/messages.ts';
import { nextPages } from '../../report/next-pages.ts';
import { reportRows } from '../../report/rows.ts';
import { withManaged } from '../../storage/managed.ts';
import { NOTHING_KNOWN } from '../../storage/nothing.ts';
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
import { TimelineOf } from './TimelineOf.tsx';
import { Typed } from './Typed.tsx';

type Props = ShownReport & { now: number };

/** The whole audit: what changed, the AI setting over time, what to open next, every setting, and the way in and out for the data. */
export function Report({ overview, stored: ownStored, changes, hasMore, now }: Props) {
  const { send, saveFile, openGuide } = useActions();
  const { verdict, region, version, managed } = overview;
  const stored = withManaged(ownStored, managed);
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
      {Object.keys(stored.settings).length === 0 && <p class="empty">{t('report_empty')}</p>}
      {/* What was typed or chosen here and not kept goes when everything is deleted. */}
      <Fragment key={overview.era}>
        <Changes changes={changes} hasMore={hasMore} seen={() => void send({ type: 'seen-changes', until: now })} />
        <section aria-labelledby="ai-heading" class="verdict">
          <h2 id="ai-heading">{t('report_ai_heading')}</h2>
          <Answer verdict={verdict} now={now} level={3} />
          <TimelineOf
            record={stored.settings[AI_TRAINING] ?? NOTHING_KNOWN}
            country={stored.region.country}
            now={now}
          />
          <p class="no-print">
            <button type="button" class="primary" onClick={openGuide}>
              {t('button_guide')}
            </button>
          </p>
        </section>
        <NextPages pages={nextPages(stored, now)} />
        <Settings rows={reportRows(stored, now)} known={stored.settings} now={now} />
        <Typed overview={overview} />
        <Recognised labels={stored.recognised.labels} />
        <Export version={version} now={now} />
        <Import />
      </Fragment>
      <Erase version={version} now={now} />
      <SetAside
        values={stored.setAside.values}
        save={(text) => saveFile('untrained-set-aside.json', 'application/json', text)}
      />
      <Footer managed={overview.managed} />
    </Main>
  );
}
