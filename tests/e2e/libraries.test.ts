import type { BrowserContext, Page } from '@playwright/test';
import { AI_TRAINING } from '../../src/linkedin/ai-setting.ts';
import { interpret } from '../../src/linkedin/interpret.ts';
import type { Reading } from '../../src/linkedin/reading.ts';
import type { Installed } from '../../tools/launch.ts';
import { bundleLibraries, bundleOf } from '../libraries/bundle.ts';
import { LABEL, LIBRARIES, type Library, libraryPage } from '../libraries/libraries.ts';
import { heardOf, listen } from './heard.ts';
import { PATIENCE } from './patience.ts';
import { AI_SETTING_URL, expect, test } from './untrained.ts';

/** How long, in milliseconds, a page that was read as expected is watched for a change of mind. */
const AFTERWARDS = 1000;
/** After this time without a sign the reader looks at a page only now and then. */
const LAST_LOOK = 16_000;
/** Pages open at once. */
const TABS = 6;

/** What is said of a library's page once it is loaded, what after a click, and what wrongly on the way. Words, so that a failure shows one line for each. */
type Row = { library: string; on: boolean; loaded: string; clicked: string; wrong: string[] };

test.beforeAll(async () => {
  await bundleLibraries();
});

test('the switches of widely used libraries are read right, as they were loaded and after a click', async ({
  installed,
}) => {
  await serveLibraries(installed.context);
  await listen(installed);
  const expected = LIBRARIES.flatMap((library) => [expectedOf(library, true), expectedOf(library, false)]);
  const lateFirst = LIBRARIES.toSorted((one, other) => Number(other.late ?? false) - Number(one.late ?? false));
  const queue = lateFirst.flatMap((library) => [true, false].map((on) => ({ library, on })));
  const rows: Row[] = [];
  const takePages = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { library, on } = next;
      const index = expected.findIndex((row) => row.library === library.name && row.on === on);
      rows[index] = await tryLibrary(installed, library, on);
    }
  };
  await Promise.all(Array.from({ length: TABS }, takePages));
  expect(rows).toEqual(expected);
});

/** What the reader must make of a library's page: what was stored is certain, and a click takes the certainty away. */
function expectedOf({ name, unreadable }: Library, on: boolean): Row {
  if (unreadable) return { library: name, on, loaded: unreadable, clicked: unreadable, wrong: [] };
  const loaded = wordsFor({ state: on ? 'on' : 'off', missing: null, wordsKnown: true, label: LABEL });
  const clicked = wordsFor({ state: on ? 'off' : 'on', missing: 'served', wordsKnown: true, label: LABEL });
  return { library: name, on, loaded, clicked, wrong: [] };
}

/** Opens a library's page, has it read, clicks its switch and has it read again. */
async function tryLibrary(installed: Installed, library: Library, on: boolean): Promise<Row> {
  const url = `${AI_SETTING_URL}?library=${library.name}&on=${on}`;
  const expected = expectedOf(library, on);
  const page = await installed.context.newPage();
  await page.goto(url);
  await waitUntilSaid(page, installed, url, expected.loaded);
  if (library.late) await page.waitForTimeout(LAST_LOOK);
  const before = await saidOf(installed, url);
  await page.locator('#library').locator(library.click).click();
  await waitUntilSaid(page, installed, url, expected.clicked);
  const all = await saidOf(installed, url);
  await page.close();
  const opposite = on ? 'off' : 'on';
  return {
    library: library.name,
    on,
    loaded: before.at(-1) ?? '',
    clicked: all.at(-1) ?? '',
    wrong: [
      ...before.filter((said) => said.startsWith(opposite)),
      ...all.filter((said) => said.startsWith(`${opposite}, confirmed`)),
    ],
  };
}

async function waitUntilSaid(page: Page, installed: Installed, url: string, expected: string): Promise<void> {
  const until = Date.now() + PATIENCE;
  while (Date.now() < until && (await saidOf(installed, url)).at(-1) !== expected) {
    await page.waitForTimeout(200);
  }
  await page.waitForTimeout(AFTERWARDS);
}

/** Serves the libraries' pages at the AI setting's address, and their scripts beside it. */
async function serveLibraries(context: BrowserContext): Promise<void> {
  await context.route(/^https:\/\/www\.linkedin\.com\/.*[?]library=/, async (route) => {
    const asked = new URL(route.request().url()).searchParams;
    const body = libraryPage(asked.get('on') === 'true', `/libraries/${asked.get('library')}.js`);
    await route.fulfill({ contentType: 'text/html; charset=utf-8', body });
  });
  await context.route('https://www.linkedin.com/libraries/*.js', async (route) => {
    const [name = ''] = new URL(route.request().url()).pathname.split('/').slice(-1);
    await route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: bundleOf(name.replace(/\.js$/, '')) });
  });
}

/** All that was said of a page so far, in order. */
async function saidOf(installed: Installed, url: string): Promise<string[]> {
  return (await heardOf(installed, url)).map((reading) => {
    const meaning = interpret(reading, AI_TRAINING);
    return meaning.state === 'unknown' ? wordsForNothing(meaning.reason, reading) : wordsFor(meaning);
  });
}

type Read = { state: 'on' | 'off'; missing: string | null; wordsKnown: boolean; label: string };

function wordsFor({ state, missing, wordsKnown, label }: Read): string {
  // "On" needs no confirmation.
  const proof = state === 'on' ? 'read' : missing === null ? 'confirmed' : 'unconfirmed';
  return `${state}, ${proof}, ${wordsKnown ? 'as' : 'as the unknown'} "${label}"`;
}

/** Why nothing certain was read, and what was there. */
function wordsForNothing(reason: string, { snapshot }: Reading): string {
  return [reason, ...snapshot.controls.map((control) => JSON.stringify(control))].join(' ');
}
