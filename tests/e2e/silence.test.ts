import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Page } from '@playwright/test';
import { CHROME_BUILD, type Installed, launch } from '../../tools/launch.ts';
import { OwnPage } from '../../tools/own-page.ts';
import { addressedTo, type Listening } from '../replica/listening-page.ts';
import { serve } from '../replica/replica.ts';
import { AI_SETTING_URL, expect, test } from './untrained.ts';

declare const listening: Listening;

const LISTENS = 'v30-listens';
const SAVE_URL = 'https://www.linkedin.com/mysettings-api/settingsApiSettings/replicaSettingKey';

/** One load of the page: the document, and the page's own comparing of what was sent. */
const LOAD = [`GET ${AI_SETTING_URL}`, `GET ${AI_SETTING_URL}`];

const lookBack = (page: Page) => page.evaluate(() => listening.lookBack());

/** What a member does on the page, which the page rightly sees. */
async function asMember(page: Page, act: () => Promise<unknown>): Promise<void> {
  await page.evaluate(() => listening.member(true));
  await act();
  await page.evaluate(() => listening.member(false));
}

/** The console of a page and its errors, without what the browser says of the page's own attempts at the extension's files. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (!/^(Denying load of|Failed to load resource)/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

/** Every request that the extension's background, its pages or its scripts in other pages make from now on, but for its own files. */
async function watchNetwork({ context, origin }: Installed): Promise<{ asked: string[]; stop(): Promise<void> }> {
  const asked: string[] = [];
  const browser = await context.browser()?.newBrowserCDPSession();
  if (!browser) throw new Error('The browser cannot be spoken to.');
  const ofExtension = new Map<string, boolean>();
  browser.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
    const { method, params } = JSON.parse(message) as { method?: string; params: { request: { url: string } } };
    if (method !== 'Network.requestWillBeSent' || params.request.url.startsWith(`${origin}/`)) return;
    if (ofExtension.get(sessionId) || JSON.stringify({ ...params, request: null }).includes(`${origin}/`))
      asked.push(params.request.url);
  });
  const attach = async (targetId: string, isOfExtension: boolean) => {
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
    ofExtension.set(sessionId, isOfExtension);
    const message = JSON.stringify({ id: 1, method: 'Network.enable' });
    await browser.send('Target.sendMessageToTarget', { sessionId, message });
  };
  browser.on('Target.targetCreated', ({ targetInfo: { targetId, type, url } }) => {
    // Some are gone before they can be spoken to.
    if (['page', 'service_worker', 'worker'].includes(type))
      attach(targetId, url.startsWith(`${origin}/`)).catch(() => {});
  });
  await browser.send('Target.setDiscoverTargets', { discover: true });
  return { asked, stop: () => browser.detach() };
}

const isAt = (step: string) => `document.querySelector('[aria-current=step]')?.dataset.step === '${step}'`;

test('over the whole guided path a page that listens for everything notices nothing, and the extension asks nothing of the network', async ({
  installed,
  page,
  replica,
}) => {
  replica.shape = LISTENS;
  await page.setViewportSize({ width: 900, height: 200 });
  const complaints = complaintsOf(page);
  const network = await watchNetwork(installed);
  const files = readdirSync(CHROME_BUILD, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(CHROME_BUILD, join(parentPath, name)));
  expect(files).toContain('reader.js');
  await page.goto(addressedTo(AI_SETTING_URL, `${installed.origin}/`, files));

  const popup = await OwnPage.popup(installed, page);
  await popup.until("document.querySelector('main')?.dataset.verdict === 'opted-in'");
  // Until the last look that the reader takes without being asked for soon.
  await page.waitForTimeout(1500);
  expect(await lookBack(page), 'while it was read').toEqual([]);

  await popup.click('[data-action=guide]');
  const panel = await OwnPage.panel(installed);
  await panel.until(isAt('switch-off'));
  expect(await lookBack(page), 'when the guide opened').toEqual([]);

  await asMember(page, async () => {
    await page.getByRole('switch').click();
    // A page hears of a scroll, which a click may need, some frames after it was done.
    await page.waitForTimeout(100);
  });
  await panel.until(isAt('confirm'));
  expect(await lookBack(page), 'when the member switched off').toEqual([]);

  await panel.click('[data-next=reload] .primary');
  // What is off and out of view could be anything: it is not confirmed before the member could see it.
  await panel.until("document.querySelector('main').dataset.missing === 'shown'");
  await page.evaluate(() => listening.member(true));
  await page.mouse.wheel(0, 5000);
  await panel.until(isAt('objection'));
  await page.evaluate(() => listening.member(false));
  expect(await lookBack(page), 'when it was confirmed').toEqual([]);

  await panel.click('[data-action=sent]');
  await panel.until(isAt('done'));
  expect(await lookBack(page), 'when the objection was recorded').toEqual([]);

  replica.on = true;
  await page.reload();
  await panel.until(isAt('switch-off'));
  expect(await lookBack(page), 'when it was on again').toEqual([]);
  await panel.click('[data-action=show-switch]');
  await panel.until("document.body.innerText.includes('it has the focus')");
  await expect(page.getByRole('switch')).toBeFocused();
  await page.waitForTimeout(300);
  // As events, and as where the page stands afterwards.
  expect(new Set(await lookBack(page)), 'when the switch was shown').toEqual(
    new Set(['event focus', 'event focusin', 'focus', 'event scroll', 'event scrollend', 'scroll']),
  );

  expect(complaints).toEqual([]);
  expect(network.asked).toEqual([]);
  expect(replica.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    ...LOAD,
    `PUT ${SAVE_URL}`,
    ...LOAD,
    ...LOAD,
  ]);
  await panel.close();
  await network.stop();
});

