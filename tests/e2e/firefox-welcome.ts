import { expect } from '@playwright/test';
import type { Browser, Page } from 'puppeteer-core';

/**
 * Waits for the page that opens after the installation, and closes it unless it is to be kept: it comes to the front whenever it comes, and
 * a page behind it is not read. It says itself where it is: Puppeteer does not know.
 */
export async function welcomed(browser: Browser, keep = false): Promise<void> {
  let welcome: Page | undefined;
  const find = async () => {
    for (const page of await browser.pages()) {
      if (await page.evaluate(() => location.pathname === '/welcome.html')) welcome = page;
    }
    return welcome !== undefined;
  };
  await expect.poll(find).toBe(true);
  if (!keep) await welcome?.close();
}
