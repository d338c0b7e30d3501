import { expect, it } from 'vitest';
import { Store, WHOLE } from '../../../../src/storage/store.ts';
import { remember } from '../../../../src/verdict/history.ts';
import { historyOf, SWITCHES } from '../../../../tools/bench/history.ts';
import { NOW, on } from '../../examples.ts';
import { MemoryArea } from '../../storage/memory-area.ts';

async function settingsAfter(years: number) {
  const { stored } = await new Store(new MemoryArea(historyOf(years, NOW)), () => NOW).readAll(null, WHOLE);
  return stored.settings;
}

it('ten years of weekly changes are 520 entries for each switch, the last of them a week old', async () => {
  const histories = Object.values(await settingsAfter(10)).map(({ history }) => history);
  expect(histories).toHaveLength(SWITCHES.length);
  expect(histories.every(({ length }) => length === 520)).toBe(true);
  expect(new Date(histories[0]?.at(-1)?.at ?? 0).toISOString()).toBe('2026-11-17T12:00:00.000Z');
});

it('is a history that the extension could have made: a reading goes on from it', async () => {
  const { 'ai-training': record } = await settingsAfter(1);
  if (!record) throw new Error('nothing');
  expect(remember(record, on(NOW)).history).toHaveLength(53);
});

it('of no years is what is stored before anything was read', async () => {
  expect(Object.values(await settingsAfter(0)).every(({ history }) => history.length === 0)).toBe(true);
});