/** An extension that gives itself away in every way that the page listens for, once the page stands: on a busy machine that takes longer than any fixed time. */
const NOISY: Record<string, string> = {
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'Noisy',
    version: '1',
    background: { service_worker: 'background.js' },
    content_scripts: [
      { matches: ['https://www.linkedin.com/*'], js: ['apart.js'], css: ['style.css'], run_at: 'document_start' },
      { matches: ['https://www.linkedin.com/*'], js: ['inside.js'], world: 'MAIN', run_at: 'document_start' },
    ],
    web_accessible_resources: [{ resources: ['open.js'], matches: ['https://www.linkedin.com/*'] }],
    externally_connectable: { matches: ['https://www.linkedin.com/*'] },
  }),
  'background.js': `chrome.runtime.onMessageExternal.addListener((message, sender, answer) => answer({}));
chrome.runtime.onMessage.addListener(() => void fetch('https://background.example.com/').catch(() => {}));`,
  'open.js': '',
  'style.css': 'main { outline: 1px solid red }',
  'inside.js': `window.early = true;
addEventListener('load', () => setTimeout(() => {
  window.late = true;
  document.querySelector('main').getAttribute('class');
  console.log('inside');
  setTimeout(() => { throw new Error('inside'); });
}, 300));`,
  'apart.js': `document.documentElement.setAttribute('early', '');
chrome.runtime.sendMessage({});
addEventListener('load', () => setTimeout(() => {
  document.querySelector('main').setAttribute('late', '');
  document.body.append(document.createComment('chrome-extension://'), document.createElement('x-y'));
  document.querySelector('x-y').attachShadow({ mode: 'open' });
  postMessage({}, '*');
  document.dispatchEvent(new CustomEvent(chrome.runtime.id));
  localStorage.noisy = '1';
  document.cookie = 'noisy=1';
  indexedDB.open('noisy');
  performance.mark('noisy');
  document.adoptedStyleSheets = [new CSSStyleSheet()];
  fetch('/feed/');
  document.querySelector('[role=switch]').focus();
  getSelection().selectAllChildren(document.querySelector('h2'));
  history.replaceState({}, '');
  scrollTo(0, 40);
}, 300));`,
};

test('a noisy extension is noticed by that page in each of those ways, and so are its requests', async ({
  replica,
}) => {
  const build = mkdtempSync(join(tmpdir(), 'noisy-'));
  for (const [name, text] of Object.entries(NOISY)) writeFileSync(join(build, name), text);
  const installed = await launch({ headless: true, noWelcome: true }, build);
  try {
    await serve(installed.context, replica);
    const { asked } = await watchNetwork(installed);
    replica.shape = LISTENS;
    const page = await installed.context.newPage();
    await page.setViewportSize({ width: 900, height: 200 });
    const complaints = complaintsOf(page);
    await page.goto(addressedTo(AI_SETTING_URL, `${installed.origin}/`, Object.keys(NOISY)));
    await page.waitForTimeout(800);
    const noticed = await lookBack(page);
    const id = installed.origin.split('//')[1];
    for (const what of [
      'global early',
      'global late',
      'document is not as sent',
      'document changed',
      'mutation attributes late',
      'mutation childList BODY',
      'named by #comment',
      'shadow root of X-Y',
      'event message',
      `event ${id}`,
      'event error',
      'event focus',
      'event focusin',
      'event scroll',
      'event scrollend',
      'event selectionchange',
      'event navigate',
      'focus',
      'scroll',
      'selection',
      'history or title',
      'call Element.getAttribute',
      'call console.log',
      'call window.setTimeout',
      'style of main',
      'style sheet',
      'storage',
      'cookie',
      'database or cache',
      'mark noisy',
      'chrome.runtime answers',
      ...['fetch', 'script', 'module'].map((way) => `file open.js by ${way}`),
    ])
      expect.soft(noticed).toContain(what);
    expect(noticed.filter((what) => what.startsWith('file ') && !what.includes('open.js'))).toEqual([]);
    expect(complaints).toEqual(['inside', 'Error: inside']);
    expect(asked.toSorted()).toEqual(['https://background.example.com/', 'https://www.linkedin.com/feed/']);
    expect(replica.requests.map(({ method, url }) => `${method} ${url}`)).not.toEqual(LOAD);
  } finally {
    await installed.close();
    rmSync(build, { recursive: true, force: true });
  }
});
