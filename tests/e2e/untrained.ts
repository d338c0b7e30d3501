import { test as base, expect, type Page } from '@playwright/test';
import { type Installed, launch } from '../../tools/launch.ts';
import { AI_SETTING_URL, CATEGORY_URL, Replica, serve } from '../replica/replica.ts';
import { killBackground } from './background.ts';

/** The extension's own API, as it is where the functions given to `evaluate` run. */
declare const chrome: typeof import('wxt/browser').browser;

type Fixtures = {
  /** The extension with nothing stored, in a browser that other tests use before and after. */
  installed: Installed;
  /** The LinkedIn that this browser reaches. */
  replica: Replica;
  /** A tab on LinkedIn, empty at first. */
  page: Page;
  /** The popup's page in a tab of its own. Access to LinkedIn's tab needs the real popup: see tools/own-page.ts. */
  popup: Page;
};

type WorkerFixtures = {
  /** One browser for all tests of a worker: to start one takes longer than most tests do. */
  browserWithExtension: Installed;
};

/** Playwright's test with the built extension and the replica. No test may reach anything but the replica. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  browserWithExtension: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      const installed = await launch({ headless: true, timeZone: 'Europe/Berlin' });
      await use(installed);
      await installed.close();
    },
    // No limit: how long a browser takes to start says nothing of the extension, and whatever a start waits for has limits of its own.
    { scope: 'worker', timeout: 0 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  replica: async ({}, use) => use(new Replica()),
  installed: async ({ browserWithExtension, replica }, use) => {
    const { context } = browserWithExtension;
    await startAfresh(browserWithExtension);
    const { strays } = await serve(context, replica);
    await use(browserWithExtension);
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    const [first, ...others] = context.pages();
    // The first stays, or the browser would end with its last page.
    await Promise.all(others.map((page) => page.close()));
    await first?.goto('about:blank');
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
export async function toolbar(installed: Installed): Promise<{ badge: string; title: string }> {
  return inExtension(installed, async () => ({
    badge: await chrome.action.getBadgeText({}),
    title: await chrome.action.getTitle({}),
  }));
}

/** Everything in the extension's storage. */
export async function stored(installed: Installed): Promise<Record<string, unknown>> {
  return inExtension(installed, () => chrome.storage.local.get());
}

/** Puts values into the extension's storage behind its back. */
export async function store(installed: Installed, values: Record<string, unknown>): Promise<void> {
  await inExtension(installed, (items) => chrome.storage.local.set(items), values);
}

/** Replaces the background by a new one, since some tests tamper with it, and deletes what was stored, as a member would. */
async function startAfresh(installed: Installed): Promise<void> {
  await killBackground(installed);
  await inExtension(installed, () => chrome.runtime.sendMessage({ type: 'erase' }));
}

/** Evaluates a function in a page of the extension, since the background may be gone. */
async function inExtension<Result, Argument = void>(
  { context, origin }: Installed,
  act: (argument: Argument) => Promise<Result>,
  argument?: Argument,
): Promise<Result> {
  const own = await context.newPage();
  await own.goto(`${origin}/manifest.json`);
  const result = await own.evaluate(act as never, argument as never);
  await own.close();
  return result as Result;
}
