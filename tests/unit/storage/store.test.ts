import { describe, expect, it } from 'vitest';
import { settingKey } from '../../../src/storage/keys.ts';
import { NOTHING_KNOWN } from '../../../src/storage/nothing.ts';
import type { SettingRecord } from '../../../src/storage/setting-record.ts';
import { Store } from '../../../src/storage/store.ts';
import { STORED, type Stored } from '../../../src/storage/stored.ts';
import { NOW, off, on, recordOf, storedItems } from '../examples.ts';
import { MemoryArea } from './memory-area.ts';

const AI = 'ai-training';
const EMPTY_REGION = { version: 1, country: null };
const EMPTY = {
  settings: {},
  region: EMPTY_REGION,
  objection: {
    version: 2,
    current: {
      id: '',
      begunAt: 0,
      letters: {},
      country: null,
      sentOn: null,
      caseNumber: '',
      extendedOn: null,
      answer: null,
      complainedOn: null,
      closed: false,
      replaced: false,
      changed: {},
    },
    earlier: [],
  },
  reminders: { version: 2, recheckDays: 30, notify: false, chosenAt: 0, told: {} },
  marks: { version: 2, marks: {} },
  report: { version: 1, seenUntil: 0 },
  recognised: { version: 1, labels: [] },
  setAside: { version: 1, values: [] },
};
const FROM_THE_FUTURE = { version: 3, history: 'in a shape to come' };
const HEAD = settingKey(AI);
/** What takes the place of a setting that did not fit: nothing is known of it but that something was. */
const LOST = { ...STORED.setting.empty, earlier: { ...NOTHING_KNOWN.earlier, pieces: 1 } };

function storeOf(items: Record<string, unknown> = {}) {
  const area = new MemoryArea(items);
  return { area, store: new Store(area, () => NOW) };
}

/** A change that keeps a record for one more setting. */
function adding(setting: string, record: SettingRecord = recordOf(off())) {
  return (settings: Stored['settings']): Stored['settings'] => ({ ...settings, [setting]: record });
}

/** Keeps a record for a setting. */
function keep(store: Store, setting: string, record?: SettingRecord): Promise<void> {
  return store.updateSettings([setting], adding(setting, record));
}

/** Everything stored, with the last entries of every history. */
async function all(store: Store): Promise<Stored> {
  return (await store.readAll(null)).stored;
}

describe('reading', () => {
  it('gives what is empty before anything was written, and writes nothing', async () => {
    const { area, store } = storeOf();
    expect(await all(store)).toEqual(EMPTY);
    expect(area.states).toEqual([]);
  });

  it('gives what was kept, to another store too', async () => {
    const { area, store } = storeOf();
    await keep(store, AI);
    await store.update('region', (region) => ({ ...region, country: 'DE' }));
    expect(await all(new Store(area, () => NOW))).toEqual({
      ...EMPTY,
      settings: { [AI]: recordOf(off()) },
      region: { version: 1, country: 'DE' },
    });
  });

  it('sees every update that was asked for before', async () => {
    const { store } = storeOf();
    const updated = store.update('region', (region) => ({ ...region, country: 'DE' }));
    expect(await store.read('region')).toEqual({ version: 1, country: 'DE' });
    await updated;
  });
});

describe('updates', () => {
  it('at the same time both land', async () => {
    const { area, store } = storeOf();
    await Promise.all([keep(store, 'one'), keep(store, 'two')]);
    expect(Object.keys(area.items)).toEqual(['setting:one', 'setting:two']);
  });

  it('come one after the other, in the order they were asked for', async () => {
    const { area, store } = storeOf();
    const countries = ['DE', 'GB', 'US', 'IN'];
    await Promise.all(countries.map((country) => store.update('region', (region) => ({ ...region, country }))));
    expect(area.states.map(({ region }) => region)).toEqual(countries.map((country) => ({ version: 1, country })));
  });

  it('of one key leave the others alone', async () => {
    const { area, store } = storeOf(storedItems({ [AI]: recordOf(on()) }));
    await store.update('region', (region) => ({ ...region, country: 'DE' }));
    expect(area.items).toMatchObject(storedItems({ [AI]: recordOf(on()) }));
  });
});

