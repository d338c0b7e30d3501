import { useState } from 'preact/hooks';
import type { Sighting } from '../storage/setting-record.ts';
import { t } from '../words.ts';

type Props = { sighting: Sighting; now: number };

/** How long, in milliseconds, a page has to keep still before it counts as done. As in the style sheet. */
const TAKES = 5000;

/**
 * A bar that fills over the seconds that the check takes, from when the page was first read. It is drawn by the style sheet alone, and
 * stands still for those who asked for less motion.
 */
export function Waiting({ sighting, now }: Props) {
  // Fixed when it is first shown: the animation goes on by itself from there.
  const [passed] = useState(() => Math.max(now - Math.max(sighting.at, sighting.load), 0));
  return (
    <div class="waiting" role="progressbar" aria-label={t('wait_label')}>
      <div style={{ animationDelay: `-${Math.round(passed)}ms`, '--filled': String(Math.min(passed / TAKES, 1)) }} />
    </div>
  );
}
