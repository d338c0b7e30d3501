import type { Area } from '../../../src/storage/moving-area.ts';

/**
 * A storage area in memory. As the browser's it answers later, hands out copies and takes copies; unlike it, it can be told to fail
 * and remembers every state it was in.
 */
export class MemoryArea implements Area {
  items: Record<string, unknown>;
  /** What was stored after each write. */
  readonly states: Record<string, unknown>[] = [];
  /** What each write wrote. */
  readonly written: Record<string, unknown>[] = [];
  failing: 'get' | 'set' | null = null;

  constructor(items: Record<string, unknown> = {}) {
    this.items = structuredClone(items);
  }

  async get(keys: string[] | null): Promise<Record<string, unknown>> {
    await later();
    if (this.failing === 'get') throw new Error('The disk cannot be read.');
    const wanted = (keys ?? Object.keys(this.items)).filter((key) => key in this.items);
    return structuredClone(Object.fromEntries(wanted.map((key) => [key, this.items[key]])));
  }

  async set(items: Record<string, unknown>): Promise<void> {
    await later();
    if (this.failing === 'set') throw new Error('The disk is full.');
    // As in browsers: what is undefined leaves what was there.
    const written = Object.entries(items).filter(([, value]) => value !== undefined);
    this.items = { ...this.items, ...structuredClone(Object.fromEntries(written)) };
    this.written.push(items);
    this.states.push(structuredClone(this.items));
  }

  async remove(key: string): Promise<void> {
    await later();
    if (this.failing === 'set') throw new Error('The disk is full.');
    const { [key]: _, ...others } = this.items;
    this.items = others;
    this.states.push(structuredClone(this.items));
  }

  async clear(): Promise<void> {
    await later();
    if (this.failing === 'set') throw new Error('The disk is full.');
    this.items = {};
    this.states.push({});
  }
}

function later(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