describe('an update of everything', () => {
  const items = { region: { version: 1, country: 'DE' }, reminders: { ...EMPTY.reminders, recheckDays: 7 } };

  it('lands in one write, and leaves alone what it does not change', async () => {
    const { area, store } = storeOf(items);
    await store.updateAll([AI], (stored) => ({
      ...stored,
      settings: adding(AI)(stored.settings),
      region: { ...stored.region, country: 'GB' },
    }));
    expect(area.states).toEqual([
      {
        ...storedItems({ [AI]: recordOf(off()) }),
        region: { version: 1, country: 'GB' },
        reminders: items.reminders,
      },
    ]);
  });

  it('that changes nothing writes nothing', async () => {
    const { area, store } = storeOf(items);
    await store.updateAll([], (stored) => ({ ...stored }));
    expect(area.states).toEqual([]);
  });

  it('is all or nothing when the browser cannot write', async () => {
    const { area, store } = storeOf(items);
    area.failing = 'set';
    const updated = store.updateAll([], (stored) => ({ ...stored, region: EMPTY.region as Stored['region'] }));
    await expect(updated).rejects.toThrow('The disk is full');
    expect(area.items).toEqual(items);
  });

  it('takes its turn among the others', async () => {
    const { store } = storeOf(items);
    await Promise.all([
      keep(store, 'one'),
      store.updateAll(['two'], (stored) => ({ ...stored, settings: adding('two')(stored.settings) })),
      keep(store, 'three'),
    ]);
    expect(Object.keys((await all(store)).settings)).toEqual(['one', 'two', 'three']);
  });

  it('keeps what did not fit among what was set aside', async () => {
    const { store } = storeOf({ [HEAD]: FROM_THE_FUTURE });
    await store.updateAll([AI], (stored) => ({ ...stored, settings: adding(AI)(stored.settings) }));
    expect(await all(store)).toMatchObject({
      settings: { [AI]: recordOf(off()) },
      setAside: { values: [{ key: HEAD, value: FROM_THE_FUTURE }] },
    });
  });
});

describe('erasing', () => {
  it('leaves nothing at all, not what was set aside either, and the store goes on', async () => {
    const { area, store } = storeOf({ [HEAD]: FROM_THE_FUTURE, region: { version: 1, country: 'DE' }, alien: 1 });
    await all(store);
    await store.erase(async () => {});
    expect(area.items).toEqual({});
    expect(await all(store)).toEqual(EMPTY);
    await store.update('region', (region) => ({ ...region, country: 'GB' }));
    expect(area.items).toEqual({ region: { version: 1, country: 'GB' } });
  });

  it('comes after every update that was asked for before', async () => {
    const { area, store } = storeOf();
    await Promise.all([keep(store, 'one'), store.erase(async () => {})]);
    expect(area.items).toEqual({});
  });
});

describe('when something fails', () => {
  it('a write that fails rejects, leaves what was there, and the next update works', async () => {
    const { area, store } = storeOf({ region: { version: 1, country: 'DE' } });
    area.failing = 'set';
    await expect(store.update('region', (region) => ({ ...region, country: 'GB' }))).rejects.toThrow(
      'The disk is full',
    );
    expect(area.items.region).toEqual({ version: 1, country: 'DE' });
    area.failing = null;
    await store.update('region', (region) => ({ ...region, country: 'US' }));
    expect(area.items.region).toEqual({ version: 1, country: 'US' });
  });

  it('updates that wait behind a failing one still land', async () => {
    const { area, store } = storeOf();
    const failing = store.updateSettings(['one'], () => {
      throw new Error('No change comes of this.');
    });
    const waiting = keep(store, 'one');
    await expect(failing).rejects.toThrow('No change comes of this');
    await waiting;
    expect(area.states).toEqual([storedItems({ one: recordOf(off()) })]);
  });

  it('a read that fails rejects, and the next one works', async () => {
    const { area, store } = storeOf({ region: { version: 1, country: 'DE' } });
    area.failing = 'get';
    await expect(store.read('region')).rejects.toThrow('The disk cannot be read');
    await expect(store.update('region', (region) => region)).rejects.toThrow('The disk cannot be read');
    area.failing = null;
    expect(await store.read('region')).toEqual({ version: 1, country: 'DE' });
    expect(area.states).toEqual([]);
  });
});

