import browser from 'webextension-polyfill';
import type { Place } from '../audit/next-step.ts';
import type { Overview } from '../audit/overview.ts';
import type { PageMessage } from '../audit/requests.ts';
import { parseAddress } from '../linkedin/address.ts';
import { AI_SETTING_URL, isAiSetting } from '../linkedin/ai-setting.ts';
import { OBJECTION_FORM } from '../objection/form.ts';

/** The edge between the interface and the browser: everything that is read or done through browser APIs. */

/** Everything there is to show. Rejects when the background cannot tell. */
export async function readOverview(): Promise<Overview> {
  const answer = await send({ type: 'overview' });
  if (!answer.overview) throw new Error(answer.why ?? 'The background gave no overview.');
  return answer.overview;
}

/** Calls back whenever something stored changes; returns how to stop that. */
export function onStoredChange(changed: () => void): () => void {
  browser.storage.local.onChanged.addListener(changed);
  return () => browser.storage.local.onChanged.removeListener(changed);
}

/** Where the member is. The browser tells the address of the page in front only after a click on the toolbar icon. */
export async function findPlace(): Promise<Place> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const address = parseAddress(tab?.url ?? '');
  if (address.kind === 'signed-out') return { kind: 'sign-in' };
  if (address.kind !== 'setting' || tab?.id === undefined) return { kind: 'elsewhere' };
  const answer = await askReader(tab.id);
  const reader = !answer ? 'missing' : answer.status === 'looking' ? 'looking' : 'done';
  return { kind: 'setting', tabId: tab.id, isAiSetting: isAiSetting(address.path), reader };
}

/** Keeps the member's choice of country; null takes it back. */
export async function chooseCountry(country: string | null): Promise<void> {
  await send({ type: 'choose-country', country });
}

/** Opens the AI setting's own page in a new tab. */
export async function openSetting(): Promise<void> {
  await browser.tabs.create({ url: AI_SETTING_URL });
}

/** Opens the Data Processing Objection Form in a new tab. */
export async function openObjectionForm(): Promise<void> {
  await browser.tabs.create({ url: OBJECTION_FORM.url });
}

/** Loads the AI setting's page anew where it is open, else opens it. Never reloads any other page. */
export async function reloadSetting(): Promise<void> {
  const tabId = await findSettingTab();
  if (tabId === undefined) await openSetting();
  else await browser.tabs.reload(tabId);
}

/** Puts the reader into a tab that was open before the extension was. Needs the member's click on the toolbar icon. */
export async function readTab(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: ['/reader.js'] });
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

async function askReader(tabId: number): Promise<{ status: string; path: string } | undefined> {
  try {
    return await browser.tabs.sendMessage(tabId, { type: 'look' });
  } catch {
    // "Receiving end does not exist": a tab without a reader, which most tabs are.
    return undefined;
  }
}

async function send(message: PageMessage): Promise<{ overview?: Overview; why?: string }> {
  return browser.runtime.sendMessage(message);
}
