import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { OWED_KEY } from '../../src/background/welcome.ts';
import { KEPT_KEY } from '../../src/guidance/kept-overview.ts';
import { CHROME_BUILD, type Installed, launch } from '../../tools/launch.ts';
import { OwnPage } from '../../tools/own-page.ts';
import { Replica, serve } from '../replica/replica.ts';
import { killBackground } from './background.ts';
import { AI_SETTING_URL, expect, main, store, stored, toolbar } from './untrained.ts';

/** The extension's own API, as it is where the functions given to `evaluate` run. */
declare const chrome: typeof import('wxt/browser').browser;

const FROZEN = join(import.meta.dirname, '..', 'unit', 'storage', 'frozen');
const OLD_VERSION = '0.0.9';
const VERSION: string = read(join(CHROME_BUILD, 'manifest.json')).version;

/** What members have stored: a bit of everything in the first version of each key, and what the build before the guide kept. */
const FIRST_VERSIONS = Object.fromEntries(
  readdirSync(FROZEN)
    // These came with the build that took the audit apart.
    .filter((file) => file.endsWith('.v1.json') && !['setting.v1.json', 'piece.v1.json'].includes(file))
    .map((file) => [file.split('.')[0] ?? '', read(join(FROZEN, file))]),
);
const OLD_BUILD = read(join(FROZEN, 'build-55a272b.json'));

type Folder = {
  installed: Installed;
  /** Puts a build of that version where the extension is loaded from, and has the browser load it. */
  become(version: string): Promise<void>;
};

function read(file: string) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

const test = base.extend<{ folder: Folder; replica: Replica }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  replica: async ({}, use) => use(new Replica()),
  folder: async ({ replica }, use) => {
    const [build, profile] = ['build', 'profile'].map((name) => mkdtempSync(join(tmpdir(), `untrained-${name}-`)));
    if (!build || !profile) throw new Error('No temporary folders.');
    // Without it Chromium does not load an unpacked extension anew.
    mkdirSync(join(profile, 'Default'));
    const preferences = { extensions: { ui: { developer_mode: true } } };
    writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
    const put = (version: string) => {
      cpSync(CHROME_BUILD, build, { recursive: true });
      const manifest = read(join(CHROME_BUILD, 'manifest.json'));
      writeFileSync(join(build, 'manifest.json'), JSON.stringify({ ...manifest, version }));
    };
    let running = OLD_VERSION;
    put(running);
    const installed = await launch({ headless: true, profile }, build);
    const { strays } = await serve(installed.context, replica);
    await use({
      installed,
      async become(version) {
        if (version === running) return;
        put(version);
        await reload(installed, version);
        running = version;
      },
    });
    await installed.close();
    for (const path of [build, profile]) rmSync(path, { recursive: true, force: true });
    expect(strays, 'requests to elsewhere').toEqual([]);
  },
});

/** Has the browser reload the extension from its folder, as it does with an update, and waits until that one is running. */
async function reload({ context, origin }: Installed, version: string): Promise<void> {
  const own = await context.newPage();
  await own.goto(`${origin}/manifest.json`);
  const closed = own.waitForEvent('close');
  await own.evaluate(() => chrome.runtime.reload()).catch(() => {});
  await closed;
  await expect(async () => {
    const page = await context.newPage();
    try {
      await page.goto(`${origin}/popup.html`);
      expect(await page.evaluate(() => chrome.runtime.getManifest().version)).toBe(version);
      await expect(main(page)).toHaveAttribute('data-verdict', /./);
    } finally {
      await page.close();
    }
  }).toPass();
}

/** All that the member sees of what is stored: the verdict, the region, the objection, what was set aside, the icon. */
async function seen(installed: Installed) {
  const popup = await installed.context.newPage();
  await popup.goto(`${installed.origin}/popup.html`);
  await expect(main(popup)).toHaveAttribute('data-verdict', /./);
  const verdict = await main(popup).evaluate(({ dataset }) => ({ ...dataset }));
  const region = await popup.locator('[name=country]').inputValue();
  const setAside = await popup.locator('[data-set-aside] pre').allTextContents();
  await popup.goto(`${installed.origin}/sidepanel.html`);
  const objection = popup.locator('.objection');
  await expect(objection).toHaveAttribute('data-stage', /./);
  const stage = await objection.getAttribute('data-stage');
  const told = await objection.textContent();
  const recheck = await popup.locator('[name=recheck]').inputValue();
  await popup.close();
  return { verdict, region, setAside, stage, told, recheck, icon: await toolbar(installed) };
}

