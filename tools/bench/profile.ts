import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contestant } from './arena.ts';
import { CONTESTANTS } from './contestants.ts';
import type { BenchPage } from './pages.ts';

const READER = 'reader.js';
const LOADS = 5;
/** Microseconds between two samples: finer than the profiler's own, since all of a load takes milliseconds. */
const INTERVAL = 50;
const ROWS = 20;
/** Characters of the built script that say which function it is. */
const SNIPPET = 90;

/** Where the reader's time goes on a page: milliseconds per load by function of the built script, what the browser does for it with it. */
export async function profileReader({ context }: Contestant, { url, watched }: BenchPage): Promise<string> {
  const lines = readFileSync(join(CONTESTANTS.untrained.folder, READER), 'utf8').split('\n');
  const totals = new Map<string, number>();
  for (let load = 0; load < LOADS; load++) {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Profiler.enable');
    await session.send('Profiler.setSamplingInterval', { interval: INTERVAL });
    await session.send('Profiler.start');
    await page.goto(url);
    await page.waitForTimeout(watched);
    const { profile } = await session.send('Profiler.stop');
    await page.close();
    const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
    const callers = new Map(
      profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
    );
    for (const [index, id] of (profile.samples ?? []).entries()) {
      let caller: number | undefined = id;
      while (caller !== undefined && !nodes.get(caller)?.callFrame.url.endsWith(`/${READER}`))
        caller = callers.get(caller);
      const frame = caller === undefined ? undefined : nodes.get(caller)?.callFrame;
      if (!frame) continue;
      const { lineNumber, columnNumber } = frame;
      const key = (lines[lineNumber] ?? '').slice(columnNumber, columnNumber + SNIPPET);
      const milliseconds = (profile.timeDeltas?.[index + 1] ?? 0) / 1000 / LOADS;
      totals.set(key, (totals.get(key) ?? 0) + milliseconds);
    }
  }
  return [...totals]
    .sort(([, one], [, other]) => other - one)
    .slice(0, ROWS)
    .map(([snippet, milliseconds]) => `${milliseconds.toFixed(2).padStart(8)} ms  ${snippet}`)
    .join('\n');
}
