import type { Browser } from 'webextension-polyfill';
import type { Overview } from '../guidance/overview.ts';
import { nextDue } from './reminders.ts';

/** The one alarm: it rings when the passing of time alone changes what there is to say. */
const ALARM = 'due';

/** Plans the alarm, or takes it back where nothing will change by itself. */
export async function planAlarm({ alarms }: Browser, overview: Overview): Promise<void> {
  const when = nextDue(overview);
  if (when === null) await alarms.clear(ALARM);
  else alarms.create(ALARM, { when });
}
