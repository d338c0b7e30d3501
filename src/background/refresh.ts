import { planAlarm } from './alarm.ts';
import type { Base } from './base.ts';
import { iconOf } from './icon.ts';
import { lookNow } from './knowledge.ts';
import { notify } from './notifications.ts';

/**
 * Gives a function that shows the state on the icon, plans when to look at it again, and tells what is to be told. It never rejects: what
 * was kept was kept, whatever becomes of the icon. Its calls take effect one after the other, or an older state could be shown last.
 */
export function refresherOf(base: Base): () => Promise<void> {
  const icon = iconOf(base.browser);
  let last: Promise<void> = Promise.resolve();

  async function refresh(): Promise<void> {
    const moment = base.kept.moment();
    const asked = base.store.asOfNow();
    const look = await lookNow(base).catch(() => null);
    if (!look) return icon.showTrouble();
    const { overview, isCertain } = look;
    // Each by itself: where one fails, the others still happen. What is told cannot be taken back, so it waits for the policies.
    await Promise.allSettled([
      icon.show(overview),
      planAlarm(base.browser, overview),
      isCertain && notify(base, overview, asked),
    ]);
    // What the disk does not hold is not kept there either.
    if ((await base.unsaved.all()).length === 0) await base.kept.keep(overview, moment);
  }

  return () => {
    last = last.then(refresh).catch(() => {});
    return last;
  };
}
