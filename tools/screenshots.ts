import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { agedBy } from '../tests/e2e/background.ts';
import { AI_SETTING_URL, CATEGORY_URL, Replica, serve } from '../tests/replica/replica.ts';
import { launch } from './launch.ts';

/** `npm run screenshots`: the pictures that stores show, of the real extension on the stand-in for LinkedIn. */

const ROOT = join(import.meta.dirname, '..');
const TARGET = join(ROOT, 'docs', 'store');
const MARK = readFileSync(join(ROOT, 'icons', 'mark.svg'), 'utf8');

const GROUND = `*{margin:0;box-sizing:border-box}body{font:500 20px/1.4 system-ui,sans-serif;color:#1d1d1b;background:#efeaf8;overflow:hidden}
h1{font-size:44px;line-height:1.15;letter-spacing:-.01em}img{border-radius:14px;box-shadow:0 10px 40px #2a1f5a40}`;

/** `from` is what stands at the top of the picture; the start of the page otherwise. */
type Shot = { name: string; says: string; page: Page; width: number; height: number; dark?: boolean; from?: string };

/** A picture of a page of the extension, beside what it says, in the size that stores ask for. */
async function frame(
  context: BrowserContext,
  { name, says, page, width, height, dark = false, from = 'body' }: Shot,
): Promise<void> {
  await page.bringToFront();
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  await page.setViewportSize({ width, height });
  await page.locator(from).evaluate((element) => element.scrollIntoView({ block: 'start' }));
  const picture = (await page.screenshot()).toString('base64');
  const isWide = width > 600;
  const layout = isWide
    ? 'flex-direction:column;padding:48px 70px 0;gap:28px'
    : 'align-items:center;padding:0 90px;gap:80px';
  await draw(
    context,
    { width: 1280, height: 800, file: `${name}.png` },
    `<div style="display:flex;${layout};block-size:800px"><h1 style="flex:1 1 0">${says}</h1>
<img src="data:image/png;base64,${picture}" style="inline-size:${isWide ? 1140 : width}px"></div>`,
  );
}

async function draw(
  context: BrowserContext,
  { width, height, file }: { width: number; height: number; file: string },
  html: string,
): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  await page.setContent(`<style>${GROUND}</style>${html}`);
  await page.screenshot({ path: join(TARGET, file) });
  await page.close();
}

mkdirSync(TARGET, { recursive: true });
const { context, origin, close } = await launch({ headless: true });
try {
  const replica = new Replica();
  await serve(context, replica);
  const page = await context.newPage();
  const own = await context.newPage();
  const open = async (name: string) => {
    await own.goto(`${origin}/${name}.html`);
    await own.locator('main:not([aria-busy])').waitFor();
  };
  const verdict = (wanted: string) => own.locator(`main[data-verdict="${wanted}"]`).waitFor();
  const popup = { width: 360, height: 720, page: own };

  await open('sidepanel');
  await own.locator('select[name=country]').selectOption('DE');
  await page.goto(AI_SETTING_URL);
  await open('popup');
  await verdict('opted-in');
  await frame(context, { ...popup, name: '1-opted-in', says: 'May LinkedIn train AI on your data? One true answer.' });
  await open('sidepanel');
  await verdict('opted-in');
  await frame(context, {
    ...popup,
    name: '2-guide',
    says: 'A guide beside the page. You do every click.',
    from: 'section:has(.steps)',
  });
  await page.goto(`${AI_SETTING_URL}?on=false`);
  await open('popup');
  await verdict('opted-out');
  await frame(context, { ...popup, name: '3-opted-out', says: 'Opted out, and confirmed on a newly loaded page.' });
  await page.goto('https://www.linkedin.com/feed/');
  await own.evaluate(agedBy(100));
  await page.goto(AI_SETTING_URL);
  await open('popup');
  await verdict('opted-in');
  await frame(context, { ...popup, name: '4-on-again', says: 'It says so if it ever comes back on.', dark: true });
  await page.goto(CATEGORY_URL);
  await page.goto(`${AI_SETTING_URL}?on=false`);
  await open('report');
  await verdict('opted-out');
  await frame(context, {
    name: '5-report',
    says: 'All your privacy settings, and their history. It stays on your device.',
    page: own,
    width: 1140,
    height: 640,
  });
  await draw(
    context,
    { width: 440, height: 280, file: 'promo-440x280.png' },
    `<div style="display:grid;place-content:center;justify-items:center;gap:18px;block-size:280px;background:#5444b8;color:#fff;text-align:center">
<div style="inline-size:84px">${MARK.replace('fill="#5444b8"', 'fill="#3a2f7a"')}</div><h1 style="font-size:38px">Untrained</h1><p>Are you really opted out?</p></div>`,
  );
} finally {
  await close();
}
