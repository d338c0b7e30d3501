import { keyMeaning, ONES, pieceKey, settingKey } from './keys.ts';
import { type Area, MovingArea } from './moving-area.ts';
import { NOTHING_KNOWN } from './nothing.ts';
import { parseStored } from './parse.ts';
import { itemsOf, laidAnew, laidOut, recovered, withOlder } from './pieces.ts';
import { type Misfit, setAsideWith } from './set-aside.ts';
import type { SettingRecord, Sighting } from './setting-record.ts';
import {
  STORED,
  type Stored,
  type StoredKey,
  type StoredKind,
  type StoredPiece,
  type StoredSetting,
} from './stored.ts';

type Settings = Stored['settings'];
type Items = Record<string, unknown>;

/** How many more pieces of which settings' histories are wanted, by id, where so much is read. */
export type Wanted = (stored: Stored) => Record<string, number>;

/** Settings as they are under their own keys: with the last entries of their histories. */
const LAST_ENTRIES: Wanted = () => ({});

/** Settings with their whole histories. */
export const WHOLE: Wanted = ({ settings }) =>
  Object.fromEntries(Object.entries(settings).map(([id, { earlier }]) => [id, earlier.pieces]));

/** What was read, and of which keys it could not be, or did not fit and could not be set aside: those count as empty. */
export type Read = { stored: Stored; failures: Map<string, unknown> };

/** Checked values by key, of those that are there. `stuck` are those that did not fit and could not be set aside, or not be read. */
type Values = { values: Map<string, unknown>; failures: Map<string, unknown>; stuck: Misfit[] };

/** A moment, and whether everything was deleted since: what is bound to it changes nothing then. */
export type Moment = {
  isPast(): boolean;
  bound<Value, More extends unknown[]>(
    change: (value: Value, ...more: More) => Value,
  ): (value: Value, ...more: More) => Value;
};

/** The only writer of storage. Reads and writes go through one queue, since storage itself has no transactions. */
export class Store {
  readonly #area: MovingArea;
  readonly #now: () => number;
  #queue: Promise<unknown> = Promise.resolve();
  #erasures = 0;

  /** `now` gives the time in milliseconds, for what is set aside. */
  constructor(area: Area, now: () => number) {
    this.#area = new MovingArea(area, now);
    this.#now = now;
  }

  /** The value under a key, checked. One that does not fit is set aside first and the empty value is returned. */
  read<Key extends StoredKey>(key: Key): Promise<Stored[Key]> {
    return this.#inTurn(() => this.#readNow(key));
  }

  /**
   * Everything, checked: of settings (by id; null for all there are) as much of their histories as is wanted. Rejects only where it cannot be
   * told which settings there are.
   */
  readAll(ids: readonly string[] | null, wanted: Wanted = LAST_ENTRIES): Promise<Read> {
    return this.#inTurn(() => this.#readAllNow(ids, wanted));
  }

