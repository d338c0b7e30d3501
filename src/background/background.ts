import type { Browser, Runtime } from 'webextension-polyfill';
import { rememberAll } from '../audit/history.ts';
import type { Managed } from '../audit/managed.ts';
import { observationsOf } from '../audit/observe.ts';
import { type Overview, overviewOf } from '../audit/overview.ts';
import type { ChangeMessage, PageMessage } from '../audit/requests.ts';
import type { Stored } from '../audit/stored.ts';
import { dateTime } from '../format.ts';
import { guessCountry } from '../regions/guess.ts';
import { parseReport } from '../report/import.ts';
import { type Preview, preview } from '../report/merge.ts';
import { t } from '../words.ts';
import { afterChange, type Refusal } from './act.ts';
import { badgeFor, iconFiles } from './badge.ts';
import { managedFrom } from './managed.ts';
import { admit, type ReaderMessage } from './messages.ts';
import { NOTIFICATION_TITLES, nextDue, remindersDue } from './reminders.ts';
import { Store } from './store.ts';
import { Unsaved } from './unsaved.ts';

/** Every message is answered with an object: `ok`, with what was asked for, or why not. */
export type Answer =
  | { ok: true; overview?: Overview; report?: { overview: Overview; stored: Stored }; preview?: Preview }
  | Refusal;

/** The one alarm: it rings when the passing of time alone changes what there is to say. */
const ALARM = 'due';

/** How long to wait for the browser's policies, in milliseconds. */
const POLICY_PATIENCE = 5000;
/** The same before a page is opened, for which there is no hurry. Less than the half minute after which an idle background is ended. */
const POLICY_PATIENCE_FOR_WELCOME = 25_000;

/** The guide's page, which a notification leads to. */
const GUIDE = '/sidepanel.html';
const WELCOME = '/welcome.html';

