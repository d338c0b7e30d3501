import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { AI_SETTING_URL, Replica, serve } from '../../tests/replica/replica.ts';
import { bundleForPage } from '../bundle.ts';
import { type Installed, launch } from '../launch.ts';

/**
 * `npm run cost`: what the reader costs, measured in real Chromium on the stand-in. Prints a table; docs/reading.md keeps the figures.
 * Times are those of this machine: compare them with each other, not with another's.
 */

const LOOKS = 200;
const LOADS = 40;
const STORM_SECONDS = 5;
const MUTATIONS_PER_SECOND = 2000;
const SIZES = [500, 5000, 50_000];
/** The reader's last look at a settled page that nobody touches comes after 15 s. */
const SETTLED = 16_000;

type Figure = { what: string; median: number; p95: number; runs: number };
declare function timeLooks(times: number): number[];
declare const chrome: typeof import('wxt/browser').browser;

async function main(): Promise<void> {
  const installed = await launch({ headless: true });
  try {
    const replica = new Replica();
    await serve(installed.context, replica);
    const figures: Figure[] = [];
    for (const size of SIZES) figures.push(await lookTime(installed.context, size));
    figures.push(await timeToVerdict(installed, true), await timeToVerdict(installed, false));
    // A page without a switch is looked at again and again: it also shows that the trace does see the reader.
    figures.push(await stormTime(installed.context, 500, 'v13-never'));
    for (const size of SIZES) figures.push(await stormTime(installed.context, size));
    console.table(figures.map(({ what, median, p95, runs }) => ({ what, median: ms(median), p95: ms(p95), runs })));
  } finally {
    await installed.close();
  }
}

/** One look at a page of that many elements beside the switch. */
async function lookTime(context: BrowserContext, size: number): Promise<Figure> {
  const page = await context.newPage();
  await page.goto(AI_SETTING_URL);
  await fill(page, size);
  await page.addScriptTag({ content: await bundleForPage(join(import.meta.dirname, 'in-page.ts')) });
  const times = await page.evaluate((looks) => timeLooks(looks), LOOKS);
  await page.close();
  return figure(`one look, ${size} elements`, times);
}

/** From the moment the switch stands in the page to the moment its verdict is in storage. */
async function timeToVerdict({ context, worker }: Installed, on: boolean): Promise<Figure> {
  await worker.evaluate(() => {
    const scope = globalThis as { storedAt?: number[] };
    scope.storedAt = [];
    chrome.storage.local.onChanged.addListener(() => scope.storedAt?.push(Date.now()));
  });
  const times: number[] = [];
  const page = await context.newPage();
  for (let load = 0; load < LOADS; load++) {
    await worker.evaluate(async () => {
      await chrome.storage.local.clear();
      (globalThis as { storedAt?: number[] }).storedAt = [];
    });
    await page.goto(`${AI_SETTING_URL}?shape=v13-after-300ms&on=${on}`);
    const stoodAt = await page.evaluate(async () => {
      while (!document.querySelector('[role=switch]')) await new Promise(requestAnimationFrame);
      return Date.now();
    });
    await page.waitForTimeout(900);
    const storedAt = await worker.evaluate(() => (globalThis as { storedAt?: number[] }).storedAt?.[0]);
    if (storedAt === undefined) throw new Error(`Load ${load} was not stored within 900 ms.`);
    times.push(storedAt - stoodAt);
  }
  await page.close();
  return figure(`switch stands to verdict stored, ${on ? 'on' : 'off'}`, times);
}

/** Main-thread time of the reader per second, under a storm of changes outside the control. A page with a switch is settled by then. */
async function stormTime(context: BrowserContext, size: number, shape?: string): Promise<Figure> {
  const page = await context.newPage();
  await page.goto(shape ? `${AI_SETTING_URL}?shape=${shape}` : AI_SETTING_URL);
  await fill(page, size);
  if (!shape) await page.waitForTimeout(SETTLED);
  const seconds: number[] = [];
  for (let second = 0; second < STORM_SECONDS; second++) {
    const session = await context.newCDPSession(page);
    const traced = trace(session);
    await page.evaluate(storm, MUTATIONS_PER_SECOND);
    seconds.push(await traced());
    await session.detach();
  }
  await page.close();
  return figure(
    `per second of ${MUTATIONS_PER_SECOND} changes, ${shape ? 'no answer yet' : 'settled'}, ${size} elements`,
    seconds,
  );
}

/** Runs in the page: one second of changes, spread over it. */
async function storm(perSecond: number): Promise<void> {
  const place = document.createElement('div');
  document.querySelector('#filler')?.append(place);
  const end = performance.now() + 1000;
  while (performance.now() < end) {
    for (let change = 0; change < perSecond / 50; change++) {
      place.className = String(Math.random());
      if (change % 2) place.replaceChildren(document.createElement('b'));
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Starts a trace; the returned function ends it and gives the milliseconds that functions of the reader ran. */
function trace(session: CDPSession): () => Promise<number> {
  const events: { name: string; dur?: number; args?: { data?: { url?: string } } }[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as typeof events)));
  const started = session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'] },
  });
  return async () => {
    await started;
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    return events
      .filter(({ name, args }) => name === 'FunctionCall' && args?.data?.url?.endsWith('/reader.js'))
      .reduce((sum, { dur = 0 }) => sum + dur / 1000, 0);
  };
}

async function fill(page: Page, size: number): Promise<void> {
  await page.evaluate((elements) => {
    const filler = document.createElement('div');
    filler.id = 'filler';
    filler.innerHTML = '<div><p>text <span>more</span></p><a href="/x">link</a></div>'.repeat(elements / 4);
    document.querySelector('main')?.append(filler);
  }, size);
}

function figure(what: string, times: number[]): Figure {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { what, median: at(0.5), p95: at(0.95), runs: times.length };
}

function ms(value: number): string {
  return `${value.toFixed(2)} ms`;
}

await main();
