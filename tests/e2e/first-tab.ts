import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import puppeteer, { type Browser } from 'puppeteer-core';
import { chromiumPath, firefoxPath } from '../../tools/browser.ts';

/** How the browser's first tab loads. A held one is loaded once `letGo` is called, and never before. */
export type FirstTab = 'blank' | 'quick' | 'held';

export type Started = {
  browser: Browser;
  /** Lets the first tab come to the end of its loading. */
  letGo(): void;
  close(): Promise<void>;
};

/**
 * Chromium with an extension and a first tab that loads as a test says: until it, or another tab in front, is loaded the browser keeps its
 * policies from extensions. Started by Puppeteer, since Playwright always begins with a blank tab.
 */
export function startWith(firstTab: FirstTab, build: string, profile: string): Promise<Started> {
  return withFirstTab(firstTab, (url) =>
    puppeteer.launch({
      executablePath: chromiumPath(),
      headless: true,
      pipe: true,
      userDataDir: profile,
      ignoreDefaultArgs: ['--disable-extensions'],
      args: [
        '--no-first-run',
        '--disable-background-networking',
        `--disable-extensions-except=${build}`,
        `--load-extension=${build}`,
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        url,
      ],
    }),
  );
}

/** Firefox on a profile, with some of its preferences set, and a first tab that loads as a test says. */
export function startFirefoxWith(
  firstTab: FirstTab,
  profile: string,
  extraPrefsFirefox: Record<string, unknown>,
): Promise<Started> {
  return withFirstTab(firstTab, (url) =>
    puppeteer.launch({
      browser: 'firefox',
      executablePath: firefoxPath(),
      headless: true,
      userDataDir: profile,
      args: ['--remote-allow-system-access', url],
      extraPrefsFirefox,
    }),
  );
}

/** Serves the first tab, and starts a browser with its address. */
async function withFirstTab(firstTab: FirstTab, start: (url: string) => Promise<Browser>): Promise<Started> {
  let isHeld = firstTab === 'held';
  const held: (() => void)[] = [];
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.write('<p>The first tab.</p>');
    if (isHeld) held.push(() => response.end());
    else response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const browser = await start(firstTab === 'blank' ? 'about:blank' : `http://127.0.0.1:${port}/`);
  return {
    browser,
    letGo() {
      isHeld = false;
      for (const end of held.splice(0)) end();
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
