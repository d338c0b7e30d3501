import { parseStored } from './parse.ts';
import { STORED, type Stored, type StoredKey } from './stored.ts';

/** The part of `storage.local` that is needed here. */
export type Area = {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  clear(): Promise<void>;
};

/** The only writer of storage. Reads and writes go through one queue, since storage itself has no transactions. */
export class Store {
  readonly #area: Area;
  readonly #now: () => number;
  #queue: Promise<unknown> = Promise.resolve();

  /** `now` gives the time in milliseconds, for what is set aside. */
  constructor(area: Area, now: () => number) {
    this.#area = area;
    this.#now = now;
  }

  /** The value under a key, checked. One that does not fit is set aside first and the empty value is returned. */
  read<Key extends StoredKey>(key: Key): Promise<Stored[Key]> {
    return this.#inTurn(() => this.#readNow(key));
  }

  /** Everything stored, checked. */
  readAll(): Promise<Stored> {
    return this.#inTurn(async () => {
      const { stored, failures } = await this.#readAllNow();
      // Without the audit there is no verdict that could be told.
      if (failures.has('audit')) throw failures.get('audit');
      return stored;
    });
  }

  /** Replaces the value under a key by what `change` makes of it. Rejects, writing nothing, when the browser cannot write. */
  update<Key extends StoredKey>(key: Key, change: (value: Stored[Key]) => Stored[Key]): Promise<void> {
    return this.#inTurn(async () => {
      const value = change(await this.#readNow(key));
      await this.#area.set({ [key]: value });
    });
  }

  /** Replaces everything by what `change` makes of it, in one write. What could not be read or set aside is not written over. */
  updateAll(change: (stored: Stored) => Stored): Promise<void> {
    return this.#inTurn(async () => {
      const { stored, failures } = await this.#readAllNow();
      if (failures.size === Object.keys(STORED).length) throw failures.get('audit');
      const after = Object.entries(change(stored)) as [StoredKey, unknown][];
      const changed = after.filter(([key, value]) => value !== stored[key]);
      for (const [key] of changed) if (failures.has(key)) throw failures.get(key);
      if (changed.length > 0) await this.#area.set(Object.fromEntries(changed));
    });
  }

  /** Deletes everything, what was set aside too. */
  erase(): Promise<void> {
    return this.#inTurn(() => this.#area.clear());
  }

  /** Reads each key by itself, so that one that cannot be read, or not be set aside, hides no other. `failures` says why, by key. */
  async #readAllNow(): Promise<{ stored: Stored; failures: Map<StoredKey, unknown> }> {
    const values: Partial<Record<StoredKey, unknown>> = {};
    const failures = new Map<StoredKey, unknown>();
    const stuck: Stored['setAside']['values'] = [];
    // What was set aside comes last, since reading the others may add to it.
    for (const key of Object.keys(STORED) as StoredKey[]) {
      try {
        values[key] = await this.#readNow(key);
      } catch (error) {
        failures.set(key, error);
        values[key] = STORED[key].empty;
        stuck.push({ key, at: this.#now(), problem: `${key}: ${error}`, value: await this.#rawValue(key) });
      }
    }
    const setAside = values.setAside as Stored['setAside'];
    const stored = { ...values, setAside: { ...setAside, values: [...setAside.values, ...stuck] } } as Stored;
    return { stored, failures };
  }

  /** What lies under a key, as far as the browser gives it. */
  async #rawValue(key: StoredKey): Promise<unknown> {
    try {
      return (await this.#area.get(key))[key];
    } catch {
      return undefined;
    }
  }

  async #readNow<Key extends StoredKey>(key: Key): Promise<Stored[Key]> {
    const raw = (await this.#area.get(key))[key];
    const parsed = parseStored(key, raw);
    if (parsed.ok) return parsed.value;
    const misfit = { key, at: this.#now(), problem: parsed.problem, value: raw };
    if (key === 'setAside') {
      // The list of misfits is itself one: it becomes the first entry of a new list.
      const list: Stored['setAside'] = { version: 1, values: [misfit] };
      await this.#area.set({ setAside: list });
      return list as Stored[Key];
    }
    const kept = await this.#readNow('setAside');
    // One write, so that the value is never in neither place.
    await this.#area.set({ setAside: { ...kept, values: [...kept.values, misfit] }, [key]: parsed.value });
    return parsed.value;
  }

  #inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const turn = this.#queue.then(act);
    this.#queue = turn.catch(() => {});
    return turn;
  }
}
