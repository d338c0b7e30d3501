import type { Browser, Runtime } from 'webextension-polyfill';
import { answer } from './answer.ts';
import { baseOf } from './base.ts';
import { listenToNotifications } from './notifications.ts';
import { refresherOf } from './refresh.ts';
import { welcomeOf } from './welcome.ts';

/** Registers all listeners at once, as a background that is woken needs, and shows the state on the toolbar icon. */
export function startBackground(browser: Browser, now: () => number = () => Date.now()): void {
  const refreshOnly = () => void refresh();
  const base = baseOf(browser, now, refreshOnly);
  const refresh = refresherOf(base);
  const welcome = welcomeOf(base);
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    answer(base, message, sender, refresh),
  );
  browser.runtime.onInstalled.addListener(({ reason }) => void welcome.installed(reason).then(refresh));
  browser.runtime.onStartup.addListener(refreshOnly);
  browser.alarms.onAlarm.addListener(refreshOnly);
  listenToNotifications(browser);
  refreshOnly();
  void welcome.payOwed();
}
