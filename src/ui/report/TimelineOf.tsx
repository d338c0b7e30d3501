import { AI_TRAINING } from '../../linkedin/ai-setting.ts';
import { timelineOf } from '../../report/timeline.ts';
import type { SettingRecord } from '../../storage/setting-record.ts';
import { Asked } from './Asked.tsx';
import { aboutHistory, Gap } from './History.tsx';
import { Timeline } from './Timeline.tsx';

type Props = { record: SettingRecord; country: string | null; now: number };

/** The picture of all that is known of the AI setting, as soon as its whole history is there. */
export function TimelineOf({ record, country, now }: Props) {
  if (record.history.length === 0) return null;
  return (
    <Asked message={{ type: 'history', setting: AI_TRAINING }} about={aboutHistory(record)}>
      {({ history, gaps }) => {
        const from = history[0]?.at ?? now;
        return (
          <>
            <Timeline timeline={timelineOf(history, country, from, Math.max(now, from))} />
            {gaps.length > 0 && <Gap />}
          </>
        );
      }}
    </Asked>
  );
}
