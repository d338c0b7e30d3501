import type { StoredKey } from './stored.ts';

/** Under which keys what is stored lies: that of which there is one under its own name, a setting and the pieces of its history by its id. */

/** Everything of which there is one. What was set aside comes last, since reading the others may add to it. */
export const ONES = [
  'region',
  'objection',
  'reminders',
  'marks',
  'report',
  'recognised',
  'setAside',
] as const satisfies StoredKey[];

/** The key of what is known of a setting. */
export function settingKey(id: string): string {
  return `setting:${id}`;
}

/** The key of a piece of its history, by its number from 0. */
export function pieceKey(id: string, number: number): string {
  return `setting:${id}:${number}`;
}

/** What a key is for; null for one that nothing is stored under. */
export type KeyMeaning =
  | { kind: StoredKey }
  | { kind: 'setting'; id: string }
  | { kind: 'piece'; id: string; number: number };

/** Reads a key. */
export function keyMeaning(key: string): KeyMeaning | null {
  const [, id, number] = key.match(/^setting:([^:]+)(?::(\d+))?$/) ?? [];
  if (id !== undefined)
    return number === undefined ? { kind: 'setting', id } : { kind: 'piece', id, number: Number(number) };
  const kind = ONES.find((one) => one === key);
  return kind ? { kind } : null;
}
