import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from '@playwright/test';
import { AI_TRAINING } from '../../src/linkedin/ai-setting.ts';
import type { Reading } from '../../src/linkedin/reading.ts';
import { NOTHING_KNOWN } from '../../src/storage/nothing.ts';
import { remember } from '../../src/verdict/history.ts';
import { observationsOf } from '../../src/verdict/observation.ts';
import { type Verdict, verdictOf } from '../../src/verdict/verdict.ts';
import type { Installed } from '../../tools/launch.ts';

declare const chrome: typeof import('wxt/browser').browser;

/** A reading, the address and the tab of its page, and when it came, in milliseconds. */
export type Heard = { url: string; tab: number; at: number; reading: Reading };

/** Verdicts in order, each with the time from which it was shown, in milliseconds. */
export type Shown = { name: Verdict['name']; at: number }[];

/** What was heard in a browser's background, as far as it has been fetched, and the fetch that is next. */
type Fetched = { all: Heard[]; next: Promise<void> | null };

const fetched = new WeakMap<Worker, Fetched>();

/** Between two fetches, in milliseconds. */
const PAUSE = 100;

/** Puts a second listener beside the background's own: it hears what the real reader says of each tab. */
export async function listen({ worker }: Installed): Promise<void> {
  fetched.set(worker, { all: [], next: null });
  await worker.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(globalThis, { heard });
    chrome.runtime.onMessage.addListener((message, { url, tab }) => {
      const { reading } = message as { reading?: unknown };
      // The extension's own pages say other things.
      if (reading) heard.push({ url, tab: tab?.id, at: Date.now(), reading });
    });
  });
}

/** All that the reader has said of the page at an address so far, in order. */
export async function heardOf(installed: Installed, url: string): Promise<Reading[]> {
  return (await heardAt(installed, url)).map(({ reading }) => reading);
}

/** The same, with when each came and from which tab. */
export async function heardAt({ worker }: Installed, url: string): Promise<Heard[]> {
  const known = fetched.get(worker);
  if (!known) throw new Error('Nobody listens in this browser.');
  // One fetch for all tabs that ask meanwhile: dozens that each ask four times a second would keep a core busy.
  known.next ??= fetchMore(worker, known);
  await known.next;
  return known.all.filter((one) => one.url === url);
}

/** Adds what was heard until the end of a short pause. */
async function fetchMore(worker: Worker, known: Fetched): Promise<void> {
  await sleep(PAUSE);
  known.next = null;
  const from = known.all.length;
  const more = await worker.evaluate((count) => (globalThis as unknown as { heard: Heard[] }).heard.slice(count), from);
  for (const [index, one] of more.entries()) known.all[from + index] = one;
}

/** Every verdict that a member would have been shown of whom nothing was known at first. */
export function verdictsOf(heard: Heard[], begun: number): Shown {
  const shown: Shown = [{ name: 'not-checked', at: begun }];
  let record = NOTHING_KNOWN;
  for (const { reading, at } of heard) {
    for (const { setting, observation } of observationsOf(reading, at)) {
      if (setting !== AI_TRAINING) continue;
      record = remember(record, observation);
      const { name } = verdictOf(record, null, at);
      if (name !== shown.at(-1)?.name) shown.push({ name, at });
    }
  }
  return shown;
}
