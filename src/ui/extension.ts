import browser, { type Tabs } from 'webextension-polyfill';
import type { Place } from '../audit/next-step.ts';
import type { Overview } from '../audit/overview.ts';
import type { Label } from '../audit/recognise.ts';
import type { ChangeMessage, PageMessage } from '../audit/requests.ts';
import type { Stored } from '../audit/stored.ts';
import { parseAddress } from '../linkedin/address.ts';
import { AI_SETTING_URL, AI_TRAINING, isAiSetting } from '../linkedin/ai-setting.ts';
import type { Problem } from '../report/import.ts';
import type { Preview } from '../report/merge.ts';

/** The edge between the interface and the browser: everything that is read or done through browser APIs. */

/** What the polyfill has no types for: each browser has one of the two, phones have none. */
type PanelHosts = {
  sidePanel?: { open(options: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
};

type Recognition = Omit<Extract<ChangeMessage, { type: 'recognise' }>, 'type'>;

/** As in the manifest's content scripts. */
const SETTINGS_PAGES = ['https://www.linkedin.com/mypreferences/*'];

const GUIDE_PAGE = '/sidepanel.html';

/** How many times a background that gives no answer is asked. */
const TRIES = 3;

/** How long a tab may take to come up after the click on the link that opens it, in milliseconds: long, for the first that comes ends it. */
const TAB_TAKES = 10_000;

/** A tab that was opened for the setting and has not shown it yet. */
let openedFor: number | undefined;

/** Until when the next tab that comes up is taken for that one: browsers do not say which tab a link has opened. */
let expectedUntil = 0;

/** Everything there is to show. Rejects when the background cannot tell. */
export async function readOverview(): Promise<Overview> {
  const answer = await send({ type: 'overview' });
  if (!answer.overview) throw new Error(answer.why ?? 'The background gave no overview.');
  return answer.overview;
}

/** Everything there is to show and everything stored. Rejects when the background cannot tell. */
export async function readReport(): Promise<{ overview: Overview; stored: Stored }> {
  const answer = await send({ type: 'report' });
  if (!answer.report) throw new Error(answer.why ?? 'The background gave no report.');
  return answer.report;
}

/** Has the background check an exported file, or bring it in. */
export async function importFile(
  type: 'preview-import' | 'import',
  text: string,
): Promise<{ preview?: Preview; problem?: Problem; failed?: boolean }> {
  const { ok, preview, problem } = await send({ type, text });
  return { ...(preview ? { preview } : {}), ...(problem ? { problem } : {}), failed: !ok };
}

/** Opens the report in a tab of its own. */
export async function openReport(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/report.html') });
}

/** Calls back whenever something stored changes; returns how to stop that. */
export function onStoredChange(changed: () => void): () => void {
  browser.storage.onChanged.addListener(changed);
  return () => browser.storage.onChanged.removeListener(changed);
}

/** Calls back whenever another tab comes to the front or a tab has loaded something else; returns how to stop that. */
export function onPlaceChange(changed: () => void): () => void {
  const { onActivated, onUpdated, onCreated } = browser.tabs;
  const remember = ({ id }: Tabs.Tab) => {
    if (Date.now() > expectedUntil) return;
    expectedUntil = 0;
    openedFor = id;
  };
  onActivated.addListener(changed);
  onUpdated.addListener(changed);
  onCreated.addListener(remember);
  return () => {
    onActivated.removeListener(changed);
    onUpdated.removeListener(changed);
    onCreated.removeListener(remember);
  };
}

/** Where the member is. The browser tells the address of the page in front only after a click on the toolbar icon; else its reader does. */
export async function findPlace(): Promise<Place> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab ? placeOf(tab) : { kind: 'elsewhere' };
}

/** The same for a page that may be a tab itself, as the guide is on a phone: then the place is the setting's tab, if there is one. */
export async function findPlaceBeside(): Promise<Place> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (!tab?.url?.startsWith(browser.runtime.getURL(''))) return tab ? placeOf(tab) : { kind: 'elsewhere' };
  const tabId = await findSettingTab();
  return tabId === undefined ? { kind: 'elsewhere' } : placeOf(await browser.tabs.get(tabId));
}

