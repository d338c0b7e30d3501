import { parseStored, STORED, type Stored, type StoredKey } from '../audit/stored.ts';

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
    return this.#inTurn(() => this.#readAllNow());
  }

  /** Replaces the value under a key by what `change` makes of it. Rejects, writing nothing, when the browser cannot write. */
  update<Key extends StoredKey>(key: Key, change: (value: Stored[Key]) => Stored[Key]): Promise<void> {
    return this.#inTurn(async () => {
      const value = change(await this.#readNow(key));
      await this.#area.set({ [key]: value });
    });
  }

  /** Replaces everything by what `change` makes of it, in one write: all of it is kept or, when the browser cannot write, nothing. */
  updateAll(change: (stored: Stored) => Stored): Promise<void> {
    return this.#inTurn(async () => {
      const before = await this.#readAllNow();
      const changed = Object.entries(change(before)).filter(([key, value]) => value !== before[key as StoredKey]);
      if (changed.length > 0) await this.#area.set(Object.fromEntries(changed));
    });
  }

  /** Deletes everything, what was set aside too. */
  erase(): Promise<void> {
    return this.#inTurn(() => this.#area.clear());
  }

  async #readAllNow(): Promise<Stored> {
    const values: Partial<Record<StoredKey, unknown>> = {};
    for (const key of Object.keys(STORED) as StoredKey[]) values[key] = await this.#readNow(key);
    // Again, since the others may have been set aside just now.
    return { ...values, setAside: await this.#readNow('setAside') } as Stored;
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
