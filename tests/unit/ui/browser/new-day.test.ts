import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onNewDay } from '../../../../src/ui/browser/new-day.ts';

const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(new Date(2026, 10, 29, 23, 58, 30));
});

afterEach(() => {
  vi.useRealTimers();
});

it('a new day is told of within a minute, once', () => {
  const act = vi.fn();
  onNewDay(act);
  vi.advanceTimersByTime(MINUTE);
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(MINUTE);
  expect(act).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(60 * MINUTE);
  expect(act).toHaveBeenCalledTimes(1);
});

it('a new day is told of where the clock was set, or the computer slept for days', () => {
  const act = vi.fn();
  onNewDay(act);
  vi.setSystemTime(new Date(2026, 11, 2, 9));
  vi.advanceTimersByTime(MINUTE);
  expect(act).toHaveBeenCalledTimes(1);
});

it('a new day is not told of any more once nobody wants to know', () => {
  const act = vi.fn();
  onNewDay(act)();
  vi.advanceTimersByTime(24 * 60 * MINUTE);
  expect(act).not.toHaveBeenCalled();
});
