import { RECHECK_DAYS } from './limits.ts';
import { ofVersion1 } from './objections-before.ts';
import type { StoredKind } from './stored.ts';

/** Makes a value of one version into one of the next. It may throw: then the value is set aside as it was found. */
export type Migration = (old: unknown) => unknown;

/**
 * For each kind the steps from its first version to today's: the first makes version 1 into 2. A kind whose shape changes gets a higher
 * version in its schema, a step here, and an example of the new version in `tests/unit/storage/frozen/`.
 */
export const MIGRATIONS: Record<StoredKind, Migration[]> = {
  setting: [],
  piece: [],
  region: [],
  objection: [(old) => ({ ...(ofVersion1(old, 2) as object), version: 2 })],
  reminders: [(old) => ({ ...withChosenAt(old as never, 2), told: withTimes((old as Told).told), version: 2 })],
  marks: [(old) => ({ ...(old as object), version: 2 })],
  report: [],
  recognised: [],
  setAside: [],
};

export type Migrated = { ok: true; value: unknown } | { ok: false; problem: string };

/**
 * Brings a stored value up to the version that the steps lead to. One of a later version, and one that a step fails on, is refused with
 * what is wrong. What has no version that ever was is left for its schema to refuse. The value that was given stays as it was.
 */
export function migrate(steps: Migration[], value: unknown): Migrated {
  const latest = steps.length + 1;
  const version = (value as { version?: unknown } | null | undefined)?.version;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return { ok: true, value };
  if (version > latest) return { ok: false, problem: `version ${version} is newer than ${latest}` };
  if (version === latest) return { ok: true, value };
  try {
    return { ok: true, value: steps.slice(version - 1).reduce((old, step) => step(old), structuredClone(value)) };
  } catch (error) {
    return { ok: false, problem: `version ${version} could not be made into ${latest}: ${error}` };
  }
}

type Told = { told: Record<string, string> };

/** What was told before it was kept when: some time. */
function withTimes(told: Told['told']): object {
  return Object.fromEntries(Object.entries(told).map(([kind, about]) => [kind, { about, at: 0, isShown: true }]));
}

/** Reminders from before it was kept when the interval was chosen: some time, unless it is the one that nobody has to choose. */
export function withChosenAt<Before extends { recheckDays: unknown }>(old: Before, age: number): object {
  return { ...old, chosenAt: old.recheckDays === RECHECK_DAYS ? 0 : age };
}
