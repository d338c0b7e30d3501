import browser, { type Tabs } from 'webextension-polyfill';
import type { Place } from '../../guidance/next-step.ts';
import { parseAddress } from '../../linkedin/address.ts';
import { AI_SETTING_URL, isAiSetting } from '../../linkedin/ai-setting.ts';
import type { ChangeMessage, ReaderAnswer, ToReader } from '../../protocol/messages.ts';
import { send } from './background.ts';

/** LinkedIn's tabs: where the member is, and what their readers are asked. */

type Recognition = Omit<Extract<ChangeMessage, { type: 'recognise' }>, 'type'>;

/** How long a tab may take to come up after the click on the link that opens it, in milliseconds: long, for the first that comes ends it. */
const TAB_TAKES = 10_000;

/** A tab that was opened for the setting and has not shown it yet. */
let openedFor: number | undefined;

/** Until when the next tab that comes up is taken for that one: browsers do not say which tab a link has opened. */
let expectedUntil = 0;

/** Calls back whenever another tab comes to the front or a tab in front has loaded something else; returns how to stop that. */
export function onPlaceChange(changed: () => void): () => void {
  const { onActivated, onUpdated } = browser.tabs;
  const follow = (_: number, { status }: Tabs.OnUpdatedChangeInfoType, { active }: Tabs.Tab) => {
    // A page behind tells no place, but the one that is opened for the setting may begin there.
    if (active || status !== undefined) changed();
  };
  onActivated.addListener(changed);
  onUpdated.addListener(follow);
  return () => {
    onActivated.removeListener(changed);
    onUpdated.removeListener(follow);
  };
}

/** The next tab that comes up is the one that was expected, also where the page that leads to it is hidden by it. */
function remember({ id }: Tabs.Tab): void {
  browser.tabs.onCreated.removeListener(remember);
  if (Date.now() <= expectedUntil) openedFor = id;
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

/** Keeps the member's word for a label of a setting's, or forgets it, and has the pages that are open tell again what they say. */
export async function recognise(recognition: Recognition): Promise<string | null> {
  const answer = await send({ type: 'recognise', ...recognition });
  if (!answer.ok) return answer.why;
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(({ id }) => id !== undefined && askReader(id, { type: 'look' })));
  return null;
}

/** Has the next tab that comes up remembered as the one that was opened for the setting: a link to it was just followed. */
export function expectSetting(): void {
  expectedUntil = Date.now() + TAB_TAKES;
  browser.tabs.onCreated.addListener(remember);
}

/**
 * Reloads the AI setting's page where it is open, past all caches, and brings it to the front, where alone it can be confirmed; else
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
  const answer = await askReader(tabId, { type: 'show', label });
  return answer?.shown === true;
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
  const answer = tab.url && address.kind !== 'setting' ? undefined : await askReader(tab.id, { type: 'look' });
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
    const isOpenThere =
      isAiSetting(parsePath(tab.url)) || isAiSetting((await askReader(tab.id, { type: 'look' }))?.path ?? '');
    if (isOpenThere) return tab.id;
  }
  return undefined;
}

function parsePath(url: string | undefined): string {
  const address = parseAddress(url ?? '');
  return address.kind === 'setting' ? address.path : '';
}

async function askReader<Message extends ToReader>(
  tabId: number,
  message: Message,
): Promise<ReaderAnswer[Message['type']] | undefined> {
  try {
    return await browser.tabs.sendMessage(tabId, message);
  } catch {
    // "Receiving end does not exist": a tab without a reader, which most tabs are.
    return undefined;
  }
}
