import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import words from '../../../src/linkedin/words.json' with { type: 'json' };
import { keyMeaning, pieceKey, settingKey } from '../../../src/storage/keys.ts';
import { NOTHING_KNOWN } from '../../../src/storage/nothing.ts';
import { parseStored } from '../../../src/storage/parse.ts';
import type { SettingRecord } from '../../../src/storage/setting-record.ts';
import { Store, WHOLE } from '../../../src/storage/store.ts';
import { remember } from '../../../src/verdict/history.ts';
import type { Observation } from '../../../src/verdict/observation.ts';
import { verdictOf } from '../../../src/verdict/verdict.ts';
import {
  DAY,
  failed,
  inLoad,
  listed,
  NOW,
  off,
  on,
  recordOf,
  storedItems,
  switchedOff,
  switchedOn,
} from '../examples.ts';
import { anyObservation } from '../verdict/arbitrary.ts';
import { MemoryArea } from './memory-area.ts';

const ID = AI_TRAINING;

/** A store in which settings are read and kept as the background does it, with a look at what it writes. */
class Kept {
  readonly area: MemoryArea;
  readonly store: Store;

  constructor(items: Record<string, unknown> = {}) {
    this.area = new MemoryArea(items);
    this.store = new Store(this.area, () => NOW);
  }

  async hear(observation: Observation, now = observation.at): Promise<void> {
    await this.store.updateSettings([ID], (settings) => {
      const before = settings[ID] ?? NOTHING_KNOWN;
      const after = remember(before, observation, now);
      return after === before ? settings : { ...settings, [ID]: after };
    });
  }

  async last(): Promise<SettingRecord> {
    return (await this.store.readAll([ID])).stored.settings[ID] ?? NOTHING_KNOWN;
  }

  async whole(): Promise<SettingRecord> {
    return (await this.store.readAll([ID], WHOLE)).stored.settings[ID] ?? NOTHING_KNOWN;
  }

  /** The keys of the pieces, and how much is in each. */
  pieces(): [number, number][] {
    return Object.entries(this.area.items).flatMap(([key, value]): [number, number][] => {
      const meaning = keyMeaning(key);
      if (meaning?.kind !== 'piece') return [];
      return [[meaning.number, parseStored('piece', value).value.history?.length ?? 0]];
    });
  }
}