/** Keeps the member's choice of country; null takes it back. */
export async function chooseCountry(country: string | null): Promise<void> {
  await send({ type: 'choose-country', country });
}

/** Sends a message that keeps something. Returns why it was refused, or null. */
export async function keep(message: PageMessage): Promise<string | null> {
  const answer = await send(message);
  return answer.ok ? null : (answer.why ?? '');
}

/** Keeps the member's word for a label of a setting's, or forgets it, and has the pages that are open tell again what they say. */
export async function recognise({ setting, label, language, answer }: Recognition): Promise<string | null> {
  const refusal = await keep({ type: 'recognise', setting, label, language, answer });
  const tabs = refusal === null ? await browser.tabs.query({}) : [];
  await Promise.all(tabs.map(({ id }) => id !== undefined && askReader(id)));
  return refusal;
}

/** The same for the AI setting. */
export function recogniseAsAiSetting(label: Label, answer: 'yes' | 'no'): Promise<string | null> {
  return recognise({ ...label, setting: AI_TRAINING, answer });
}

/** Has the next tab that comes up remembered as the one that was opened for the setting: a link to it was just followed. */
export function expectSetting(): void {
  expectedUntil = Date.now() + TAB_TAKES;
}

/**
 * Loads the AI setting's page anew where it is open, past all caches, and brings it to the front, where alone it can be confirmed; else
 * opens it. Never reloads any other page.
 */
export async function reloadSetting(): Promise<void> {
  const tabId = await findSettingTab();
  if (tabId === undefined) return followLink();
  await browser.tabs.update(tabId, { active: true });
  await browser.tabs.reload(tabId, { bypassCache: true });
}

/** Puts the reader into a tab that was open before the extension was. Needs the member's click on the toolbar icon. */
export async function readTab(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: ['/reader.js'] });
}

/** Brings the tab with the AI setting's page to the front, or opens it. */
export async function goToSetting(): Promise<void> {
  const tabId = await findSettingTab();
  if (tabId === undefined) followLink();
  else await browser.tabs.update(tabId, { active: true });
}

/** Has the reader scroll the switch into view and focus it. Returns whether it could be told for certain which one it is. */
export async function showSwitch(label: string): Promise<boolean> {
  const tabId = await findSettingTab();
  if (tabId === undefined) return false;
  await browser.tabs.update(tabId, { active: true });
  const answer = await ask<{ shown: boolean }>(tabId, { type: 'show', label });
  return answer?.shown === true;
}

/** The window this page belongs to. */
export async function ownWindow(): Promise<number | undefined> {
  return (await browser.windows?.getCurrent())?.id;
}

/**
 * Opens the guide beside the page: in the side panel, in the sidebar, or where the browser has neither in a tab. Has to be called
 * straight from a click, before anything is awaited, or browsers refuse.
 */
export async function openGuide(windowId: number | undefined): Promise<void> {
  const { sidePanel, sidebarAction } = browser as unknown as PanelHosts;
  try {
    if (sidePanel && windowId !== undefined) return await sidePanel.open({ windowId });
    if (sidebarAction) return await sidebarAction.open();
  } catch {
    // Some browsers have the interface without the panel.
  }
  await openGuideInTab();
}

/** Opens the guide in a tab of its own. */
export async function openGuideInTab(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(GUIDE_PAGE) });
}

/** Whether the browser lets the reader see settings pages. Members can take that back, or have it asked for on each click. */
export async function hasAccess(): Promise<boolean> {
  return browser.permissions.contains({ origins: SETTINGS_PAGES });
}