  /** Replaces the value under a key by what `change` makes of it. Rejects, writing nothing, when the browser cannot write. */
  update<Key extends StoredKey>(key: Key, change: (value: Stored[Key]) => Stored[Key]): Promise<void> {
    return this.#inTurn(async () => {
      const before = await this.#readNow(key);
      const value = change(before);
      if (value !== before) await this.#area.set({ [key]: value });
    });
  }

  /**
   * Replaces settings by what `change` makes of them and the last entries of their histories, in one write of those that it changes. Rejects,
   * writing nothing, when the browser cannot read or write.
   */
  updateSettings(ids: readonly string[], change: (settings: Settings) => Settings): Promise<void> {
    return this.#inTurn(async () => {
      const { values, failures } = await this.#values(ids.map(settingKey));
      for (const error of failures.values()) throw error;
      const before = settingsOf(values);
      const changed = Object.entries(change(before)).filter(([id, record]) => record !== before[id]);
      if (changed.length === 0) return;
      const laid = await Promise.all(changed.map(([id, record]) => this.#laidOn(id, record)));
      await this.#area.set(Object.assign({}, ...laid));
    });
  }

  /**
   * Replaces everything by what `change` makes of it, in one write. Of settings it gets those of these ids (null for all there are), with
   * their whole histories, and why which keys could not be read: what could not be read or set aside is not written over.
   */
  updateAll(
    ids: readonly string[] | null,
    change: (stored: Stored, failures: Read['failures']) => Stored,
  ): Promise<void> {
    return this.#inTurn(async () => {
      const pieces: Record<string, number> = {};
      const { stored, failures } = await this.#readAllNow(ids, (read) => {
        const wanted = WHOLE(read);
        for (const [id, number] of Object.entries(wanted)) pieces[id] ??= number;
        return wanted;
      });
      if (ONES.every((key) => failures.has(key))) throw failures.get(ONES[0]);
      const { settings, ...ones } = change(stored, failures);
      const changed = Object.entries(ones).filter(([key, value]) => value !== stored[key as StoredKey]);
      const records = Object.entries(settings).filter(([id, record]) => record !== stored.settings[id]);
      const laid = records.map(([id, record]) => laidAnew(id, record, pieces[id] ?? 0));
      const items: Items = Object.assign(Object.fromEntries(changed), ...laid);
      for (const key of Object.keys(items)) if (failures.has(key)) throw failures.get(key);
      if (Object.keys(items).length > 0) await this.#area.set(items);
    });
  }

  /** Deletes everything, what was set aside too; `others` deletes first what is held elsewhere, or it could come back. */
  erase(others: () => Promise<void>): Promise<void> {
    this.#erasures++;
    return this.#inTurn(async () => {
      await others();
      await this.#area.clear();
    });
  }

  /** This moment, to bind changes to that may have to wait. */
  asOfNow(): Moment {
    const erasures = this.#erasures;
    const isPast = () => this.#erasures !== erasures;
    return {
      isPast,
      bound:
        (change) =>
        (value, ...more) =>
          isPast() ? value : change(value, ...more),
    };
  }

  async #readNow<Key extends StoredKey>(key: Key): Promise<Stored[Key]> {
    const { values, failures } = await this.#values([key]);
    if (failures.has(key)) throw failures.get(key);
    return oneIn(values, key);
  }

  async #readAllNow(ids: readonly string[] | null, wanted: Wanted): Promise<Read> {
    const keys = ids ? ids.map(settingKey) : await this.#settingKeys();
    const read = await this.#values([...keys, ...ONES]);
    const ones = Object.fromEntries(ONES.map((key) => [key, oneIn(read.values, key)])) as Omit<Stored, 'settings'>;
    let settings = settingsOf(read.values);
    for (;;) {
      const more = Object.entries(wanted({ ...ones, settings })).filter(
        ([id, number]) => number > 0 && (settings[id]?.earlier.pieces ?? 0) > 0,
      );
      if (more.length === 0) break;
      const older = await this.#values(more.flatMap(([id, number]) => lastPieces(id, settings[id], number)));
      read.values = new Map([...read.values, ...older.values]);
      read.failures = new Map([...read.failures, ...older.failures]);
      read.stuck.push(...older.stuck);
      settings = { ...settings, ...withPieces(settings, more, older.values) };
    }
    const setAside = oneIn(read.values, 'setAside');
    const stuck = read.stuck.map(({ key, problem, value }) => ({ key, at: this.#now(), problem, value }));
    return {
      stored: { ...ones, setAside: { ...setAside, values: [...setAside.values, ...stuck] }, settings },
      failures: read.failures,
    };
  }

  /** The values under keys, checked. What does not fit is set aside, each by itself and all in one write, so that none is ever in neither place. */
  async #values(keys: readonly string[]): Promise<Values> {
    const { items, failures } = await this.#items(keys);
    const values = new Map<string, unknown>();
    const misfits: Misfit[] = [];
    const stuck: Misfit[] = [...failures].map(([key, error]) => ({
      key,
      problem: `${key}: ${error}`,
      value: undefined,
    }));
    for (const [key, value] of Object.entries(items)) {
      const parsed = parseStored(kindOf(key), value, key);
      if (parsed.ok) values.set(key, parsed.value);
      else misfits.push({ key, problem: parsed.problem, value });
    }
    if (misfits.length === 0) return { values, failures, stuck };
    try {
      for (const [key, value] of Object.entries(await this.#setAside(misfits))) values.set(key, value);
    } catch (error) {
      for (const { key } of misfits) failures.set(key, error);
      stuck.push(...misfits);
    }
    return { values, failures, stuck };
  }

  /** What lies under keys, each by itself where not all can be read, so that one that cannot hides no other. */
  async #items(keys: readonly string[]): Promise<{ items: Items; failures: Map<string, unknown> }> {
    const failures = new Map<string, unknown>();
    const all = await this.#area.get(keys).catch(() => null);
    if (all) return { items: all, failures };
    const each = await Promise.all(
      keys.map((key) =>
        this.#area.get([key]).catch((error: unknown) => {
          failures.set(key, error);
          return {};
        }),
      ),
    );
    return { items: Object.assign({}, ...each), failures };
  }

  /** Sets values aside that do not fit. Returns what lies in their place now, by key, and what was set aside. */
  async #setAside(misfits: Misfit[]): Promise<Items> {
    const others = misfits.filter(({ key }) => key !== 'setAside');
    const instead = others.map(async ({ key }) => [key, await this.#insteadOf(key)]);
    const { setAside } = await this.#area.get(['setAside']);
    const items = {
      ...Object.fromEntries(await Promise.all(instead)),
      setAside: setAsideWith(setAside, others, this.#now()),
    };
    await this.#area.set(items);
    return items;
  }

  /** What takes the place of a value that does not fit: what is empty, or of a setting what its pieces tell. */
  async #insteadOf(key: string): Promise<unknown> {
    const meaning = keyMeaning(key);
    if (meaning?.kind !== 'setting') return STORED[kindOf(key)].empty;
    const pieces = new Map<number, Sighting[] | null>();
    for (const [other, value] of Object.entries(await this.#area.get(null))) {
      const piece = keyMeaning(other);
      if (piece?.kind !== 'piece' || piece.id !== meaning.id) continue;
      pieces.set(piece.number, parseStored('piece', value).value.history);
    }
    return { ...STORED.setting.empty, earlier: recovered(pieces) };
  }

  /** What is to be written of a setting, with the piece that has room for what is too much. */
  async #laidOn(id: string, record: SettingRecord): Promise<Items> {
    const key = pieceKey(id, record.earlier.pieces - 1);
    // One that cannot be read stays as it is, and another is begun.
    const { [key]: raw } = record.earlier.pieces > 0 ? await this.#area.get([key]).catch((): Items => ({})) : {};
    return itemsOf(id, laidOut(record, parseStored('piece', raw).value.history));
  }

  async #settingKeys(): Promise<string[]> {
    return Object.keys(await this.#area.get(null)).filter((key) => keyMeaning(key)?.kind === 'setting');
  }

  #inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const turn = this.#queue.then(act);
    this.#queue = turn.catch(() => {});
    return turn;
  }
}

