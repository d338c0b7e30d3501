import { describe, expect, it } from 'vitest';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { changesSince, readFurther } from '../../../src/report/changes.ts';
import { laidOut } from '../../../src/storage/pieces.ts';
import { Store } from '../../../src/storage/store.ts';
import { DAY, failed, listed, NOW, off, on, recordOf, storedItems, switchedOff } from '../examples.ts';
import { MemoryArea } from '../storage/memory-area.ts';
import { storedWith } from './examples.ts';

const BEFORE = NOW - 10 * DAY;
const stored = storedWith({
  settings: {
    [AI_TRAINING]: recordOf(on(BEFORE), off(NOW), on(NOW + DAY)),
    research: recordOf(listed('on', BEFORE), listed('off', NOW + 2 * DAY), failed('unstable', NOW + 3 * DAY)),
    'ads-age': recordOf(on(NOW)),
  },
});

describe('what changed', () => {
  it('is every state that was read after another, newest first, with how it was read', () => {
    expect(changesSince(stored.settings, 0)).toEqual([
      { setting: 'research', at: NOW + 2 * DAY, from: 'on', to: 'off', confirmed: false, via: 'list' },
      { setting: AI_TRAINING, at: NOW + DAY, from: 'off', to: 'on', confirmed: true, via: 'page' },
      { setting: AI_TRAINING, at: NOW, from: 'on', to: 'off', confirmed: true, via: 'page' },
    ]);
  });

  it('is only what began after the member last looked', () => {
    expect(changesSince(stored.settings, NOW + DAY).map(({ at }) => at)).toEqual([NOW + 2 * DAY]);
    expect(changesSince(stored.settings, NOW + 2 * DAY)).toEqual([]);
  });

  it('is not a first reading, a failure or the same state after a click', () => {
    expect(changesSince({ research: recordOf(on()) }, 0)).toEqual([]);
    expect(changesSince({ research: recordOf(on(), failed('unstable')) }, 0)).toEqual([]);
    const clicked = recordOf(off(BEFORE), switchedOff(NOW));
    expect(clicked.history).toHaveLength(2);
    expect(changesSince({ [AI_TRAINING]: clicked }, 0)).toEqual([]);
  });
});

describe('the newest changes', () => {
  const flips = (count: number, every: number, until = NOW) =>
    recordOf(
      ...Array.from({ length: count }, (_, index) => (index % 2 ? off : on)(until - (count - index) * every * DAY)),
    );
  /** One that flips often, one seldom, one that stopped a year ago. */
  const records = {
    [AI_TRAINING]: flips(300, 3),
    research: flips(40, 40),
    'ads-age': flips(100, 2, NOW - 365 * DAY),
    messages: recordOf(on(NOW - DAY)),
  };
  const area = new MemoryArea(storedItems(records));

  it.each([0, NOW - 500 * DAY, NOW - 30 * DAY, NOW - 7 * DAY, NOW])(
    'since %s are the same from the last pieces of the histories as from all of them',
    async (since) => {
      for (const count of [1, 5, 20, 50]) {
        let rounds = 0;
        const { stored } = await new Store(area, () => NOW).readAll(Object.keys(records), ({ settings }) => {
          rounds++;
          return Object.fromEntries(readFurther(settings, since, count).map((id) => [id, 1]));
        });
        const all = changesSince(records, since);
        const found = changesSince(stored.settings, since);
        expect(found.slice(0, count)).toEqual(all.slice(0, count));
        expect(found.length > count).toBe(all.length > count);
        expect(rounds).toBeLessThan(10);
      }
    },
  );

  it('ask for no piece where the last entries tell it', () => {
    const lately = { [AI_TRAINING]: laidOut(flips(300, 3), null).record };
    expect(readFurther(lately, NOW - 2 * DAY, 20)).toEqual([]);
    expect(readFurther(lately, 0, 20)).toEqual([AI_TRAINING]);
  });
});