/** Calls back whenever the browser or the member gives or takes access; returns how to stop that. */
export function onAccessChange(changed: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(changed);
  onRemoved.addListener(changed);
  return () => {
    onAdded.removeListener(changed);
    onRemoved.removeListener(changed);
  };
}

/** Asks for that access, which browsers allow only straight from a click. Returns whether it was given. */
export async function allowAccess(): Promise<boolean> {
  return browser.permissions.request({ origins: SETTINGS_PAGES });
}

/** Asks the browser for notifications, which it does only straight from a click. Returns whether they are allowed. */
export async function allowNotifications(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['notifications'] });
}

/** Hands a text file to the browser's own download. */
export function saveFile(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // Not at once: a browser may begin to read it only after this.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Opens the AI setting's page as its link would, for a click on a button: only then was it clear that no tab has it. */
function followLink(): void {
  const link = document.createElement('a');
  Object.assign(link, { href: AI_SETTING_URL, target: '_blank', rel: 'noreferrer' });
  expectSetting();
  link.click();
}

async function placeOf(tab: Tabs.Tab): Promise<Place> {
  if (tab.id === undefined) return { kind: 'elsewhere' };
  const address = parseAddress(tab.url ?? '');
  if (address.kind === 'signed-out') return { kind: 'sign-in' };
  // Readers are on settings pages only, so pages whose address shows that they are none need not be asked.
  const answer = tab.url && address.kind !== 'setting' ? undefined : await askReader(tab.id);
  // Not while it is still looking: a page that is about to lead to signing in has the setting's address for a moment.
  if (answer?.done && tab.id === openedFor) openedFor = undefined;
  const path = address.kind === 'setting' ? address.path : answer?.path;
  if (path) {
    const reader = !answer ? 'missing' : answer.done ? 'done' : 'looking';
    return { kind: 'setting', tabId: tab.id, isAiSetting: isAiSetting(path), reader };
  }
  return tab.id === openedFor && tab.status === 'complete' ? { kind: 'sent-elsewhere' } : { kind: 'elsewhere' };
}

async function findSettingTab(): Promise<number | undefined> {
  const tabs = await browser.tabs.query({});
  const front = tabs.filter((tab) => tab.active);
  for (const tab of [...front, ...tabs]) {
    if (tab.id === undefined) continue;
    // Without access to addresses, the readers are asked: only settings pages have one.
    const isOpenThere = isAiSetting(parsePath(tab.url)) || isAiSetting((await askReader(tab.id))?.path ?? '');
    if (isOpenThere) return tab.id;
  }
  return undefined;
}

function parsePath(url: string | undefined): string {
  const address = parseAddress(url ?? '');
  return address.kind === 'setting' ? address.path : '';
}

function askReader(tabId: number): Promise<{ done: boolean; path: string } | undefined> {
  return ask(tabId, { type: 'look' });
}

async function ask<Reply>(tabId: number, message: object): Promise<Reply | undefined> {
  try {
    return await browser.tabs.sendMessage(tabId, message);
  } catch {
    // "Receiving end does not exist": a tab without a reader, which most tabs are.
    return undefined;
  }
}

/** The background's answer, of which each message gets its own part. */
type Answer = {
  ok: boolean;
  overview?: Overview;
  report?: { overview: Overview; stored: Stored };
  preview?: Preview;
  why?: string;
  problem?: Problem;
};

/**
 * Sends a message and returns the answer. A background that the browser ends halfway gives none, and the next message starts it again: it
 * keeps a change whole or not at all, and a change made twice is the same as made once. Rejects when no answer comes.
 */
async function send(message: PageMessage, tries = TRIES): Promise<Answer> {
  const answer = await browser.runtime.sendMessage<PageMessage, Answer | undefined>(message).catch(() => undefined);
  if (answer) return answer;
  if (tries > 1) return send(message, tries - 1);
  throw new Error(`The background does not answer "${message.type}".`);
}