function kindOf(key: string): StoredKind {
  const meaning = keyMeaning(key);
  if (!meaning) throw new Error(`Nothing is stored under "${key}".`);
  return meaning.kind;
}

function oneIn<Key extends StoredKey>(values: Map<string, unknown>, key: Key): Stored[Key] {
  return (values.get(key) ?? STORED[key].empty) as Stored[Key];
}

function settingsOf(values: Map<string, unknown>): Settings {
  const settings = [...values].flatMap(([key, value]) => {
    const meaning = keyMeaning(key);
    if (meaning?.kind !== 'setting') return [];
    const { version: _, ...record } = value as StoredSetting;
    return [[meaning.id, record] as const];
  });
  return Object.fromEntries(settings);
}

/** The keys of so many pieces before what is read of a setting. */
function lastPieces(id: string, record: SettingRecord | undefined, number: number): string[] {
  const { pieces } = (record ?? NOTHING_KNOWN).earlier;
  return Array.from({ length: Math.min(number, pieces) }, (_, index) => pieceKey(id, pieces - 1 - index));
}

function withPieces(settings: Settings, more: [string, number][], values: Map<string, unknown>): Settings {
  const longer = more.map(([id, number]) => {
    const pieces = lastPieces(id, settings[id], number).map((key) => (values.get(key) as StoredPiece)?.history ?? null);
    return [id, pieces.reduce(withOlder, settings[id] ?? NOTHING_KNOWN)];
  });
  return Object.fromEntries(longer);
}
