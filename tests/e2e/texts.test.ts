import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BrowserContext, expect, test } from '@playwright/test';
import { CHROME_BUILD, launch, launchChromium } from '../../tools/launch.ts';

/** The extension's own API, as it is where the functions given to `evaluate` run. */
declare const chrome: typeof import('wxt/browser').browser;

/** What each page says where nothing is stored. */
const SAID = {
  'popup.html': 'Not checked yet',
  'welcome.html': 'Untrained is ready',
  'report.html': 'Privacy settings report',
  'sidepanel.html': 'Step by step',
};
const PAGES = Object.keys(SAID) as (keyof typeof SAID)[];

/** How often the extension is started, each time with the popup or a page closed at once. */
const STARTS = 40;
/** Milliseconds after which it is closed, in turn, since nobody knows at which of them the first text is asked for. */
const CLOSED_AFTER = [0, 7, 14, 21, 28, 35, 42, 49];

type Target = { type: string; targetId: string; url: string };
/** DevTools methods, some of which Playwright's types do not know. */
type Send = <Result>(method: string, parameters?: object) => Promise<Result>;

async function expectTexts(context: BrowserContext, origin: string, page: keyof typeof SAID): Promise<void> {
  const own = await context.newPage();
  await own.goto(`${origin}/${page}`);
  await expect(own.getByRole('heading', { name: SAID[page], exact: true })).toBeVisible();
  await expect(own.locator('html')).toHaveAttribute('lang', 'en');
  await expect.poll(() => own.evaluate(() => chrome.action.getTitle({}))).toBe('Untrained: not checked yet.');
  await own.close();
}

test('every page and the icon have their texts where the browser gives their process none', async () => {
  const build = mkdtempSync(join(tmpdir(), 'untrained-no-texts-'));
  cpSync(CHROME_BUILD, build, { recursive: true });
  const change = (file: string, changed: (text: string) => string) =>
    writeFileSync(join(build, file), changed(readFileSync(join(build, file), 'utf8')));
  const none = "chrome.i18n.getMessage = () => '';\n";
  writeFileSync(join(build, 'none.js'), none);
  change('background.js', (script) => none + script);
  for (const page of PAGES) change(page, (html) => html.replace('<head>', '<head><script src="/none.js"></script>'));
  const { context, origin, close } = await launch({ headless: true }, build);
  try {
    for (const page of PAGES) await expectTexts(context, origin, page);
  } finally {
    await close();
    rmSync(build, { recursive: true, force: true });
  }
});

/** Opens the popup behind the icon or another page, and closes it after some milliseconds. */
async function openAndClose(send: Send, id: string, tab: string, page: string, closedAfter: number): Promise<void> {
  const url = `chrome-extension://${id}/${page}`;
  const pages = async () => {
    const { targetInfos } = await send<{ targetInfos: Target[] }>('Target.getTargets');
    return targetInfos.filter((target) => target.type === 'page' && target.url === url);
  };
  const before = new Set((await pages()).map(({ targetId }) => targetId));
  if (page === 'popup.html') await send('Extensions.triggerAction', { id, targetId: tab });
  else await send('Target.createTarget', { url });
  let opened: Target | undefined;
  while (!opened) opened = (await pages()).find(({ targetId }) => !before.has(targetId));
  await sleep(closedAfter);
  await send('Target.closeTarget', { targetId: opened.targetId });
}

test('a popup and pages that are closed at once while the background starts leave the extension its texts', async () => {
  const { context, close } = await launchChromium({ headless: true }, [
    `--disable-extensions-except=${CHROME_BUILD}`,
    '--enable-unsafe-extension-debugging',
  ]);
  try {
    const session = await context.browser()?.newBrowserCDPSession();
    const send = session?.send.bind(session) as unknown as Send;
    const { targetInfos } = await send<{ targetInfos: Target[] }>('Target.getTargets', { filter: [{ type: 'tab' }] });
    for (let start = 0; start < STARTS; start++) {
      const page = PAGES[start % PAGES.length] ?? 'popup.html';
      // Loaded anew, since a process keeps what it was told of texts until then.
      const { id } = await send<{ id: string }>('Extensions.loadUnpacked', { path: CHROME_BUILD });
      await openAndClose(
        send,
        id,
        targetInfos[0]?.targetId ?? '',
        page,
        CLOSED_AFTER[Math.floor(start / PAGES.length) % CLOSED_AFTER.length] ?? 0,
      );
      await expectTexts(context, `chrome-extension://${id}`, page);
      await send('Extensions.uninstall', { id });
    }
  } finally {
    await close();
  }
});
