// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { overviewOf } from '../../../../src/guidance/overview.ts';
import { NO_OBJECTION } from '../../../../src/storage/nothing.ts';
import type { ObjectionRecord } from '../../../../src/storage/objection.ts';
import { type Actions, ActionsContext } from '../../../../src/ui/actions.ts';
import { ObjectionLife } from '../../../../src/ui/guide/ObjectionLife.tsx';
import { NOW, storedWith } from '../../examples.ts';

vi.mock('../../../../src/words.ts', () => ({
  t: (key: string, ...filled: string[]) => [key, ...filled].join(' '),
  tCode: (prefix: string, code: string) => `${prefix}_${code}`,
  sentences: (...all: unknown[]) => all.filter(Boolean).join(' '),
  language: () => 'en',
}));
vi.mock('../../../../src/format.ts', () => ({ day: (isoDay: string) => isoDay }));

const SUNDAY = '2026-11-22';
const WEDNESDAY = '2026-11-25';

/** A page that shows an objection, on one day and then on others. */
function pageWith(changes: Partial<ObjectionRecord> = {}) {
  const root = document.createElement('div');
  const sent: object[] = [];
  const actions = { send: async (message: object) => sent.push(message) && { ok: true } } as unknown as Actions;
  const showOn = (today: string, more: Partial<ObjectionRecord> = {}) => {
    const stored = storedWith({
      region: { version: 1, country: 'DE' },
      objection: { version: 2, current: { ...NO_OBJECTION, ...changes, ...more }, earlier: [] },
    });
    const { objection } = overviewOf(stored, { guess: null, managed: {}, era: 'era', version: '1', now: NOW });
    const page = <ObjectionLife objection={objection} today={today} now={NOW} />;
    act(() => render(<ActionsContext.Provider value={actions}>{page}</ActionsContext.Provider>, root));
  };
  const field = (name: string) => root.querySelector<HTMLInputElement>(`[name="${name}"]`) as HTMLInputElement;
  const click = (action: string) => act(() => root.querySelector<HTMLElement>(`[data-action="${action}"]`)?.click());
  return { showOn, field, click, sent };
}

const SENT = { id: 'one', begunAt: NOW, sentOn: '2026-11-02', caseNumber: 'LI-4711' };

it.each([
  ['sent-on', {}],
  ['answered-on', SENT],
  ['extended-on', SENT],
  ['complained-on', { ...SENT, answer: { on: '2026-11-10', outcome: 'refused' as const } }],
])(
  'the day offered under "%s" is today on a page that stays open for days, until another is chosen',
  (name, changes) => {
    const { showOn, field } = pageWith(changes);
    showOn(SUNDAY);
    expect(field(name)).toMatchObject({ value: SUNDAY, max: SUNDAY });
    showOn(WEDNESDAY);
    expect(field(name)).toMatchObject({ value: WEDNESDAY, max: WEDNESDAY });
    act(() => {
      field(name).value = SUNDAY;
      field(name).dispatchEvent(new Event('input'));
    });
    showOn('2026-11-26');
    expect(field(name)).toMatchObject({ value: SUNDAY, max: '2026-11-26' });
  },
);

it('the case number is there again after the sending was taken back', () => {
  const { showOn, field, click, sent } = pageWith(SENT);
  showOn(SUNDAY);
  click('undo');
  expect(sent).toEqual([{ type: 'change-objection', objection: 'one', changes: { sentOn: null } }]);
  showOn(SUNDAY, { sentOn: null });
  expect(field('case-number').value).toBe('LI-4711');
});
