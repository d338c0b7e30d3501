/** The part of `storage.session` that is needed here. */
export type SessionArea = {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
};

/** The key of the session storage that they are under. */
export const UNSAVED_KEY = 'unsaved';

/**
 * Readings that the disk would not take. The newest word counts although it cannot be kept: it is held in memory, and for as long as the
 * browser runs in its session storage, until the disk takes it. Written by the background alone and never by a page.
 */
export class Unsaved<Kept> {
  readonly #area: SessionArea | undefined;
  #kept: Promise<Kept[]>;

  constructor(area: SessionArea | undefined) {
    this.#area = area;
    this.#kept = this.#read();
  }

  /** The readings, oldest first. */
  all(): Promise<Kept[]> {
    return this.#kept;
  }

  /** Holds more of them. Never rejects. */
  async add(observations: Kept[]): Promise<void> {
    const kept = [...(await this.#kept), ...observations].slice(-100);
    this.#kept = Promise.resolve(kept);
    await this.#area?.set({ [UNSAVED_KEY]: kept }).catch(() => {});
  }

  /** The disk has taken them, or they are to be forgotten. Never rejects. */
  async clear(): Promise<void> {
    if ((await this.#kept).length === 0) return;
    this.#kept = Promise.resolve([]);
    await this.#area?.remove(UNSAVED_KEY).catch(() => {});
  }

  async #read(): Promise<Kept[]> {
    try {
      const kept = (await this.#area?.get(UNSAVED_KEY))?.[UNSAVED_KEY];
      return Array.isArray(kept) ? kept : [];
    } catch {
      return [];
    }
  }
}
