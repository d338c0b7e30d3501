import { today } from '../../time.ts';

const MINUTE = 60_000;

/**
 * Calls back whenever a new calendar day has begun where the member is, within a minute, until the function that is returned is called. It asks the clock
 * each minute, since a computer that sleeps, or whose clock is set, keeps no timer until midnight.
 */
export function onNewDay(act: () => void): () => void {
  let day = today(Date.now());
  const timer = setInterval(() => {
    const now = today(Date.now());
    if (now === day) return;
    day = now;
    act();
  }, MINUTE);
  return () => clearInterval(timer);
}
