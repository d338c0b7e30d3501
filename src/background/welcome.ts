import type { Runtime } from 'webextension-polyfill';
import type { Base } from './base.ts';

const WELCOME = '/welcome.html';

/** Opens one page after the installation, none after an update, and none where the organisation does not want it. */
export async function welcome({ browser, policies }: Base, reason: Runtime.OnInstalledReason): Promise<void> {
  if (reason !== 'install') return;
  const { firstRun } = await policies.certain();
  if (firstRun === false) return;
  await browser.tabs.create({ url: browser.runtime.getURL(WELCOME) });
}
