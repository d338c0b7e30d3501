import type { CDPSession } from '@playwright/test';

/** One event of a trace, as far as it is read here. Times are microseconds. */
export type TraceEvent = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** What the thread spent on it itself, without being put off by other programs. */
  tdur?: number;
  args?: { name?: string; data?: { url?: string }; beginData?: { url?: string }; fileName?: string };
};

const CATEGORIES = ['devtools.timeline', 'v8.execute', 'disabled-by-default-devtools.timeline', '__metadata'];

/** Events in which script runs or is made ready to run. Microtasks name no script. */
const SCRIPT = ['EvaluateScript', 'FunctionCall', 'v8.compile'];
const MICROTASKS = 'RunMicrotasks';

/** Traces a whole browser while something happens. */
export async function traced(browser: CDPSession, act: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => events.push(...(value as TraceEvent[]));
  browser.on('Tracing.dataCollected', collect);
  await browser.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  });
  try {
    await act();
  } finally {
    const complete = new Promise((resolve) => browser.once('Tracing.tracingComplete', resolve));
    await browser.send('Tracing.end');
    await complete;
    browser.off('Tracing.dataCollected', collect);
  }
  return events;
}

/**
 * Milliseconds of the page's main thread that went into an extension's code. Its own scripts are told by their address. Injected
 * functions have no address and microtasks name no script: on the bench's pages, which have neither, both are the extension's, and
 * the row "no extension" shows that there are none without one.
 */
export function extensionTime(events: TraceEvent[], pageUrl: string): number {
  const parsing = events.find(({ name, args }) => name === 'ParseHTML' && args?.beginData?.url === pageUrl);
  if (!parsing) throw new Error(`The trace does not show how ${pageUrl} was read.`);
  const onMainThread = events.filter(({ ph, pid, tid }) => ph === 'X' && pid === parsing.pid && tid === parsing.tid);
  const isScript = ({ name }: TraceEvent) => SCRIPT.includes(name) || name === MICROTASKS;
  let total = 0;
  let countedUntil = Number.NEGATIVE_INFINITY;
  let pageUntil = Number.NEGATIVE_INFINITY;
  // The longest first among those that begin together: what contains comes before what is contained.
  for (const event of onMainThread.filter(isScript).sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))) {
    const end = event.ts + (event.dur ?? 0);
    if (event.ts < countedUntil) continue;
    const url = event.args?.data?.url ?? event.args?.fileName ?? '';
    const isPages = event.name === MICROTASKS ? event.ts < pageUntil : /^https?:/.test(url);
    if (isPages) {
      pageUntil = Math.max(pageUntil, end);
      continue;
    }
    total += event.tdur ?? event.dur ?? 0;
    countedUntil = end;
  }
  return total / 1000;
}

/** The threads of service workers that did something, one for each time that one was started. */
export function workersOf(events: TraceEvent[]): Map<string, TraceEvent[]> {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}:${tid}`;
  const isWorker = ({ name, args }: TraceEvent) => name === 'thread_name' && args?.name === 'ServiceWorker thread';
  const workers = new Set(events.filter(isWorker).map(threadOf));
  const tasks = events.filter((event) => event.name === 'RunTask' && event.ph === 'X' && workers.has(threadOf(event)));
  return Map.groupBy(tasks, threadOf);
}

/** Milliseconds that service workers were busy. */
export function workerTime(events: TraceEvent[]): number {
  const tasks = [...workersOf(events).values()].flat();
  return tasks.reduce((sum, { tdur, dur }) => sum + (tdur ?? dur ?? 0), 0) / 1000;
}
