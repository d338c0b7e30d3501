import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { AI_SETTING_URL } from '../../src/linkedin/ai-setting.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import { type Installed, launch } from '../../tools/launch.ts';
import type { Case } from '../replica/certainty/case.ts';
import { GROUPS } from '../replica/certainty/index.ts';
import { settingPage } from '../replica/certainty/markup.ts';
import { type Answer, type Asked, openSite, type Site } from '../replica/https.ts';
import { heardAt, listen, type Shown, verdictsOf } from './heard.ts';
import { PATIENCE } from './patience.ts';

/**
 * Whether "opted out" is only ever said of what is off: every case in a real browser, off a real server, and every verdict at every
 * moment. `UNTRAINED_CASES=T01,S` has only those cases run whose ids begin so.
 */

/** Cases open at once. */
const TABS = 12;
/** An honest page that is off, opened to see how long an answer takes here and now. */
const WITNESS = 'witness';

const asked = process.env.UNTRAINED_CASES?.split(',') ?? [''];
const cases = Object.values(GROUPS).flat();
for (const beginning of asked) {
  if (!cases.some(({ id }) => id.startsWith(beginning)))
    throw new Error(`No case has an id that begins "${beginning}".`);
}

// The groups one after the other, in one browser.
test.describe.configure({ mode: 'default' });

let site: Site;
let installed: Installed;

test.beforeAll(async () => {
  site = await openSite(answerTo);
  installed = await launch({ headless: true, args: site.chromiumArguments });
  await listen(installed);
});

test.afterAll(async () => {
  await installed?.close();
  await site?.close();
});

for (const [name, group] of Object.entries(GROUPS)) {
  test(`every case of the group "${name}" is judged honestly, at every moment`, async () => {
    // Those that take longest first, or all others would wait for them at the end.
    const queue = group
      .filter(({ id }) => asked.some((beginning) => id.startsWith(beginning)))
      .sort((a, b) => b.wait - a.wait);
    const wrong: string[] = [];
    const takeCases = async () => {
      for (let one = queue.shift(); one; one = queue.shift()) {
        const complaint = await judge(one);
        if (complaint) wrong.push(complaint);
      }
    };
    await Promise.all(Array.from({ length: TABS }, takeCases));
    expect(wrong.sort()).toEqual([]);
    expect(site.strays, 'requests to elsewhere').toEqual([]);
  });
}

/** Watches the page of a case. Returns what is wrong with what was said of it, in a line, or null. */
async function judge({ id, truth, url, act, wait, expect: expected, never }: Case): Promise<string | null> {
  const { page, said, begun } = await openCase(url, id);
  await act?.(page);
  await sleep(wait);
  // A wrong answer is given as much time as a right one needs, from when the page has done all that it does.
  const isWatched = never.length === 0 || (await isAnswered(id));
  // What is already wrong need not be waited for.
  const isWrong = (verdicts: Shown) => verdicts.some(({ name }) => never.includes(name));
  await until(async () => {
    const verdicts = await said();
    return isWrong(verdicts) || expected.includes(last(verdicts));
  });
  const verdicts = await said();
  await page.close();
  const isRight = expected.includes(last(verdicts)) && !isWrong(verdicts);
  if (isRight && isWatched) return null;
  const sequence = verdicts.map(({ name, at }) => `${name} ${((at - begun) / 1000).toFixed(1)} s`).join(' > ');
  const wanted = `expected ${expected.join('|')}${never.length > 0 ? `, never ${never.join('|')}` : ''}`;
  return `${id}, truly ${truth}: ${sequence}; ${wanted}${isWatched ? '' : '; an honest page beside it got no answer'}`;
}

/** Opens an honest page that is off beside a case. Returns whether it is called so. */
async function isAnswered(id: string): Promise<boolean> {
  const { page, said } = await openCase(AI_SETTING_URL, `${WITNESS}-${id}`);
  const isSo = await until(async () => last(await said()) === 'opted-out');
  await page.close();
  return isSo;
}

async function openCase(url: string, id: string) {
  const page = await installed.context.newPage();
  const address = `${url}?case=${id}`;
  const begun = Date.now();
  // The page may go on loading for as long as it likes.
  await page.goto(address, { waitUntil: 'commit' });
  return { page, begun, said: async () => verdictsOf(await heardAt(installed, address), begun) };
}

function last(verdicts: Shown): Verdict['name'] {
  return verdicts.at(-1)?.name ?? 'not-checked';
}

async function until(isSo: () => Promise<boolean>): Promise<boolean> {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    if (await isSo()) return true;
    await sleep(300);
  }
  return isSo();
}

/** The case is named in the address of its page. What the page asks for besides is asked in the name of that address. */
function answerTo({ url, referrer }: Asked): Answer | null {
  const named = url.searchParams.get('case');
  if (named?.startsWith(WITNESS)) return { body: settingPage(false) };
  const one = cases.find(({ id }) => id === (named ?? referrer?.searchParams.get('case')));
  if (!one) return null;
  if (!named) return one.assets?.[url.pathname] ?? null;
  const { status = 200, html } = one;
  return typeof html === 'string' ? { status, body: html } : { status, parts: html };
}