describe('a value that does not fit', () => {
  it.each<[string, unknown, string]>([
    ['damaged', { version: 1, history: 'damaged' }, `${HEAD}.history`],
    ['of another kind', 'text', HEAD],
    ['null', null, HEAD],
    ['from the future', FROM_THE_FUTURE, `${HEAD}.version`],
  ])('because it is %s is set aside with its key, its problem and itself', async (_, raw, problem) => {
    const { area, store } = storeOf({ [HEAD]: raw });
    const { settings } = (await store.readAll([AI])).stored;
    expect(settings).toEqual({ [AI]: { ...NOTHING_KNOWN, earlier: LOST.earlier } });
    expect(area.items).toEqual({
      [HEAD]: LOST,
      setAside: { version: 1, values: [{ key: HEAD, at: NOW, problem: expect.stringContaining(problem), value: raw }] },
    });
  });

  it('is shown among what was set aside, and the rest still works, other settings too', async () => {
    const items = { [HEAD]: FROM_THE_FUTURE, region: { version: 1, country: 'DE' } };
    const { store } = storeOf({ ...items, ...storedItems({ research: recordOf(on()) }) });
    const rest = { settings: { research: recordOf(on()) }, region: { country: 'DE' } };
    const setAside = { values: [{ key: HEAD, value: FROM_THE_FUTURE }] };
    expect(await all(store)).toMatchObject({ ...rest, setAside });
    await keep(store, AI);
    expect(await all(store)).toMatchObject({ ...rest, setAside });
    expect((await all(store)).settings[AI]).toEqual(recordOf(off()));
  });

  it('is set aside once, not at every read', async () => {
    const { area, store } = storeOf({ [HEAD]: FROM_THE_FUTURE });
    await Promise.all([store.readAll([AI]), store.readAll([AI]), all(store)]);
    expect(area.items.setAside).toMatchObject({ values: [{ key: HEAD }] });
  });

  it('is set aside before an update, which starts from empty', async () => {
    const { area, store } = storeOf({ region: { version: 2, country: 'DE', canton: 'x' } });
    await store.update('region', (region) => ({ ...region, country: 'GB' }));
    expect(area.items).toMatchObject({
      region: { version: 1, country: 'GB' },
      setAside: { values: [{ key: 'region', value: { version: 2, country: 'DE', canton: 'x' } }] },
    });
  });

  it.each(['objection', 'reminders', 'marks', 'report', 'recognised'] as const)(
    'under "%s" is set aside like any other',
    async (key) => {
      const raw = { ...EMPTY[key], version: 9 };
      const { area, store } = storeOf({ [key]: raw, region: { version: 1, country: 'DE' } });
      expect(await all(store)).toEqual({
        ...EMPTY,
        region: { version: 1, country: 'DE' },
        setAside: {
          version: 1,
          values: [{ key, at: NOW, problem: expect.stringContaining(`${key}.version`), value: raw }],
        },
      });
      expect(area.items[key]).toEqual(EMPTY[key]);
    },
  );

  it('joins what was set aside before', async () => {
    const { area, store } = storeOf({ [HEAD]: FROM_THE_FUTURE, region: 'damaged' });
    await all(store);
    expect(area.items.setAside).toMatchObject({
      values: [
        { key: HEAD, value: FROM_THE_FUTURE },
        { key: 'region', value: 'damaged' },
      ],
    });
  });

  it('is in one place or the other at every moment', async () => {
    const { area, store } = storeOf({ [HEAD]: FROM_THE_FUTURE });
    await keep(store, AI);
    const texts = area.states.map((state) => JSON.stringify(state));
    expect(texts).not.toEqual([]);
    expect(texts.filter((text) => !text.includes('in a shape to come'))).toEqual([]);
  });

  it('stays where it is when it cannot be set aside', async () => {
    const { area, store } = storeOf({ [HEAD]: FROM_THE_FUTURE });
    area.failing = 'set';
    expect((await store.readAll([AI])).failures.get(HEAD)).toMatchObject({ message: 'The disk is full.' });
    await expect(keep(store, AI)).rejects.toThrow('The disk is full');
    expect(area.items).toEqual({ [HEAD]: FROM_THE_FUTURE });
  });
});

