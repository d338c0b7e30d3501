import { AUDIT, MOVED, movedAudit, onlyOf } from './audit.ts';
import { keyMeaning, settingKey } from './keys.ts';
import { laidAnew } from './pieces.ts';
import { type Misfit, setAsideWith } from './set-aside.ts';

/** The part of `storage.local` that is needed here. */
export type Area = {
  get(keys: string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
  clear(): Promise<void>;
};

type Items = Record<string, unknown>;

/**
 * A storage area in which every setting has a key of its own: what an earlier version kept of all of them under one key is moved before the
 * first setting is read. All of it moves in one write, so that it is in one place or the other whenever the background dies.
 */
export class MovingArea {
  readonly #area: Area;
  readonly #now: () => number;
  #isMoved = false;
  /** What is to move and the disk would not take. It counts, and goes with the next that is written. */
  #unwritten: Items = {};

  constructor(area: Area, now: () => number) {
    this.#area = area;
    this.#now = now;
  }

  /** What lies under keys, or under all of them (null). */
  async get(keys: readonly string[] | null): Promise<Items> {
    const concernsSettings = keys === null || keys.some((key) => keyMeaning(key)?.kind === 'setting');
    if (this.#isMoved || !concernsSettings) return this.#read(keys);
    const items = await this.#area.get(keys && [...keys, AUDIT]);
    this.#isMoved = items[AUDIT] === undefined;
    if (this.#isMoved) return items;
    await this.#move(items[AUDIT]);
    return this.#read(keys);
  }

  /** Writes in one go. */
  async set(items: Items): Promise<void> {
    await this.#area.set({ ...this.#unwritten, ...items });
    this.#unwritten = {};
  }

  /** Deletes everything. */
  async clear(): Promise<void> {
    await this.#area.clear();
    this.#unwritten = {};
  }

  async #read(keys: readonly string[] | null): Promise<Items> {
    const items = { ...(await this.#area.get(keys && [...keys])), ...this.#unwritten };
    const wanted = keys ?? Object.keys(items);
    return Object.fromEntries(wanted.filter((key) => key in items && key !== AUDIT).map((key) => [key, items[key]]));
  }

  async #move(audit: unknown): Promise<void> {
    if (JSON.stringify(audit) !== JSON.stringify(MOVED)) this.#unwritten = await this.#moved(audit);
    this.#isMoved = true;
    try {
      if (AUDIT in this.#unwritten) await this.set({});
      await this.#area.remove(AUDIT);
    } catch {
      // It is moved with the next that is written, or removed by the next background.
    }
  }

  /** What is stored once it has moved. */
  async #moved(audit: unknown): Promise<Items> {
    const { settings, misfits } = movedAudit(audit);
    const ids = Object.keys(settings);
    const there = await this.#area.get([...ids.map(settingKey), 'setAside']);
    const isThere = (id: string) => there[settingKey(id)] !== undefined;
    // An earlier version was installed once more in between.
    const second = ids.filter(isThere).map((id) => ({
      problem: `${AUDIT}.settings.${id}: the setting is stored elsewhere already`,
      value: onlyOf(audit, id),
    }));
    const aside: Misfit[] = [...misfits, ...second].map((misfit) => ({ key: AUDIT, ...misfit }));
    const moving = Object.entries(settings).filter(([id]) => !isThere(id));
    return {
      ...Object.assign({}, ...moving.map(([id, record]) => laidAnew(id, record, 0))),
      ...(aside.length > 0 ? { setAside: setAsideWith(there.setAside, aside, this.#now()) } : {}),
      [AUDIT]: MOVED,
    };
  }
}
