import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { zipSync } from 'fflate';
import type { Page, Target } from 'puppeteer-core';
import { CHROME_BUILD, launch } from '../../tools/launch.ts';
import { openOwnPage } from './firefox-pages.ts';
import { type FirstTab, startFirefoxWith, startWith } from './first-tab.ts';

declare const chrome: typeof import('wxt/browser').browser;

/** Values set by an organisation, from real policy files of the two browsers. */

const FIREFOX_BUILD = join(CHROME_BUILD, '..', 'firefox-mv3');
const POLICY = {
  country: 'FR',
  recheckDays: 7,
  showObjection: false,
  contact: 'Ask privacy@example.org <b>now</b>',
  firstRun: false,
};

/** Where Chromium looks for policies, of every make. */
const CHROMIUM_POLICIES = ['/etc/chromium/policies/managed', '/etc/opt/chrome/policies/managed'];
const HOST = '0f5b6a52-2a3c-4d5e-8f60-7a1b2c3d4e5f';
const FIREFOX_ID = 'untrained-managed@untrained.example';

/** Policies are files of the system, so this takes root, or `sudo` as build machines have it. */
function asRoot(...command: string[]): void {
  const [program = '', ...rest] = process.getuid?.() === 0 ? command : ['sudo', '-n', ...command];
  execFileSync(program, rest, { stdio: 'ignore' });
}

function install(file: string, content: object): void {
  const draft = join(mkdtempSync(join(tmpdir(), 'untrained-policy-')), basename(file));
  writeFileSync(draft, JSON.stringify(content));
  asRoot('mkdir', '-p', dirname(file));
  asRoot('cp', draft, file);
  rmSync(dirname(draft), { recursive: true });
}

