import { test as base, expect, type Page } from '@playwright/test';
import { type Installed, launch } from '../../tools/launch.ts';
import { AI_SETTING_URL, CATEGORY_URL, Replica, serve } from '../replica/replica.ts';

/** The extension's own API, as it is where the functions given to `evaluate` run. */
declare const chrome: typeof import('wxt/browser').browser;

type Fixtures = {
  /** The extension in a browser of its own, with nothing stored. */
  installed: Installed;
  /** The LinkedIn that this browser reaches. */
  replica: Replica;
  /** A tab on LinkedIn, empty at first. */
  page: Page;
  /** The popup's page in a tab of its own. Access to LinkedIn's tab needs the real popup: see tools/popup.ts. */
  popup: Page;
};

/** Playwright's test with the built extension and the replica. No test may reach anything but the replica. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  replica: async ({}, use) => use(new Replica()),
  installed: async ({ replica }, use) => {
    const installed = await launch({ headless: true, timeZone: 'Europe/Berlin' });
    const { strays } = await serve(installed.context, replica);
    await use(installed);
    await installed.close();
    expect(strays, 'requests to elsewhere').toEqual([]);
  },
  page: async ({ installed }, use) => use(await installed.context.newPage()),
  popup: async ({ installed }, use) => {
    const popup = await installed.context.newPage();
    await popup.goto(`${installed.origin}/popup.html`);
    await use(popup);
  },
});

export { AI_SETTING_URL, CATEGORY_URL, expect };

/** The popup's main region, which carries the verdict. */
export function main(popup: Page) {
  return popup.locator('main');
}

/** Waits until the popup shows a verdict, with these attributes beside it. What it showed on the way is for `watchVerdicts`. */
export async function expectVerdict(
  popup: Page,
  verdict: string,
  attributes: Record<string, string> = {},
): Promise<void> {
  await expect(main(popup)).toHaveAttribute('data-verdict', verdict);
  for (const [name, value] of Object.entries(attributes))
    await expect(main(popup)).toHaveAttribute(`data-${name}`, value);
}

/** What the toolbar icon shows. */
export async function toolbar({ worker }: Installed): Promise<{ badge: string; title: string }> {
  return worker.evaluate(async () => ({
    badge: await chrome.action.getBadgeText({}),
    title: await chrome.action.getTitle({}),
  }));
}

/** Everything in the extension's storage. */
export async function stored({ worker }: Installed): Promise<Record<string, unknown>> {
  return worker.evaluate(() => chrome.storage.local.get());
}

/** Puts values into the extension's storage behind its back. */
export async function store({ worker }: Installed, values: Record<string, unknown>): Promise<void> {
  await worker.evaluate((items) => chrome.storage.local.set(items), values);
}
