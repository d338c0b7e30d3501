import { parseStored } from './parse.ts';
import type { StoredSetAside } from './stored.ts';

/** A stored value that did not fit, before it is set aside. */
export type Misfit = Omit<StoredSetAside['values'][number], 'at'>;

/**
 * What was set aside, with more of it. `raw` is what lies there; where that does not fit itself, it becomes the first of a new list. `now` in
 * milliseconds.
 */
export function setAsideWith(raw: unknown, misfits: Misfit[], now: number): StoredSetAside {
  const parsed = parseStored('setAside', raw);
  const itself: Misfit[] = parsed.ok ? [] : [{ key: 'setAside', problem: parsed.problem, value: raw }];
  const added = [...itself, ...misfits].map(({ key, problem, value }) => ({ key, at: now, problem, value }));
  return { version: 1, values: [...parsed.value.values, ...added] };
}
