import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from '@playwright/test';
import { observationsOf } from '../../src/verdict/observation.ts';
import { expectedOf, outcomeOf } from '../replica/outcome.ts';
import { HIDDEN_CHARACTERS, MARKUP_TEXT, pageFullOf } from '../replica/shapes/2026-11-hostile.ts';
import { HOSTILE_IN_BROWSER, shapeNamed } from '../replica/shapes/index.ts';
import { heardOf, listen } from './heard.ts';
import { PATIENCE } from './patience.ts';
import { AI_SETTING_URL, CATEGORY_URL, expect, stored, test } from './untrained.ts';

/** Pages that try to mislead or break the extension, in the built extension in a real browser. */

/** A tab that takes longer than this to answer hangs. How fast it is otherwise is for the bench, not for a test. Milliseconds. */
const USABLE = 5000;
const MOST_BYTES = 50_000;
/** So many at a time, or they would hold up each other. */
const TABS = 5;

/** These are in the tables too, but not with an eye on what is stored. */
const LARGE = ['v25-fake-toggles', 'v26c-huge-label'].map(shapeNamed);

/** Gives the middle one of some answers of a tab to being redrawn, in milliseconds. */
type Stopwatch = (asks: number) => Promise<number>;

/** Asks in a world of its own, since some pages break theirs. */
async function stopwatchFor(page: Page): Promise<Stopwatch> {
  const devTools = await page.context().newCDPSession(page);
  const { frameTree } = await devTools.send('Page.getFrameTree');
  const { executionContextId } = await devTools.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  return async (asks) => {
    const times: number[] = [];
    for (let count = 0; count < asks; count++) {
      const asked = Date.now();
      const answer = devTools.send('Runtime.evaluate', {
        expression: 'new Promise(requestAnimationFrame)',
        contextId: executionContextId,
        awaitPromise: true,
      });
      await Promise.race([answer, sleep(1.5 * USABLE)]);
      times.push(Date.now() - asked);
    }
    return times.toSorted((one, other) => one - other)[(asks - 1) / 2] ?? 0;
  };
}

test('hostile pages are read honestly, stay usable and leave little behind', async ({ installed, replica }) => {
  await listen(installed);
  const saidOf = async (url: string) =>
    (await heardOf(installed, url))
      .flatMap((reading) => observationsOf(reading, 0))
      .map(({ observation }) => outcomeOf(observation));
  const rows = [...HOSTILE_IN_BROWSER, ...LARGE].flatMap((shape) =>
    [true, false].map((on) => ({
      url: `${AI_SETTING_URL}?shape=${shape.name}&on=${on}`,
      on,
      expected: expectedOf(shape, on),
    })),
  );
  const outcomes: object[] = [];
  const waiting = rows.entries();
  const takeRows = async () => {
    for (const [index, { url, on, expected }] of waiting) {
      const page = await installed.context.newPage();
      await page.goto(url);
      const timeToAnswer = await stopwatchFor(page);
      const times = [await timeToAnswer(5)];
      const until = Date.now() + PATIENCE;
      while (Date.now() < until && !isDeepStrictEqual((await saidOf(url)).at(-1), expected)) await sleep(200);
      const said = await saidOf(url);
      times.push(await timeToAnswer(5));
      const isUsable = Math.max(...times) < USABLE;
      // A tab that hangs does not close either.
      await Promise.race([page.close(), sleep(USABLE)]);
      const isFalseOff = on && said.some((one) => 'state' in one && one.state === 'off');
      outcomes[index] = { url, last: said.at(-1) ?? null, isUsable, isFalseOff };
    }
  };
  await Promise.all(Array.from({ length: TABS }, takeRows));
  expect(outcomes).toEqual(
    rows.map(({ url, expected }) => ({ url, last: expected, isUsable: true, isFalseOff: false })),
  );
  expect(JSON.stringify(await stored(installed)).length).toBeLessThan(MOST_BYTES);

  replica.shape = 'v1-artdeco';
  const busy = await installed.context.newPage();
  await busy.goto(AI_SETTING_URL);
  const timeToAnswer = await stopwatchFor(busy);
  await busy.evaluate((time) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      for (const until = performance.now() + time; performance.now() < until; );
      port2.postMessage(0);
    };
    port2.postMessage(0);
  }, USABLE * 1.2);
  expect(await timeToAnswer(1), 'a tab that is not usable').toBeGreaterThan(USABLE);
});

/** All that a page of the extension holds: texts, and names and values of attributes. */
function everythingIn(page: Page): Promise<{ elements: string[]; texts: string[] }> {
  return page.evaluate(() => {
    const elements = [...document.querySelectorAll('*')];
    return {
      elements: [...new Set(elements.map(({ localName }) => localName))],
      texts: [
        document.documentElement.textContent ?? '',
        ...elements.flatMap(({ attributes }) => [...attributes].flatMap(({ name, value }) => [name, value])),
      ],
    };
  });
}

test('what a page calls its setting is shown as text, without characters that hide or reorder it', async ({
  installed,
  page,
}) => {
  const text = `${HIDDEN_CHARACTERS}${MARKUP_TEXT}${HIDDEN_CHARACTERS}`;
  await page.route(AI_SETTING_URL, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageFullOf(text) }),
  );
  await page.route(CATEGORY_URL, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageFullOf(text) }),
  );
  const own = await installed.context.newPage();
  for (const [url, pages] of [
    [CATEGORY_URL, ['popup', 'report']],
    [AI_SETTING_URL, ['popup', 'sidepanel', 'report']],
  ] as const) {
    await page.goto(url);
    await expect.poll(async () => JSON.stringify(await stored(installed))).toContain(MARKUP_TEXT);
    for (const name of pages) {
      await own.goto(`${installed.origin}/${name}.html`);
      await expect(own.locator('blockquote').first()).toHaveText(MARKUP_TEXT);
      const { elements, texts } = await everythingIn(own);
      expect(elements).not.toContain('img');
      expect(texts.filter((one) => [...HIDDEN_CHARACTERS].some((character) => one.includes(character)))).toEqual([]);
    }
  }
  const everything = JSON.stringify(await stored(installed));
  for (const character of HIDDEN_CHARACTERS) expect(everything).not.toContain(character);
  expect(everything.length).toBeLessThan(MOST_BYTES);
});
