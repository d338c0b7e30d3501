// @vitest-environment jsdom
import { render } from 'preact';
import { expect, it, vi } from 'vitest';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { type Actions, ActionsContext } from '../../../src/ui/actions.ts';
import { History } from '../../../src/ui/report/History.tsx';
import { TimelineOf } from '../../../src/ui/report/TimelineOf.tsx';
import { DAY, NOW, off, on, recordOf } from '../examples.ts';

vi.mock('../../../src/words.ts', () => ({
  t: (key: string, ...filled: string[]) => [key, ...filled].join(' '),
  tCode: (prefix: string, code: string) => `${prefix}_${code.replaceAll('-', '_')}`,
  language: () => 'en',
}));
vi.mock('../../../src/format.ts', () => ({
  dateTime: (at: number) => new Date(at).toISOString().slice(0, 10),
  day: (isoDay: string) => isoDay,
}));

const record = recordOf(on(NOW - 3 * DAY), off(NOW - 2 * DAY), on(NOW - DAY));

/** A part of the report whose background answers this, as it is once it has. */
function shown(part: 'history' | 'timeline', answer: object) {
  const root = document.createElement('div');
  const asked = vi.fn(async () => answer);
  const actions = { send: asked } as unknown as Actions;
  render(
    <ActionsContext.Provider value={actions}>
      {part === 'history' ? (
        <History setting={AI_TRAINING} record={record} />
      ) : (
        <TimelineOf record={record} country="DE" now={NOW} />
      )}
    </ActionsContext.Provider>,
    root,
  );
  return { root, asked };
}

/** Opens the history, and waits until what was asked for stands. */
async function open(root: HTMLElement): Promise<void> {
  const details = root.querySelector('details') as HTMLDetailsElement;
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  await vi.waitFor(() => expect(root.querySelector('[data-history], [role=status]')).not.toBeNull());
}

it('a history is asked for when it is opened, and not before', async () => {
  const { root, asked } = shown('history', { ok: true, history: record.history, gaps: [] });
  expect(root.textContent).toBe('history_summary 3');
  expect(asked).not.toHaveBeenCalled();
  await open(root);
  expect(asked).toHaveBeenCalledWith({ type: 'history', setting: AI_TRAINING });
  const entries = [...root.querySelectorAll('li')].map(({ textContent }) => textContent);
  expect(entries.map((text) => text?.split(' ')[1])).toEqual(['state_on', 'state_off', 'state_on']);
  expect(entries[0]).toContain('2026-11-23');
  expect(root.querySelector('[data-gap]')).toBeNull();
});

it.each([
  [[0], 'li:last-child > [data-gap]'],
  [[2], 'li:first-child > [data-gap]'],
  [[3], 'details > [data-gap]'],
])('a gap at %j is told where it is, in one sentence', async (gaps, place) => {
  const { root } = shown('history', { ok: true, history: record.history, gaps });
  await open(root);
  expect(root.querySelectorAll('[data-gap]')).toHaveLength(1);
  expect(root.querySelector(place)?.textContent).toBe('history_gap');
});

it('a history that the background cannot tell says so', async () => {
  const { root } = shown('history', { ok: false, why: 'The disk cannot be read.' });
  await open(root);
  expect(root.querySelector('[role=status]')?.textContent).toBe('background_failed');
});

it('the picture comes once the whole history is there, and says once that something is missing', async () => {
  const { root } = shown('timeline', { ok: true, history: record.history, gaps: [1, 2] });
  await vi.waitFor(() => expect(root.querySelector('.timeline')).not.toBeNull());
  expect(root.querySelectorAll('.lane-switch .span').length).toBeGreaterThan(3);
  expect(root.querySelectorAll('[data-gap]')).toHaveLength(1);
});