/** What is stored, apart from the last overview, which follows from it, and the mark that the page after the installation is still to come. */
async function storedByMember(installed: Installed): Promise<Record<string, unknown>> {
  const { [KEPT_KEY]: _, [OWED_KEY]: __, ...others } = (await stored(installed)) as Record<string, unknown>;
  return others;
}

test('an update loses nothing of what was stored, and shows all of it as before', async ({ folder }) => {
  const { installed, become } = folder;
  const { context, origin } = installed;
  for (const [items, expected] of [
    [FIRST_VERSIONS, { verdict: 'unconfirmed', region: 'DE', stage: ['sent', 'overdue'], recheck: '7', setAside: 2 }],
    [OLD_BUILD, { verdict: 'unconfirmed', region: 'DE', stage: ['not-begun'], recheck: '30', setAside: 1 }],
  ] as const) {
    await become(OLD_VERSION);
    await store(installed, items);
    // The next one shows on the icon what was stored behind its back.
    await killBackground(installed);
    const before = { seen: await seen(installed), stored: await storedByMember(installed) };
    // Confirmed by a version that asked for less, which the member is told and asked to have seen once more.
    expect(before.seen).toMatchObject({ verdict: { verdict: expected.verdict }, region: expected.region });
    expect(expected.stage).toContain(before.seen.stage);
    expect(before.seen.recheck).toBe(expected.recheck);
    expect(before.seen.setAside).toHaveLength(expected.setAside);
    await become(VERSION);
    expect(await seen(installed)).toEqual(before.seen);
    expect(await storedByMember(installed)).toEqual(before.stored);
    const own = await context.newPage();
    await own.goto(`${origin}/manifest.json`);
    const alarms = await own.evaluate(() => chrome.alarms.getAll());
    expect(alarms).toHaveLength(before.seen.stage === 'sent' ? 1 : 0);
    await own.evaluate(() => chrome.runtime.sendMessage({ type: 'erase' }));
    await own.close();
  }
  // Nor does it open a page: what greets a new member greets nobody again.
  expect(context.pages().filter((page) => page.url().startsWith(origin))).toEqual([]);
});

test('a LinkedIn tab with the reader from before goes quiet, and the popup offers to read it again', async ({
  folder,
  replica,
}) => {
  const { installed, become } = folder;
  const { context } = installed;
  const page = await context.newPage();
  const complaints = listen(page);
  await page.goto(AI_SETTING_URL);
  await expect.poll(async () => (await toolbar(installed)).badge).toBe('ON');
  const requests = replica.requests.length;
  await become(VERSION);
  const before = await stored(installed);

  await page.bringToFront();
  await page.getByRole('switch').click();
  await expect(page.getByRole('switch')).not.toBeChecked();
  // Longer than a reader takes to tell of a switch that was used, and than the one before tries again.
  await page.waitForTimeout(2500);
  expect(await stored(installed)).toEqual(before);
  expect((await toolbar(installed)).badge).toBe('ON');
  expect(complaints).toEqual([]);
  // Saving the switch is LinkedIn's own.
  expect(replica.requests.slice(requests).map(({ method }) => method)).toEqual(['PUT']);

  const popup = await OwnPage.popup(installed, page);
  await popup.click('[data-next=read] .primary');
  await popup.until("document.querySelector('main').dataset.verdict === 'unconfirmed'");
  await popup.close();
  await page.reload();
  await expect.poll(async () => (await toolbar(installed)).badge).toBe('✓');
  expect(complaints).toEqual([]);
});

/** What the browser writes to a page's console, whoever caused it, and errors that nobody caught. */
function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}