/** The id that Chromium gives to an unpacked extension: a hash of its folder, in letters from a to p. */
function idOf(folder: string): string {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

test('in Chromium set values are shown as set, cannot be changed, and no page opens at the start', async () => {
  // A copy has an id of its own, so that no other test meets the policy.
  const build = mkdtempSync(join(tmpdir(), 'untrained-managed-'));
  cpSync(CHROME_BUILD, build, { recursive: true });
  const policy = { '3rdparty': { extensions: { [idOf(build)]: POLICY } } };
  const files = CHROMIUM_POLICIES.map((folder) => join(folder, `${basename(build)}.json`));
  for (const file of files) install(file, policy);
  const installed = await launch({ headless: true, noWelcome: true }, build);
  try {
    const guide = await installed.context.newPage();
    await guide.goto(`${installed.origin}/sidepanel.html`);
    await expect(guide.locator('[data-region=FR]')).toBeVisible();
    await expect(guide.locator('select[name=country]')).toBeDisabled();
    await expect(guide.locator('select[name=recheck]')).toBeDisabled();
    await expect(guide.locator('select[name=recheck]')).toHaveValue('7');
    await expect(guide.getByText('Set by your organisation')).toHaveCount(2);
    await expect(guide.locator('[data-step=objection]')).toHaveCount(0);
    await expect(guide.getByText(`contact for data protection: ${POLICY.contact}`)).toBeVisible();
    const answer = await guide.evaluate(() =>
      (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome.runtime.sendMessage({
        type: 'choose-country',
        country: 'DE',
      }),
    );
    expect(answer).toEqual({ ok: false, why: 'managed' });
    await guide.goto(`${installed.origin}/popup.html`);
    await expect(guide.getByText('The second step')).toHaveCount(0);
    // Long past the time at which the page would have come.
    await guide.waitForTimeout(1000);
    expect(installed.context.pages().filter((page) => page.url().includes('welcome'))).toEqual([]);
  } finally {
    await installed.close();
    for (const file of files) asRoot('rm', '-f', file);
    rmSync(build, { recursive: true, force: true });
  }
});

/** A copy of the build for Chromium, which has an id and policies of its own, so that no other test meets them. */
async function withPolicies(policy: object, act: (build: string, profile: string) => Promise<void>): Promise<void> {
  const build = mkdtempSync(join(tmpdir(), 'untrained-managed-'));
  const profile = mkdtempSync(join(tmpdir(), 'untrained-profile-'));
  cpSync(CHROME_BUILD, build, { recursive: true });
  const files = CHROMIUM_POLICIES.map((folder) => join(folder, `${basename(build)}.json`));
  for (const file of files) install(file, { '3rdparty': { extensions: { [idOf(build)]: policy } } });
  try {
    await act(build, profile);
  } finally {
    for (const file of files) asRoot('rm', '-f', file);
    for (const folder of [build, profile]) rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts the browser once, and opens the popup in a tab behind the first, since Chromium hands out policies once any tab in front has loaded. */
async function start(firstTab: FirstTab, build: string, profile: string) {
  const { browser, letGo, close } = await startWith(firstTab, build, profile);
  const welcomes = new Set<Target>();
  const note = (target: Target) => void (target.url().endsWith('/welcome.html') && welcomes.add(target));
  browser.on('targetcreated', note);
  browser.on('targetchanged', note);
  const popup = await browser.newPage({ background: true });
  await popup.emulateFocusedPage(true);
  await popup.goto(`chrome-extension://${idOf(build)}/popup.html`, { waitUntil: 'domcontentloaded' });
  await popup.waitForSelector('main[data-verdict]', { timeout: 0 });
  return { popup, letGo, close, welcomes };
}

const regionIn = (popup: Page) =>
  popup.evaluate(() => {
    const select = document.querySelector<HTMLSelectElement>('select[name=country]');
    return { country: select?.value, isFixed: select?.disabled };
  });

test('in Chromium whose first tab never ends, the popup answers, and what may be forbidden waits', async () => {
  await withPolicies(POLICY, async (build, profile) => {
    const first = await start('held', build, profile);
    // On a slow machine Chromium gives the tab up, and the policies come all the same.
    const fixed = { country: 'FR', isFixed: true };
    expect([{ country: '', isFixed: false }, fixed]).toContainEqual(await regionIn(first.popup));
    await first.popup.evaluate(() => {
      const asked = chrome.runtime.sendMessage({ type: 'choose-country', country: 'DE' });
      void asked.then((answer) => Object.assign(globalThis, { answer }));
    });
    // Long enough for whatever does not wait.
    for (let time = 0; time < 3; time++)
      await first.popup.evaluate(() => chrome.runtime.sendMessage({ type: 'report' }));
    expect(await first.popup.evaluate(() => chrome.storage.local.get('region'))).toEqual({});
    expect(first.welcomes.size).toBe(0);
    first.letGo();
    await expect.poll(() => regionIn(first.popup)).toEqual(fixed);
    const answer = () => first.popup.evaluate(() => (globalThis as { answer?: unknown }).answer);
    await expect.poll(answer).toEqual({ ok: false, why: 'managed' });
    expect(await first.popup.evaluate(() => chrome.storage.local.get('region'))).toEqual({});
    expect(first.welcomes.size).toBe(0);
    await first.close();

    const later = await start('held', build, profile);
    expect(await regionIn(later.popup)).toEqual(fixed);
    expect(later.welcomes.size).toBe(0);
    await later.close();
  });
});

for (const firstTab of ['blank', 'quick'] as const) {
  test(`in Chromium with a ${firstTab} first tab set values show in time, at the first start and later ones`, async () => {
    await withPolicies(POLICY, async (build, profile) => {
      for (const _ of ['first', 'later']) {
        const { popup, welcomes, close } = await start(firstTab, build, profile);
        await expect.poll(() => regionIn(popup)).toEqual({ country: 'FR', isFixed: true });
        expect(welcomes.size).toBe(0);
        await close();
      }
    });
  });
}

test('in Chromium whose first tab takes long, a page that is not forbidden opens after the installation', async () => {
  await withPolicies({ country: 'FR' }, async (build, profile) => {
    const { welcomes, letGo, close } = await start('held', build, profile);
    letGo();
    await expect.poll(() => welcomes.size).toBe(1);
    await close();
  });
});

test('in Chromium that page is still owed after the background was killed, and after the browser was closed, before the first tab had loaded', async () => {
  await withPolicies({ country: 'FR' }, async (build, profile) => {
    const first = await start('held', build, profile);
    const session = await first.popup.createCDPSession();
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await first.popup.evaluate(() => chrome.runtime.sendMessage({ type: 'report' }));
    await first.close();

    const second = await start('quick', build, profile);
    // On a slow machine Chromium gives the tab up, and the page comes at the first start already.
    await expect.poll(() => first.welcomes.size + second.welcomes.size).toBeGreaterThan(0);
    const owed = () => second.popup.evaluate(() => chrome.storage.local.get('welcome'));
    await expect.poll(owed).toEqual({});
    await second.close();

    const third = await start('quick', build, profile);
    await expect.poll(() => regionIn(third.popup)).toEqual({ country: 'FR', isFixed: true });
    expect(third.welcomes.size).toBe(0);
    await third.close();
  });
});

/**
 * A profile of Firefox that has the extension already when the browser starts, under an id of its own, so that no other test meets its policies. The
 * caller deletes the folder.
 */
function firefoxProfile(): string {
  const manifest = JSON.parse(readFileSync(join(FIREFOX_BUILD, 'manifest.json'), 'utf8'));
  manifest.browser_specific_settings.gecko.id = FIREFOX_ID;
  const files = (readdirSync(FIREFOX_BUILD, { recursive: true }) as string[]).filter((file) =>
    statSync(join(FIREFOX_BUILD, file)).isFile(),
  );
  const content = Object.fromEntries(
    files.map((file) => [file, new Uint8Array(readFileSync(join(FIREFOX_BUILD, file)))]),
  );
  const profile = mkdtempSync(join(tmpdir(), 'untrained-profile-'));
  mkdirSync(join(profile, 'extensions'));
  const packed = zipSync({ ...content, 'manifest.json': new TextEncoder().encode(JSON.stringify(manifest)) });
  writeFileSync(join(profile, 'extensions', `${FIREFOX_ID}.xpi`), packed);
  return profile;
}

/** What Firefox needs to be told so that it takes an extension that nobody has signed, and gives its pages a known address. */
const FIREFOX_PREFERENCES = {
  'xpinstall.signatures.required': false,
  'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: HOST }),
};

test('in Firefox too, at the first start and later ones, whatever becomes of the first tab', async () => {
  const file = '/etc/firefox/policies/policies.json';
  // Firefox has one policy file for all, so one that is there is put back.
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  install(file, { policies: { ...before?.policies, '3rdparty': { Extensions: { [FIREFOX_ID]: POLICY } } } });
  try {
    for (const firstTab of ['blank', 'quick', 'held'] as const) {
      const profile = firefoxProfile();
      for (const _ of ['first', 'later']) {
        const { browser, close } = await startFirefoxWith(firstTab, profile, FIREFOX_PREFERENCES);
        const guide = await openOwnPage(browser, HOST, 'sidepanel.html');
        const shown = () =>
          guide.evaluate(() => ({
            region: document.querySelector<HTMLElement>('[data-region]')?.dataset.region,
            isFixed: document.querySelector<HTMLSelectElement>('select[name=country]')?.disabled,
            days: document.querySelector<HTMLSelectElement>('select[name=recheck]')?.value,
          }));
        await expect.poll(shown).toEqual({ region: 'FR', isFixed: true, days: '7' });
        const urls = (await browser.pages()).map((page) => page.url());
        expect(urls.filter((url) => url.includes('welcome'))).toEqual([]);
        await close();
      }
      rmSync(profile, { recursive: true, force: true });
    }
  } finally {
    if (before) install(file, before);
    else asRoot('rm', '-f', file);
  }
});
