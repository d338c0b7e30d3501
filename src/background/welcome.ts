import type { Runtime } from 'webextension-polyfill';
import type { Base } from './base.ts';
import { policiesOf } from './policies.ts';

const WELCOME = '/welcome.html';

/** How long to wait for the policies, in milliseconds. There is no hurry; less than the half minute after which an idle background is ended. */
const POLICY_PATIENCE = 25_000;

/** Opens one page after the installation, none after an update, and none where the organisation does not want it. */
export async function welcome({ browser }: Base, reason: Runtime.OnInstalledReason): Promise<void> {
  if (reason !== 'install') return;
  const { firstRun } = await policiesOf(browser, POLICY_PATIENCE);
  if (firstRun === false) return;
  await browser.tabs.create({ url: browser.runtime.getURL(WELCOME) });
}