function bytesOf(items: Record<string, unknown>): number {
  const sizes = Object.entries(items).map(([key, value]) => Buffer.byteLength(key + JSON.stringify(value)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Two flips a week, each by a load of its own, up to some days ago. */
function flips(years: number): Observation[] {
  const count = years * 104;
  return Array.from({ length: count }, (_, index) => (index % 2 ? off : on)(NOW - (count - index) * 3.5 * DAY));
}

describe('a setting and the pieces of its history', () => {
  it('are together what one record would be, whatever was observed', async () => {
    // Within a day there are fewer than what a crowd is.
    const anyCourse = fc.array(anyObservation, { minLength: 1, maxLength: 45 });
    await fc.assert(
      fc.asyncProperty(anyCourse, fc.boolean(), async (course, inOrder) => {
        const observations = inOrder ? course.toSorted((a, b) => a.at - b.at) : course;
        const kept = new Kept();
        let record = NOTHING_KNOWN;
        for (const [index, observation] of observations.entries()) {
          record = remember(record, observation);
          await kept.hear(observation);
          const now = observation.at + (index % 3) * 20 * DAY;
          expect(verdictOf(await kept.last(), null, now)).toEqual(verdictOf(record, null, now));
        }
        const { gaps = [], ...whole } = await kept.whole();
        expect(gaps).toEqual([]);
        expect(whole).toEqual(record);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('hold what many flips have left, in pieces that are never written again once they are full', async () => {
    const course = flips(2);
    const kept = new Kept();
    const written = new Map<string, number>();
    for (const observation of course) {
      await kept.hear(observation);
      for (const key of Object.keys(kept.area.written.at(-1) ?? {})) written.set(key, (written.get(key) ?? 0) + 1);
    }
    expect((await kept.whole()).history).toEqual(recordOf(...course).history);
    const pieces = kept.pieces();
    expect(pieces.length).toBeGreaterThan(10);
    for (const [number, entries] of pieces) expect(written.get(pieceKey(ID, number))).toBe(entries);
    const last = Math.max(...pieces.map(([number]) => number));
    for (const [number, entries] of pieces) if (number !== last) expect(entries).toBeGreaterThan(5);
  });

  it('survive another background at any moment', async () => {
    let items = {};
    for (const observation of flips(1)) {
      const kept = new Kept(items);
      await kept.hear(observation);
      items = kept.area.items;
    }
    expect((await new Kept(items).whole()).history).toEqual(recordOf(...flips(1)).history);
  });
});

describe('what a reading writes', () => {
  /** The bytes of a reading that says the same once more, and of those that find the setting changed, until a piece is full. */
  async function written(years: number, also: (at: number) => Observation = (at) => off(at)) {
    const kept = new Kept(storedItems({ [ID]: recordOf(...flips(years), on(NOW - 2 * DAY), also(NOW - DAY)) }));
    const bytes: number[] = [];
    for (let index = 0; index < 30; index++) {
      await kept.hear(index === 0 ? also(NOW) : (index % 2 ? on : also)(NOW + index * DAY));
      bytes.push(bytesOf(kept.area.written.at(-1) ?? {}));
    }
    expect(kept.area.written).toHaveLength(30);
    const [unchanged, ...changed] = bytes;
    return { unchanged: unchanged ?? 0, changed: Math.max(...changed), least: Math.min(...changed) };
  }

  it('is at most 2 kB where nothing changed and 6 kB where something did, and the same after ten years of flips', async () => {
    const none = await written(0);
    for (const years of [0, 2, 5, 10]) {
      const { unchanged, changed, least } = await written(years);
      expect(unchanged).toBeLessThanOrEqual(2000);
      expect(changed).toBeLessThanOrEqual(6000);
      // But for the digits of how many pieces and entries there are.
      expect(Math.abs(unchanged - none.unchanged)).toBeLessThan(80);
      expect(Math.abs(changed - none.changed)).toBeLessThan(500);
      expect(least).toBeLessThan(3000);
    }
  });

  it.each(Object.entries(words.labels[AI_TRAINING]))('is no more with the labels of "%s"', async (language, labels) => {
    for (const label of [labels].flat()) {
      const { unchanged, changed } = await written(5, (at) => ({ ...off(at), label: String(label), language }));
      expect(unchanged).toBeLessThanOrEqual(2000);
      expect(changed).toBeLessThanOrEqual(6000);
    }
  });

  it('is no more where attempts fail, one after the other', async () => {
    const kept = new Kept(storedItems({ [ID]: recordOf(...flips(10)) }));
    for (const at of [NOW, NOW + DAY, NOW + 2 * DAY]) {
      await kept.hear(failed('unstable', at));
      expect(bytesOf(kept.area.written.at(-1) ?? {})).toBeLessThanOrEqual(2000);
    }
  });

  it('is nothing where an older load has nothing to add', async () => {
    const kept = new Kept(storedItems({ [ID]: recordOf(off(NOW)) }));
    await kept.hear(inLoad(NOW - DAY, on(NOW - DAY)), NOW);
    expect(kept.area.written).toEqual([]);
  });
});

describe('a crowd of changes', () => {
  const flickers = (count: number, from = NOW) =>
    Array.from({ length: count }, (_, index) => (index % 2 ? switchedOn : switchedOff)(from + index * 500));

  async function keptAfter(...observations: Observation[]): Promise<Kept> {
    const kept = new Kept();
    for (const observation of observations) await kept.hear(observation);
    return kept;
  }

  it('fills no more than a little storage in a day, and the setting is still known as it stands', async () => {
    for (const [count, state] of [
      [401, 'off'],
      [400, 'on'],
    ] as const) {
      const kept = await keptAfter(on(NOW - DAY), ...flickers(count));
      expect(bytesOf(kept.area.items)).toBeLessThan(25_000);
      expect((await kept.last()).history.at(-1)).toMatchObject({ state });
    }
  });

  it('hides nothing that comes on later days', async () => {
    const kept = await keptAfter(...flickers(200), off(NOW + 2 * DAY), on(NOW + 3 * DAY), off(NOW + 4 * DAY));
    const { history } = await kept.whole();
    expect(history.slice(-3).map(({ state, at }) => [state, at])).toEqual([
      ['off', NOW + 2 * DAY],
      ['on', NOW + 3 * DAY],
      ['off', NOW + 4 * DAY],
    ]);
  });

  it('has its newest word last at every moment, is in its order, and no older confirmation comes back', async () => {
    const kept = await keptAfter(off(NOW - 2 * DAY), on(NOW - DAY));
    for (const flip of flickers(150)) {
      await kept.hear(flip);
      const record = await kept.last();
      expect(record.history.at(-1)).toMatchObject({ state: flip.state, lastSeen: flip.at });
      expect(verdictOf(record, null, flip.at).name).toBe(flip.state === 'on' ? 'opted-in' : 'unconfirmed');
    }
    const { history } = await kept.whole();
    const times = history.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(history.length).toBeLessThan(60);
    // As it was: each is another state than the one before.
    for (const [index, { state }] of history.entries()) expect(state).not.toBe(history[index - 1]?.state);
  });

  it('is after a correction as it was before', async () => {
    const load = NOW + 100_000;
    const kept = await keptAfter(...flickers(120));
    const before = await kept.whole();
    await kept.hear(inLoad(load, off(load + 1)));
    await kept.hear(inLoad(load, on(load + 2)));
    const after = await kept.whole();
    expect(after.history.map(({ at, state }) => [at, state])).toEqual(
      before.history.map(({ at, state }) => [at, state]),
    );
  });
});

describe('a piece that does not fit', () => {
  const course = flips(1);
  const { history } = recordOf(...course);
  const items = storedItems({ [ID]: recordOf(...course) });
  const sizes = new Kept(items).pieces();

  function entriesBefore(number: number): number {
    return sizes.filter(([other]) => other < number).reduce((sum, [, size]) => sum + size, 0);
  }

  it.each([0, 3, 4])(
    'is set aside alone, its neighbours are unharmed, and the gap is known: piece %s',
    async (number) => {
      const damaged = { version: 1, history: 'damaged' };
      const kept = new Kept({ ...items, [pieceKey(ID, number)]: damaged });
      const size = sizes.find(([other]) => other === number)?.[1] ?? 0;
      const left = history.toSpliced(entriesBefore(number), size);
      // Once it was set aside it is the same.
      for (let time = 0; time < 2; time++) {
        expect(await kept.whole()).toMatchObject({ history: left, gaps: [entriesBefore(number)] });
      }
      const { setAside } = (await kept.store.readAll([])).stored;
      expect(setAside.values).toMatchObject([{ key: pieceKey(ID, number), value: damaged }]);
      expect(kept.area.items).toMatchObject({ ...items, [pieceKey(ID, number)]: { version: 1, history: null } });
    },
  );

  it('changes no verdict, and is not even looked at for one', async () => {
    const kept = new Kept({ ...items, [pieceKey(ID, 0)]: 'damaged' });
    expect(verdictOf(await kept.last(), null, NOW)).toEqual(verdictOf(recordOf(...course), null, NOW));
    expect(kept.area.states).toEqual([]);
  });

  it('and is the last one is followed by another, and stays for whoever reads it', async () => {
    const last = sizes.length - 1;
    const kept = new Kept({ ...items, [pieceKey(ID, last)]: 'damaged' });
    await kept.hear(on(NOW + DAY));
    await kept.hear(off(NOW + 2 * DAY));
    expect(kept.area.items[pieceKey(ID, last)]).toBe('damaged');
    const { history: left, gaps } = await kept.whole();
    expect(gaps).toEqual([entriesBefore(last)]);
    expect(left.slice(-2).map(({ at }) => at)).toEqual([NOW + DAY, NOW + 2 * DAY]);
    expect(left).toHaveLength(entriesBefore(last) + 4);
  });

  it('and one that is not there leave one gap where they lie together', async () => {
    const { [pieceKey(ID, 2)]: _, ...others } = { ...items, [pieceKey(ID, 1)]: 7 };
    expect((await new Kept(others).whole()).gaps).toEqual([entriesBefore(1)]);
  });

  it('stays where it is on a full disk, and what can be read is told', async () => {
    const kept = new Kept({ ...items, [pieceKey(ID, 1)]: 'damaged' });
    kept.area.failing = 'set';
    const { stored } = await kept.store.readAll([ID], WHOLE);
    expect(stored.settings[ID]?.gaps).toEqual([entriesBefore(1)]);
    expect(stored.setAside.values).toMatchObject([{ key: pieceKey(ID, 1), value: 'damaged' }]);
    // It would be lost if the history were rewritten.
    await expect(kept.store.updateAll([ID], (all) => ({ ...all, settings: { [ID]: recordOf(on()) } }))).rejects.toThrow(
      'The disk is full',
    );
    expect(kept.area.items).toMatchObject({ [pieceKey(ID, 1)]: 'damaged' });
  });
});

describe('a setting that does not fit, with pieces that do', () => {
  it('is set aside alone: its pieces stay, tell of the time before, and are never written over', async () => {
    const course = flips(1);
    const kept = new Kept({ ...storedItems({ [ID]: recordOf(...course) }), [settingKey(ID)]: 'damaged' });
    const pieces = kept.pieces();
    const before = await kept.last();
    expect(verdictOf(before, null, NOW)).toMatchObject({ name: 'not-checked', everOn: true });
    const told = (await kept.whole()).history;
    expect(told).toEqual(recordOf(...course).history.slice(0, -2));
    for (const [index, flip] of flips(1).entries())
      await kept.hear({ ...flip, at: NOW + index * DAY, load: NOW + index * DAY });
    const after = await kept.whole();
    expect(after.history.slice(0, told.length)).toEqual(told);
    expect(after.history).toHaveLength(told.length + course.length);
    expect(after.gaps).toEqual([told.length]);
    expect(kept.pieces().length).toBeGreaterThan(pieces.length);
  });
});

describe('a history that is rewritten', () => {
  it('leaves nothing of the pieces before that it has no need of', async () => {
    const kept = new Kept(storedItems({ [ID]: recordOf(...flips(2)) }));
    const short = recordOf(on(NOW - DAY), off(), listed('off', NOW));
    await kept.store.updateAll([ID], (stored) => ({ ...stored, settings: { ...stored.settings, [ID]: short } }));
    expect((await kept.whole()).history).toEqual(short.history);
    expect(bytesOf(kept.area.items)).toBeLessThan(4000);
  });

  it('still says that something is missing', async () => {
    const items = storedItems({ [ID]: recordOf(...flips(1)) });
    const kept = new Kept({ ...items, [pieceKey(ID, 2)]: 'damaged' });
    await kept.store.updateAll([ID], ({ settings, ...stored }) => {
      const record = settings[ID] ?? NOTHING_KNOWN;
      return { ...stored, settings: { [ID]: { ...record, history: record.history.slice(1) } } };
    });
    expect((await kept.whole()).gaps).toEqual([0]);
  });
});
