import type { Browser } from 'webextension-polyfill';
import type { Overview } from '../guidance/overview.ts';
import type { Moment, Store } from '../storage/store.ts';
import type { Stored } from '../storage/stored.ts';
import { t } from '../words.ts';
import type { Base } from './base.ts';
import { NOTIFICATION_TITLES, type Reminder, remindersDue } from './reminders.ts';

/** The guide's page, which a notification leads to. */
const GUIDE = '/sidepanel.html';

/**
 * Tells each occasion of an overview of a moment once, and only if the member asked for notifications and still allows them. It is written down first
 * that it is about to be told: what the disk does not take would be told over and over, and what a background did not come to is told by the next.
 */
export async function notify({ browser, store, now }: Base, overview: Overview, moment: Moment): Promise<void> {
  if (!overview.reminders.notify || !browser.notifications) return;
  await forgetFuture(store, now(), moment);
  const { told } = await store.read('reminders');
  for (const { kind, about } of remindersDue(overview)) {
    const last = told[kind];
    // An import may move an occasion back; it is the same then.
    if (last?.isShown && last.about >= about) continue;
    const isBegun = last?.about === about;
    if (!isBegun) await note(store, kind, { about, at: now(), isShown: false }, moment);
    if (moment.isPast()) return;
    // A background that was ended may have come as far as showing it.
    if (!isBegun || !(kind in (await browser.notifications.getAll()))) await show(browser, kind);
    await note(store, kind, { about, at: now(), isShown: true }, moment);
  }
}

type Told = Stored['reminders']['told'];

function note(store: Store, kind: Reminder['kind'], told: Told[string], moment: Moment): Promise<void> {
  return store.update(
    'reminders',
    moment.bound((reminders) => ({ ...reminders, told: { ...reminders.told, [kind]: told } })),
  );
}

async function show({ notifications, runtime }: Browser, kind: Reminder['kind']): Promise<void> {
  // The kind is the id: a second one of a kind takes the place of the first.
  await notifications.create(kind, {
    type: 'basic',
    iconUrl: runtime.getURL('/icon/128.png'),
    title: t(NOTIFICATION_TITLES[kind]),
    message: t('notification_text'),
  });
}

/** Has a click on a notification open the guide, from now on and whenever the member allows notifications. */
export function listenToNotifications(browser: Browser): void {
  const openGuide = () => void browser.tabs.create({ url: browser.runtime.getURL(GUIDE) });
  const listen = () => {
    // The namespace is there only while the member allows notifications.
    if (browser.notifications?.onClicked.hasListener(openGuide) !== false) return;
    browser.notifications.onClicked.addListener(openGuide);
  };
  listen();
  browser.permissions.onAdded.addListener(listen);
}

/** What a clock that ran ahead had told has to be told again when its time has come. */
async function forgetFuture(store: Store, now: number, moment: Moment): Promise<void> {
  const { told } = await store.read('reminders');
  const past = Object.entries(told).filter(([, { at }]) => at <= now);
  if (past.length === Object.keys(told).length) return;
  await store.update(
    'reminders',
    moment.bound((reminders) => ({ ...reminders, told: Object.fromEntries(past) })),
  );
}