describe('a list of what was set aside that is itself damaged', () => {
  const damaged = { version: 1, values: 'damaged' };

  it.each<[string, unknown, string]>([
    ['damaged', damaged, 'setAside.values'],
    ['of another kind', 'text', 'setAside'],
    ['null', null, 'setAside'],
    ['from the future', { version: 2, values: [] }, 'setAside.version'],
  ])('because it is %s is the first entry of a new list', async (_, raw, problem) => {
    const { area, store } = storeOf({ setAside: raw });
    await store.read('setAside');
    expect(area.items.setAside).toEqual({
      version: 1,
      values: [{ key: 'setAside', at: NOW, problem: expect.stringContaining(problem), value: raw }],
    });
  });

  it('is shown by the very first read', async () => {
    const shown = { version: 1, values: [expect.objectContaining({ key: 'setAside', value: damaged })] };
    expect(await storeOf({ setAside: damaged }).store.read('setAside')).toEqual(shown);
    expect((await all(storeOf({ setAside: damaged }).store)).setAside).toEqual(shown);
  });

  it('is kept once, not at every read', async () => {
    const { area, store } = storeOf({ setAside: damaged });
    await Promise.all([all(store), store.read('setAside'), all(store)]);
    expect(area.states).toHaveLength(1);
    expect(area.items.setAside).toMatchObject({ values: [{ key: 'setAside', value: damaged }] });
  });

  it('is kept beside a setting when both are damaged, and the first read shows both', async () => {
    const { area, store } = storeOf({ [HEAD]: FROM_THE_FUTURE, setAside: damaged });
    const { settings, setAside } = await all(store);
    expect(settings[AI]?.history).toEqual([]);
    expect(setAside).toMatchObject({
      values: [
        { key: 'setAside', value: damaged },
        { key: HEAD, value: FROM_THE_FUTURE },
      ],
    });
    expect(area.items.setAside).toEqual(setAside);
  });

  it.each<[string, (store: Store) => Promise<unknown>]>([
    ['everything is read', (store) => all(store)],
    ['a setting is read', (store) => store.readAll([AI])],
    ['a setting is updated', (store) => keep(store, AI)],
    ['the region is updated', (store) => store.update('region', (region) => ({ ...region, country: 'DE' }))],
  ])('is never lost, nor is what stood beside it, at any moment while %s', async (_, act) => {
    const { area, store } = storeOf({ [HEAD]: FROM_THE_FUTURE, region: 'damaged region', setAside: 'damaged list' });
    await act(store);
    const texts = area.states.map((state) => JSON.stringify(state));
    expect(texts).not.toEqual([]);
    for (const kept of ['in a shape to come', 'damaged region', 'damaged list']) {
      expect(texts.filter((text) => !text.includes(kept))).toEqual([]);
    }
  });

  it('stays where it is when nothing can be written', async () => {
    const { area, store } = storeOf({ [HEAD]: FROM_THE_FUTURE, setAside: damaged });
    area.failing = 'set';
    const { stored, failures } = await store.readAll([AI]);
    expect([...failures.keys()].sort()).toEqual(['setAside', HEAD]);
    expect(stored.setAside.values).toMatchObject([{ value: FROM_THE_FUTURE }, { value: damaged }]);
    expect(area.items).toEqual({ [HEAD]: FROM_THE_FUTURE, setAside: damaged });
  });

  it('is shown from then on, beside what is set aside later', async () => {
    const { area, store } = storeOf({ setAside: damaged });
    await all(store);
    area.items[HEAD] = FROM_THE_FUTURE;
    expect(await all(store)).toMatchObject({
      setAside: {
        values: [
          { key: 'setAside', value: damaged },
          { key: HEAD, value: FROM_THE_FUTURE },
        ],
      },
    });
  });
});
