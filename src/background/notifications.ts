import type { Browser } from 'webextension-polyfill';
import type { Overview } from '../guidance/overview.ts';
import type { Moment, Store } from '../storage/store.ts';
import { t } from '../words.ts';
import type { Base } from './base.ts';
import { NOTIFICATION_TITLES, remindersDue } from './reminders.ts';

/** The guide's page, which a notification leads to. */
const GUIDE = '/sidepanel.html';

/** Tells each occasion of an overview of a moment once, and only if the member asked for notifications and still allows them. */
export async function notify({ browser, store }: Base, overview: Overview, moment: Moment): Promise<void> {
  if (!overview.reminders.notify || !browser.notifications) return;
  const due = remindersDue(overview);
  await forgetOthers(store, new Set(due.map(({ kind }) => kind)), moment);
  const { told } = await store.read('reminders');
  for (const { kind, about } of due) {
    if (told[kind] === about) continue;
    await store.update(
      'reminders',
      moment.bound((reminders) => ({ ...reminders, told: { ...reminders.told, [kind]: about } })),
    );
    if (moment.isPast()) return;
    // The kind is the id: a second one of a kind takes the place of the first.
    await browser.notifications.create(kind, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      title: t(NOTIFICATION_TITLES[kind]),
      message: t('notification_text'),
    });
  }
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

/** What is not due any more, as after a clock that ran ahead, may come again and has to be told again. */
async function forgetOthers(store: Store, due: Set<string>, moment: Moment): Promise<void> {
  const { told } = await store.read('reminders');
  const left = Object.entries(told).filter(([kind]) => due.has(kind));
  if (left.length === Object.keys(told).length) return;
  await store.update(
    'reminders',
    moment.bound((reminders) => ({ ...reminders, told: Object.fromEntries(left) })),
  );
}
