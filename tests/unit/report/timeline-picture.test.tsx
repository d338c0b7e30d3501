// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { type TimelineData, timelineOf } from '../../../src/report/timeline.ts';
import { Timeline } from '../../../src/ui/report/Timeline.tsx';
import { DAY, NOW, off, offUnproven, on, recordOf } from '../examples.ts';

vi.mock('../../../src/words.ts', () => ({
  t: (key: string, ...filled: string[]) => [key, ...filled].join(' '),
  tCode: (prefix: string, code: string) => `${prefix}_${code.replaceAll('-', '_')}`,
  language: () => 'en',
}));
vi.mock('../../../src/format.ts', () => ({
  dateTime: (at: number) => new Date(at).toISOString(),
  day: (isoDay: string) => isoDay,
}));

const record = recordOf(on(NOW), on(NOW + 9 * DAY), off(NOW + 20 * DAY), offUnproven(NOW + 30 * DAY));

function pictureOf(timeline: TimelineData): HTMLElement {
  const root = document.createElement('div');
  render(<Timeline timeline={timeline} />, root);
  return root;
}

function widths(root: HTMLElement, lane: string): number[] {
  return [...root.querySelectorAll(`.lane-${lane} .span`)].map((span) => Number(span.getAttribute('width')));
}

describe('the picture', () => {
  const timeline = timelineOf(record.history, 'DE', NOW - 10 * DAY, NOW + 40 * DAY);
  const root = pictureOf(timeline);

  it('is named and described for a screen reader', () => {
    const picture = root.querySelector('[role="img"]');
    const named = picture?.getAttribute('aria-labelledby')?.split(' ') ?? [];
    expect(named.map((id) => root.querySelector(`[id="${id}"]`)?.textContent?.split(' ')[0])).toEqual([
      'timeline_title',
      'timeline_about',
    ]);
  });

  it('has a band for every stretch of time, of its length, and shows a single reading too', () => {
    expect(widths(root, 'switch')).toHaveLength(timeline.switch.length);
    expect(Math.min(...widths(root, 'switch'))).toBeGreaterThan(1);
    expect(widths(root, 'rule')).toEqual([720]);
    expect(widths(root, 'gaps')).toHaveLength(timeline.gaps.length);
  });

  it('tells states apart by pattern, each of which it defines', () => {
    const fills = [...root.querySelectorAll('[fill^="url("]')].map((one) => one.getAttribute('fill')?.slice(5, -1));
    expect(fills.filter((id) => !root.querySelector(`pattern[id="${id}"]`))).toEqual([]);
    const drawings = ['on', 'off', 'off-unconfirmed', 'not-known'].map((state) => {
      expect(fills.filter((id) => id?.endsWith(`-${state}`))).not.toEqual([]);
      return root.querySelector(`pattern[id$="-${state}"]`)?.innerHTML;
    });
    expect(new Set(drawings).size).toBe(drawings.length);
  });

  it('is a table too, made when it is opened, that says the same', async () => {
    const details = root.querySelector('details');
    expect(root.querySelector('tbody')).toBeNull();
    await act(() => {
      if (details) details.open = true;
      details?.dispatchEvent(new Event('toggle'));
    });
    const rows = [...root.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent).join(' | '),
    );
    expect(rows).toHaveLength(timeline.switch.length + timeline.rule.length + timeline.gaps.length);
    expect(rows[0]).toBe('timeline_switch | 2026-11-14T12:00:00.000Z | 2026-11-24T12:00:00.000Z | timeline_not_known');
    expect(rows).toContain('timeline_gaps | 2026-11-24T12:00:00.000Z | 2026-12-03T12:00:00.000Z | timeline_gap_on');
    expect(rows.at(-1)).toMatch(/^timeline_rule \| 2026-11-1[45] \| 2027-01-0\d \| timeline_included$/);
  });

  it.each([
    ['a day', DAY],
    ['three months', 90 * DAY],
    ['two years', 700 * DAY],
    ['ten years', 3650 * DAY],
    ['fifty years', 18_250 * DAY],
  ])('over %s has an axis with room for its words', (_, length) => {
    const ticks = pictureOf(timelineOf(record.history, 'DE', NOW, NOW + length)).querySelectorAll('[data-tick]');
    expect(ticks.length).toBeGreaterThanOrEqual(2);
    expect(ticks.length).toBeLessThanOrEqual(8);
  });
});
