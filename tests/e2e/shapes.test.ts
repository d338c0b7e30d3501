import { isDeepStrictEqual } from 'node:util';
import { interpret } from '../../src/linkedin/interpret.ts';
import type { Reading } from '../../src/linkedin/reading.ts';
import { AI_TRAINING } from '../../src/linkedin/settings.ts';
import { expectedOf, outcomeOf } from '../replica/outcome.ts';
import { SHAPES } from '../replica/shapes/index.ts';
import { AI_SETTING_URL, expect, test } from './untrained.ts';

/** How long, in milliseconds, a page has to answer as expected, and how long it is then watched for a change of mind. */
const PATIENCE = 30_000;
const AFTERWARDS = 1500;
/** Pages open at once. */
const TABS = 20;

declare const chrome: typeof import('wxt/browser').browser;
type Heard = { url: string; reading: Reading };

test('every page shape is read in a real browser as the table says', async ({ installed }) => {
  test.setTimeout(180_000);
  // A second listener beside the background's own: it hears what the real reader says of each tab.
  await installed.worker.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(globalThis, { heard });
    chrome.runtime.onMessage.addListener((message, sender) => {
      heard.push({ url: sender.url, reading: (message as { reading: unknown }).reading });
    });
  });
  const rows = SHAPES.flatMap((shape) =>
    [true, false].map((on) => ({ shape, on, url: `${AI_SETTING_URL}?shape=${shape.name}&on=${on}` })),
  );
  const saidOf = async (url: string) => {
    const heard = await installed.worker.evaluate(
      (wanted) => (globalThis as unknown as { heard: Heard[] }).heard.filter((one) => one.url === wanted),
      url,
    );
    return heard.map(({ reading }) => outcomeOf(interpret(reading, AI_TRAINING)));
  };
  const queue = [...rows];
  const outcomes: unknown[] = [];
  const takeRows = async () => {
    for (let row = queue.shift(); row; row = queue.shift()) {
      const { shape, on, url } = row;
      const page = await installed.context.newPage();
      await page.goto(url);
      const until = Date.now() + PATIENCE;
      while (Date.now() < until && !isDeepStrictEqual((await saidOf(url)).at(-1), expectedOf(shape, on))) {
        await page.waitForTimeout(250);
      }
      await page.waitForTimeout(AFTERWARDS);
      await page.close();
      const said = await saidOf(url);
      const falseOff = on && said.some((one) => 'state' in one && one.state === 'off' && one.confirmed);
      outcomes[rows.indexOf(row)] = { shape: shape.name, on, last: said.at(-1), falseOff };
    }
  };
  await Promise.all(Array.from({ length: TABS }, takeRows));
  expect(outcomes).toEqual(
    rows.map(({ shape, on }) => ({ shape: shape.name, on, last: expectedOf(shape, on), falseOff: false })),
  );
});
