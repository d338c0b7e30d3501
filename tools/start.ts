import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { AI_SETTING_URL, Replica, serve } from '../tests/replica/replica.ts';
import { hasDisplay, openPopupBeside } from './demo.ts';
import { type Installed, launch } from './launch.ts';
import { OwnPage } from './own-page.ts';

/**
 * `npm start`: a browser with the extension on a stand-in LinkedIn, for a person to try. Without a display it walks the main job by
 * itself and prints what the popup says. With `--live` it opens the real LinkedIn in a lasting profile.
 */

const ROOT = join(import.meta.dirname, '..');
const PICTURES = join(ROOT, '.output', 'demo');
const LIVE_PROFILE = join(ROOT, '.output', 'live-profile');

const verdictIs = (verdict: string) => `document.querySelector('main').dataset.verdict === '${verdict}'`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { live: { type: 'boolean', default: false } } });
  const isSeen = hasDisplay();
  if (values.live && !isSeen) {
    throw new Error('--live opens a browser to sign in with, and there is no display here. Run it on a desktop.');
  }
  const installed = await launch({ headless: !isSeen, ...(values.live ? { profile: LIVE_PROFILE } : {}) });
  const interrupted = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
    installed.context.once('close', () => resolve());
  });
  try {
    if (values.live) await openForPerson(installed, interrupted);
    else if (isSeen) await openForPerson(installed, interrupted, new Replica());
    else await Promise.race([walk(installed, new Replica()), interrupted.then(stop)]);
  } finally {
    await installed.close();
  }
}

async function openForPerson(installed: Installed, until: Promise<void>, replica?: Replica): Promise<void> {
  if (replica) await serve(installed.context, replica);
  const page = installed.context.pages()[0] ?? (await installed.context.newPage());
  await page.goto(AI_SETTING_URL).catch(() => {
    throw new Error('linkedin.com cannot be reached. Check the network, or leave out --live to use the stand-in.');
  });
  await openPopupBeside(installed);
  console.log(
    replica
      ? 'This is a stand-in for LinkedIn: nothing leaves this computer. The popup is open beside it. Ctrl-C ends it.'
      : 'This is the real LinkedIn. Sign in if it asks; your profile stays in .output/live-profile. Ctrl-C ends it.',
  );
  await until;
}

/** The main job without a person: read, switch off, reload, confirmed. Throws where the popup does not say what it should. */
async function walk(installed: Installed, replica: Replica): Promise<void> {
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES, { recursive: true });
  const { strays } = await serve(installed.context, replica);
  const page = await installed.context.newPage();

  await page.goto('https://www.linkedin.com/feed/');
  await step(installed, page, '1 Before anything was read', 'not-checked');
  await page.goto(AI_SETTING_URL);
  await page.getByRole('switch').waitFor();
  await step(installed, page, '2 The setting is open and on', 'opted-in');
  await page.getByRole('switch').click();
  await step(installed, page, '3 Switched off on the page', 'unconfirmed', 'click');
  await step(installed, page, '4 Reloaded with the button in the popup', 'opted-out');

  if (strays.length > 0) throw new Error(`Something asked for ${strays.join(', ')}.`);
  console.log(`\nThe walk ended in "opted-out". Pictures: ${PICTURES}`);
}

/** Opens the popup over the page, prints and pictures it; then, if asked to, clicks the one button it offers. */
async function step(installed: Installed, page: Page, title: string, verdict: string, then?: 'click'): Promise<void> {
  await page.bringToFront();
  const popup = await OwnPage.popup(installed, page);
  await popup.until(verdictIs(verdict));
  const says = String(await popup.evaluate("document.querySelector('.answer').innerText"));
  const next = String(await popup.evaluate("document.querySelector('.next').innerText"));
  console.log(`\n${title}: ${verdict}`);
  for (const line of `${says}\n${next}`.split(/\n+/)) if (line.trim()) console.log(`    ${line}`);
  const name = `${title.slice(0, 1)}-${verdict}`;
  writeFileSync(join(PICTURES, `${name}-popup.png`), await popup.screenshot());
  if (then === 'click') await popup.click('.primary');
  await popup.close();
  await page.screenshot({ path: join(PICTURES, `${name}-page.png`) });
}

function stop(): never {
  throw new Error('Stopped before the walk was over.');
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message.split('\n')[0] : error);
  process.exitCode = 1;
}