/** Registers all listeners at once, as a background that is woken needs, and shows the state on the toolbar icon. */
export function startBackground(browser: Browser, now: () => number = () => Date.now()): void {
  const store = new Store(browser.storage.local, now);
  const unsaved = new Unsaved(browser.storage.session);
  let refreshing: Promise<void> = Promise.resolve();
  /** What the icon shows for certain. Browsers decode its files anew each time, so it is not set again without need. */
  let shown = '';
  const self = { id: browser.runtime.id, base: browser.runtime.getURL('') };

  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => receive(message, sender));
  browser.runtime.onInstalled.addListener(({ reason }) => void welcome(reason).then(refreshAnyway));
  browser.runtime.onStartup.addListener(() => void refreshAnyway());
  browser.alarms.onAlarm.addListener(() => void refreshAnyway());
  browser.storage.managed?.onChanged.addListener(() => void refreshAnyway());
  listenToNotifications();
  browser.permissions.onAdded.addListener(listenToNotifications);
  void refreshAnyway();

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
    const { labels } = await store.read('recognised').catch(() => ({ labels: [] }));
    const observations = observationsOf(reading, now(), labels);
    if (observations.length === 0) return { ok: false, why: 'nothing-to-keep' };
    const all = [...(await unsaved.all()), ...observations];
    try {
      await store.update('audit', (audit) => ({ ...audit, settings: rememberAll(audit.settings, all, now()) }));
      await unsaved.clear();
    } catch (error) {
      await unsaved.add(observations);
      await refreshAnyway();
      throw error;
    }
    await refreshAnyway();
    return { ok: true };
  }

  async function act(message: PageMessage): Promise<Answer> {
    switch (message.type) {
      case 'overview':
        return { ok: true, overview: await overview() };
      case 'report': {
        const stored = await known();
        return { ok: true, report: { overview: await overview(stored), stored } };
      }
      case 'preview-import': {
        const report = parseReport(message.text, now());
        if (!report.ok) return { ok: false, why: 'file', problem: report.problem };
        return { ok: true, preview: preview(await store.readAll(), report.file) };
      }
      case 'erase':
        await store.erase();
        await unsaved.clear();
        break;
      default: {
        const refusal = await change(message);
        if (refusal) return refusal;
      }
    }
    await refreshAnyway();
    return { ok: true };
  }

  /** Keeps what the member chose, typed or brought in; returns why not, where it does not fit. */
  async function change(message: ChangeMessage): Promise<Refusal | null> {
    let refusal: Refusal | null = null;
    const managed = await managedValues();
    await store.updateAll((stored) => {
      const after = afterChange(stored, message, managed, now());
      if (!after.ok) refusal = after;
      return after.ok ? after.stored : stored;
    });
    return refusal;
  }

  async function overview(stored?: Stored): Promise<Overview> {
    return overviewOf(stored ?? (await known()), {
      guess: guessCountry(Intl.DateTimeFormat().resolvedOptions().timeZone),
      managed: await managedValues(),
      version: browser.runtime.getManifest().version,
      now: now(),
    });
  }

  /** What is stored, and what the disk would not take. */
  async function known(): Promise<Stored> {
    const stored = await store.readAll();
    const settings = rememberAll(stored.audit.settings, await unsaved.all(), now());
    return { ...stored, audit: { ...stored.audit, settings } };
  }

  /**
   * Firefox rejects where there is no policy for the extension; other browsers give nothing. Chromium answers only once it has read its
   * policies, some seconds after its start; should it never answer, nothing is set.
   */
  async function managedValues(patience = POLICY_PATIENCE): Promise<Managed> {
    const nothing = new Promise<null>((resolve) => setTimeout(resolve, patience, null));
    return managedFrom(await Promise.race([browser.storage.managed?.get().catch(() => null), nothing]));
  }

  /** One page after the installation, none after an update. */
  async function welcome(reason: Runtime.OnInstalledReason): Promise<void> {
    if (reason !== 'install') return;
    const { firstRun } = await managedValues(POLICY_PATIENCE_FOR_WELCOME);
    if (firstRun === false) return;
    await browser.tabs.create({ url: browser.runtime.getURL(WELCOME) });
  }

  /** Never rejects: what was kept was kept, whatever becomes of the icon. One after the other, or an older state could be shown last. */
  function refreshAnyway(): Promise<void> {
    refreshing = refreshing.then(refresh).catch(() => {});
    return refreshing;
  }

  /** Shows the state on the icon, plans when to look at it again, and tells what is to be told. */
  async function refresh(): Promise<void> {
    let current: Overview;
    try {
      current = await overview();
    } catch {
      shown = '';
      await browser.action.setBadgeText({ text: '?' });
      await browser.action.setTitle({ title: t('title_trouble') });
      return;
    }
    // Each by itself: where one fails, the others still happen.
    await Promise.allSettled([showOnIcon(current), planAlarm(current), notify(current)]);
  }

  async function showOnIcon(current: Overview): Promise<void> {
    const badge = badgeFor(current);
    if (JSON.stringify(badge) === shown) return;
    shown = '';
    const { icon, text, background, title, dates, also } = badge;
    await browser.action.setIcon({ path: iconFiles(icon) });
    await browser.action.setBadgeText({ text });
    await browser.action.setBadgeBackgroundColor({ color: background });
    await browser.action.setBadgeTextColor?.({ color: '#ffffff' });
    const sentences = [t(title, ...dates.map(dateTime)), also && t(also)];
    await browser.action.setTitle({ title: sentences.filter(Boolean).join(' ') });
    shown = JSON.stringify(badge);
  }

  async function planAlarm(current: Overview): Promise<void> {
    const when = nextDue(current);
    if (when === null) await browser.alarms.clear(ALARM);
    else browser.alarms.create(ALARM, { when });
  }

  /** Each occasion once, and only if the member asked for notifications and still allows them. */
  async function notify(current: Overview): Promise<void> {
    if (!current.reminders.notify || !browser.notifications) return;
    const due = remindersDue(current);
    await forgetOccasions((kind) => !due.some((one) => one.kind === kind));
    const { told } = await store.read('reminders');
    for (const { kind, about } of due) {
      if (told[kind] === about) continue;
      await store.update('reminders', (reminders) => ({ ...reminders, told: { ...reminders.told, [kind]: about } }));
      // The kind is the id: a second one of a kind takes the place of the first.
      await browser.notifications.create(kind, {
        type: 'basic',
        iconUrl: browser.runtime.getURL('/icon/128.png'),
        title: t(NOTIFICATION_TITLES[kind]),
        message: t('notification_text'),
      });
    }
  }

  /** What is not due any more, as after a clock that ran ahead, may come again and has to be told again. */
  async function forgetOccasions(isOver: (kind: string) => boolean): Promise<void> {
    const { told } = await store.read('reminders');
    const left = Object.entries(told).filter(([kind]) => !isOver(kind));
    if (left.length === Object.keys(told).length) return;
    await store.update('reminders', (reminders) => ({ ...reminders, told: Object.fromEntries(left) }));
  }

  /** The namespace is there only while the member allows notifications. */
  function listenToNotifications(): void {
    if (browser.notifications?.onClicked.hasListener(openGuide) !== false) return;
    browser.notifications.onClicked.addListener(openGuide);
  }

  function openGuide(): void {
    void browser.tabs.create({ url: browser.runtime.getURL(GUIDE) });
  }
}
