import type { Browser } from 'webextension-polyfill';
import { KEPT_KEY, seal } from '../guidance/kept-overview.ts';
import type { Overview } from '../guidance/overview.ts';
import type { Area } from '../storage/moving-area.ts';

/**
 * The last overview, kept for the popup to paint first. Every write of anything else discards it in the same write, so that it can never show
 * what was stored before: not if the background dies in between, and not if the disk is full.
 */
export class Kept {
  readonly #local: Browser['storage']['local'];
  #writes = 0;
  #last = '';

  constructor(local: Browser['storage']['local']) {
    this.#local = local;
  }

  /** The local storage, as everything else is to write to it. */
  get area(): Area {
    const local = this.#local;
    const count = () => {
      this.#writes++;
      this.#last = '';
    };
    return {
      get: (keys) => local.get(keys),
      set(items) {
        count();
        return local.set({ ...items, [KEPT_KEY]: null });
      },
      // What an earlier version kept is only removed once it was written elsewhere.
      remove: (key) => local.remove(key),
      clear() {
        count();
        return local.clear();
      },
    };
  }

  /** Tells one moment from another between which something was written. To be asked for before what is stored is read. */
  moment(): number {
    return this.#writes;
  }

  /** Keeps an overview of what was stored at a moment, unless something was written since: then another one comes. Never rejects. */
  async keep(overview: Overview, moment: number): Promise<void> {
    const sealed = seal(overview);
    if (!sealed || moment !== this.#writes || sealed.text === this.#last) return;
    this.#last = sealed.text;
    await this.#local.set({ [KEPT_KEY]: sealed }).catch(() => {});
  }
}
