import { setTimeout as wait } from 'node:timers/promises';
import { expect } from '@playwright/test';
import type { Browser, Page } from 'puppeteer-core';

/** The extension's own pages in Firefox, as Puppeteer sees them: it does not know where they are, nor when they are loaded. */

/** How long to wait for a page's answer before it is asked again, in milliseconds. */
const PATIENCE = 5000;

/**
 * Waits for the page that opens after the installation, and closes it unless it is to be kept: it comes to the front whenever it comes, and
 * a page behind it is not read.
 */
export async function welcomed(browser: Browser, keep = false): Promise<void> {
  let welcome: Page | undefined;
  const find = async () => {
    for (const page of await browser.pages()) if (await isAt(page, '/welcome.html')) welcome = page;
    return welcome !== undefined;
  };
  await expect.poll(find).toBe(true);
  if (!keep) await welcome?.close();
}

/** Opens a page of the extension, such as `popup.html`, in a tab or a window of its own. Returns once it is there. */
export async function openOwnPage(
  browser: Browser,
  host: string,
  name: string,
  type: 'tab' | 'window' = 'tab',
): Promise<Page> {
  const page = await browser.newPage({ type });
  // It is never seen as loaded, so that cannot be waited for.
  page.goto(`moz-extension://${host}/${name}`).catch(() => {});
  await expect.poll(() => isAt(page, `/${name}`)).toBe(true);
  return page;
}

/** A tab that is on its way to another process may refuse to answer, or take its time: it is asked again. */
async function isAt(page: Page, path: string): Promise<boolean> {
  const where = page.evaluate(() => location.pathname).catch(() => '');
  return (await Promise.race([where, wait(PATIENCE, '')])) === path;
}
