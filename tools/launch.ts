import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import { chromiumPath } from './browser.ts';

/** Where the build for Chrome and Edge lies. */
export const CHROME_BUILD = join(import.meta.dirname, '..', '.output', 'chrome-mv3');

/** Chromium's calls home, which have no business in a test and only get in its way. */
const QUIET = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-features=Translate,OptimizationHints',
];

export type Launch = {
  headless: boolean;
  /** A folder for the profile that outlives the run; a new one in the temporary folder otherwise, deleted at the end. */
  profile?: string;
  language?: string;
  /** Leaves the page open that comes up after the installation. It is waited for and closed otherwise. */
  keepWelcome?: boolean;
  /** That page does not come: a policy has switched it off, or the extension is another one. */
  noWelcome?: boolean;
  /** The time zone the browser is in; the machine's otherwise. */
  timeZone?: string;
  /** More arguments for the browser. */
  args?: string[];
};

export type Launched = {
  context: BrowserContext;
  close(): Promise<void>;
};

export type Installed = Launched & {
  worker: Worker;
  /** `chrome-extension://<id>` */
  origin: string;
};

/** Starts Chromium with the built extension in it, or another one that lies in a folder. */
export async function launch(how: Launch, extension = CHROME_BUILD): Promise<Installed> {
  const { context, close } = await launchChromium(how, [
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
    '--enable-unsafe-extension-debugging',
    ...(how.args ?? []),
  ]);
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  // A profile that was used before has the extension already.
  if (!how.profile && !how.noWelcome) await welcomed(context, how.keepWelcome ?? false);
  return { context, worker, origin: worker.url().split('/').slice(0, 3).join('/'), close };
}

/** Starts Chromium without any extension but those that the arguments name. */
export async function launchChromium(
  { headless, profile, language = 'en-US', timeZone }: Launch,
  args: string[] = ['--disable-extensions'],
): Promise<Launched> {
  const folder = profile ?? mkdtempSync(join(tmpdir(), 'untrained-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: chromiumPath(),
    headless,
    // Ctrl-C is for whoever launched it, who has something to say and to close.
    handleSIGINT: false,
    handleSIGTERM: false,
    ...(timeZone ? { env: { ...process.env, TZ: timeZone } } : {}),
    locale: language,
    viewport: headless ? { width: 1100, height: 800 } : null,
    args: [...QUIET, ...args, `--lang=${language}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  return {
    context,
    async close() {
      await context.close();
      if (!profile) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits for the page that opens after the installation. */
async function welcomed(context: BrowserContext, keep: boolean): Promise<void> {
  const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');
  const page =
    context.pages().find(isWelcome) ??
    (await context.waitForEvent('page', { predicate: (opened) => isWelcome(opened) }));
  if (!keep) await page.close();
}
