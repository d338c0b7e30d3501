import type { Overview } from '../guidance/overview.ts';
import { planAlarm } from './alarm.ts';
import type { Base } from './base.ts';
import { iconOf } from './icon.ts';
import { overviewNow } from './knowledge.ts';
import { notify } from './notifications.ts';

/**
 * Gives a function that shows the state on the icon, plans when to look at it again, and tells what is to be told. It never rejects: what
 * was kept was kept, whatever becomes of the icon. Its calls take effect one after the other, or an older state could be shown last.
 */
export function refresherOf(base: Base): () => Promise<void> {
  const icon = iconOf(base.browser);
  let last: Promise<void> = Promise.resolve();

  async function refresh(): Promise<void> {
    let overview: Overview;
    try {
      overview = await overviewNow(base);
    } catch {
      return icon.showTrouble();
    }
    // Each by itself: where one fails, the others still happen.
    await Promise.allSettled([icon.show(overview), planAlarm(base.browser, overview), notify(base, overview)]);
  }

  return () => {
    last = last.then(refresh).catch(() => {});
    return last;
  };
}
