import type { SessionArea } from './unsaved.ts';

/** The key of the session storage that it is under. */
const ERA_KEY = 'era';

/**
 * The time since everything was last deleted, or the browser started, by a name that no other such time has on any device. What a page still holds
 * from before is told by it from what comes after. Never rejects.
 */
export class Era {
  readonly #area: SessionArea | undefined;
  #name: Promise<string>;

  constructor(area: SessionArea | undefined) {
    this.#area = area;
    this.#name = this.#read();
  }

  name(): Promise<string> {
    return this.#name;
  }

  /** Begins another. */
  async begin(): Promise<void> {
    this.#name = this.#write();
    await this.#name;
  }

  async #read(): Promise<string> {
    const kept = await this.#area?.get(ERA_KEY).catch(() => null);
    const name = kept?.[ERA_KEY];
    return typeof name === 'string' ? name : this.#write();
  }

  async #write(): Promise<string> {
    const name = crypto.randomUUID();
    await this.#area?.set({ [ERA_KEY]: name }).catch(() => {});
    return name;
  }
}
