import type { Area } from '../../../src/storage/store.ts';

/**
 * A storage area in memory. As the browser's it answers later, hands out copies and takes copies; unlike it, it can be told to fail
 * and remembers every state it was in.
 */
export class MemoryArea implements Area {
  items: Record<string, unknown>;
  /** What was stored after each write. */
  readonly states: Record<string, unknown>[] = [];
  failing: 'get' | 'set' | null = null;

  constructor(items: Record<string, unknown> = {}) {
    this.items = structuredClone(items);
  }

  async get(key: string): Promise<Record<string, unknown>> {
    await later();
    if (this.failing === 'get') throw new Error('The disk cannot be read.');
    return key in this.items ? structuredClone({ [key]: this.items[key] }) : {};
  }

  async set(items: Record<string, unknown>): Promise<void> {
    await later();
    if (this.failing === 'set') throw new Error('The disk is full.');
    this.items = { ...this.items, ...structuredClone(items) };
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
