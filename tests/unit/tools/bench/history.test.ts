import { expect, it } from 'vitest';
import { rememberAll } from '../../../../src/verdict/history.ts';
import { historyOf, SWITCHES } from '../../../../tools/bench/history.ts';
import { NOW, on } from '../../examples.ts';

it('ten years of weekly changes are 520 entries for each switch, the last of them a week old', () => {
  const { audit } = historyOf(10, NOW);
  const histories = Object.values(audit.settings).map(({ history }) => history);
  expect(histories).toHaveLength(SWITCHES.length);
  expect(histories.every(({ length }) => length === 520)).toBe(true);
  expect(new Date(histories[0]?.at(-1)?.at ?? 0).toISOString()).toBe('2026-11-17T12:00:00.000Z');
});

it('is a history that the extension could have made: a reading goes on from it', () => {
  const { settings } = historyOf(1, NOW).audit;
  const after = rememberAll(settings, [{ setting: 'ai-training', observation: on(NOW) }]);
  expect(after['ai-training']?.history).toHaveLength(53);
});

it('of no years is what is stored before anything was read', () => {
  expect(Object.values(historyOf(0, NOW).audit.settings).every(({ history }) => history.length === 0)).toBe(true);
});
