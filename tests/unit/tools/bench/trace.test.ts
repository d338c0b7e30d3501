import { describe, expect, it } from 'vitest';
import { extensionTime, type TraceEvent, workersOf, workerTime } from '../../../../tools/bench/trace.ts';

const PAGE = 'https://www.linkedin.com/mypreferences/d/x';
const READER = 'chrome-extension://abc/reader.js';

/** An event on the page's main thread; times in milliseconds. */
function event(name: string, from: number, to: number, url?: string, rest: Partial<TraceEvent> = {}): TraceEvent {
  const data = url === undefined ? {} : { args: { data: { url } } };
  return { name, ph: 'X', pid: 1, tid: 1, ts: from * 1000, dur: (to - from) * 1000, ...data, ...rest };
}

const parsing: TraceEvent = { ...event('ParseHTML', 0, 1), args: { beginData: { url: PAGE } } };
const time = (...events: TraceEvent[]) => extensionTime([parsing, ...events], PAGE);

describe('the time of an extension on the main thread', () => {
  it('is that of its scripts and of what they are called for, and not of the page', () => {
    expect(
      time(
        event('EvaluateScript', 1, 3, READER),
        event('FunctionCall', 10, 14, READER),
        event('FunctionCall', 20, 29, `${PAGE}.js`),
        event('Layout', 30, 40),
      ),
    ).toBe(6);
  });

  it('counts what is inside of what is counted once', () => {
    expect(
      time(
        event('EvaluateScript', 1, 5, READER),
        event('v8.compile', 1, 2, READER),
        event('FunctionCall', 3, 4, READER),
        event('RunMicrotasks', 4, 5),
      ),
    ).toBe(4);
  });

  it("counts microtasks and functions without an address, but not the page's microtasks", () => {
    expect(
      time(
        event('RunMicrotasks', 1, 2),
        event('FunctionCall', 3, 4, ''),
        event('FunctionCall', 10, 20, `${PAGE}.js`),
        event('RunMicrotasks', 15, 20),
      ),
    ).toBe(2);
  });

  it("counts what the page's scripts set off in the extension", () => {
    expect(time(event('FunctionCall', 10, 20, `${PAGE}.js`), event('FunctionCall', 12, 13, READER))).toBe(1);
  });

  it('leaves out other threads, and time in which the thread was put off', () => {
    expect(
      time(
        event('EvaluateScript', 1, 3, READER, { tid: 2 }),
        event('EvaluateScript', 1, 3, READER, { pid: 2 }),
        event('FunctionCall', 4, 14, READER, { tdur: 1000 }),
      ),
    ).toBe(1);
  });

  it('is refused where the page is not in the trace', () => {
    expect(() => extensionTime([], PAGE)).toThrow(PAGE);
  });
});

describe('the time of service workers', () => {
  const thread = (tid: number, name: string): TraceEvent => ({
    ...event('thread_name', 0, 0, undefined, { tid, ph: 'M' }),
    args: { name },
  });
  const events = [
    thread(7, 'ServiceWorker thread'),
    thread(8, 'ServiceWorker thread'),
    thread(9, 'ServiceWorker thread'),
    event('RunTask', 1, 3, undefined, { tid: 7 }),
    event('RunTask', 4, 5, undefined, { tid: 7 }),
    event('RunTask', 4, 8, undefined, { tid: 8, tdur: 500 }),
    event('RunTask', 1, 9),
  ];

  it('is that of their tasks', () => {
    expect(workerTime(events)).toBe(3.5);
  });

  it('counts a worker only if it did something', () => {
    expect(workersOf(events).size).toBe(2);
  });
});
