import { NOTHING_KNOWN } from '../../audit/history.ts';
import { withManaged } from '../../audit/managed.ts';
import type { Overview } from '../../audit/overview.ts';
import type { PageMessage } from '../../audit/requests.ts';
import type { Stored } from '../../audit/stored.ts';
import { countryName, dateTimeUtc, day } from '../../format.ts';
import { AI_TRAINING } from '../../linkedin/ai-setting.ts';
import { changesSince } from '../../report/changes.ts';
import type { Problem } from '../../report/import.ts';
import type { Preview } from '../../report/merge.ts';
import { nextPages } from '../../report/next-pages.ts';
import { reportRows } from '../../report/rows.ts';
import { timelineOf } from '../../report/timeline.ts';
import { t } from '../../words.ts';
import { Answer } from '../Answer.tsx';
import { Footer } from '../Footer.tsx';
import { SetAside } from '../SetAside.tsx';
import { verdictData } from '../verdict-data.ts';
import { Changes } from './Changes.tsx';
import { Erase } from './Erase.tsx';
import { Export } from './Export.tsx';
import { jsonFile } from './files.ts';
import { Import } from './Import.tsx';
import { NextPages } from './NextPages.tsx';
import { Recognised, type RecognisedLabel } from './Recognised.tsx';
import { Settings } from './Settings.tsx';
import { Timeline } from './Timeline.tsx';
import { Typed } from './Typed.tsx';

/** What the report needs to be done by the browser. */
export type ReportActions = {
  openGuide(): void;
  /** Returns why the background refused, or null. */
  keep(message: PageMessage): Promise<string | null>;
  importFile(
    type: 'preview-import' | 'import',
    text: string,
  ): Promise<{ preview?: Preview; problem?: Problem; failed?: boolean }>;
  /** Forgets what the member has said of a label. */
  takeBack(label: RecognisedLabel): void;
  saveFile(name: string, type: string, text: string): void;
  print(): void;
};

type Props = { overview: Overview; stored: Stored; now: number; actions: ReportActions };

/** The whole audit: what changed, the AI setting over time, what to open next, every setting, and the way in and out for the data. */
export function Report({ overview, stored: ownStored, now, actions }: Props) {
  const { verdict, region, version, managed } = overview;
  const stored = withManaged(ownStored, managed);
  const record = stored.audit.settings[AI_TRAINING] ?? NOTHING_KNOWN;
  const [first] = record.history;
  return (
    <main {...verdictData(verdict)}>
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
        seen={() => void actions.keep({ type: 'seen-changes', until: now })}
      />
      <section aria-labelledby="ai-heading" class="verdict">
        <h2 id="ai-heading">{t('report_ai_heading')}</h2>
        <Answer verdict={verdict} now={now} level={3} />
        {first && <Timeline timeline={timelineOf(record, stored.region.country, first.at, Math.max(now, first.at))} />}
        <p class="no-print">
          <button type="button" class="primary" onClick={actions.openGuide}>
            {t('button_guide')}
          </button>
        </p>
      </section>
      <NextPages pages={nextPages(stored, now)} />
      <Settings rows={reportRows(stored, now)} histories={stored.audit.settings} now={now} keep={actions.keep} />
      <Typed overview={overview} />
      <Recognised labels={stored.recognised.labels} takeBack={actions.takeBack} />
      <Export stored={ownStored} version={version} now={now} actions={actions} />
      <Import actions={actions} />
      <Erase
        saveFirst={() => actions.saveFile(...jsonFile(ownStored, version, now))}
        erase={() => actions.keep({ type: 'erase' })}
      />
      <SetAside
        values={stored.setAside.values}
        save={(text) => actions.saveFile('untrained-set-aside.json', 'application/json', text)}
      />
      <Footer managed={overview.managed} />
    </main>
  );
}
