import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Worker } from '@playwright/test';
import { CHROME_BUILD, launch, launchChromium } from '../launch.ts';
import { CONTESTANTS, type Name } from './contestants.ts';

/** A contestant in a browser of its own. */
export type Contestant = {
  name: Name;
  /** `chrome-extension://<id>`, and "" for no extension. */
  origin: string;
  context: BrowserContext;
  /** The DevTools protocol of the whole browser. */
  browser: CDPSession;
  close(): Promise<void>;
};

/** Starts one browser with one contestant in it. */
async function enter(name: Name): Promise<Contestant> {
  const { folder } = CONTESTANTS[name];
  if (folder && !existsSync(join(folder, 'manifest.json'))) {
    throw new Error(
      `${CONTESTANTS[name].label} is not at ${folder}. "npm run bench" builds and installs what is needed.`,
    );
  }
  const launched = folder
    ? await launch({ headless: true, noWelcome: folder !== CHROME_BUILD }, folder)
    : await launchChromium({ headless: true });
  const browser = await launched.context.browser()?.newBrowserCDPSession();
  if (!browser) throw new Error('The browser cannot be spoken to.');
  return {
    name,
    origin: 'origin' in launched ? String(launched.origin) : '',
    context: launched.context,
    browser,
    close: launched.close,
  };
}

/** Starts a browser for each of some contestants, hands them over, and closes them whatever happens. */
export async function withContestants<Result>(
  names: readonly Name[],
  act: (contestants: Contestant[]) => Promise<Result>,
): Promise<Result> {
  const contestants: Contestant[] = [];
  try {
    for (const name of names) contestants.push(await enter(name));
    return await act(contestants);
  } finally {
    for (const { close } of contestants) await close();
  }
}

/** The background of a contestant that is awake. */
export async function backgroundOf({ context, origin }: Contestant): Promise<Worker> {
  const own = (worker: Worker) => worker.url().startsWith(`${origin}/`);
  return context.serviceWorkers().find(own) ?? (await context.waitForEvent('serviceworker', { predicate: own }));
}
