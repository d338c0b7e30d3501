import type { Browser, Runtime } from 'webextension-polyfill';
import { rememberAll } from '../audit/history.ts';
import { observationsOf } from '../audit/observe.ts';
import { type Overview, overviewOf } from '../audit/overview.ts';
import type { PageMessage } from '../audit/requests.ts';
import { guessCountry } from '../regions/guess.ts';
import { t } from '../words.ts';
import { badgeFor } from './badge.ts';
import { admit, type ReaderMessage } from './messages.ts';
import { Store } from './store.ts';

/** Every message is answered with an object: `ok`, with the overview where that was asked for, or why not. */
export type Answer = { ok: true; overview?: Overview } | { ok: false; why: string };

/** Registers all listeners at once, as a background that is woken needs, and shows the state on the toolbar icon. */
export function startBackground(browser: Browser, now: () => number = () => Date.now()): void {
  const store = new Store(browser.storage.local, now);
  const self = { id: browser.runtime.id, base: browser.runtime.getURL('') };

  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => receive(message, sender));
  browser.runtime.onInstalled.addListener(() => void showState());
  browser.runtime.onStartup.addListener(() => void showState());
  void showState();

  async function receive(message: unknown, sender: Runtime.MessageSender): Promise<Answer> {
    const admission = admit(message, sender, self);
    try {
      if (admission.from === 'reader') return await keepReading(admission.message);
      if (admission.from === 'page') return await act(admission.message);
      return { ok: false, why: admission.why };
    } catch (error) {
      return { ok: false, why: String(error) };
    }
  }

  async function keepReading({ reading }: ReaderMessage): Promise<Answer> {
    const observations = observationsOf(reading, now());
    if (observations.length === 0) return { ok: false, why: 'nothing-to-keep' };
    await store.update('audit', (audit) => ({ ...audit, settings: rememberAll(audit.settings, observations) }));
    await showState();
    return { ok: true };
  }

  async function act(message: PageMessage): Promise<Answer> {
    if (message.type === 'overview') return { ok: true, overview: await overview() };
    await store.update('region', (region) => ({ ...region, country: message.country }));
    await showState();
    return { ok: true };
  }

  async function overview(): Promise<Overview> {
    return overviewOf(await store.readAll(), {
      guess: guessCountry(Intl.DateTimeFormat().resolvedOptions().timeZone),
      version: browser.runtime.getManifest().version,
      now: now(),
    });
  }

  async function showState(): Promise<void> {
    const badge = badgeFor((await overview()).verdict);
    await browser.action.setBadgeText({ text: badge.text });
    await browser.action.setBadgeBackgroundColor({ color: badge.background });
    await browser.action.setBadgeTextColor?.({ color: '#ffffff' });
    await browser.action.setTitle({ title: t(badge.title) });
  }
}
