import type { StoredKey } from './stored.ts';

/** Makes a value of one version into one of the next. It may throw: then the value is set aside as it was found. */
export type Migration = (old: unknown) => unknown;

/**
 * For each key the steps from its first version to today's: the first makes version 1 into 2. A key whose shape changes gets a higher
 * version in its schema, a step here, and an example of the new version in `tests/unit/audit/frozen/`.
 */
export const MIGRATIONS: Record<StoredKey, Migration[]> = {
  audit: [withProofs],
  region: [],
  objection: [],
  reminders: [],
  marks: [],
  report: [],
  recognised: [],
  setAside: [],
};

/** A reading of the first version: what it was confirmed by is less than what is asked for today. */
type SightingOfVersion1 = { confirmed: { at: number } | null; lastSeen: number };
type AuditOfVersion1 = { settings: Record<string, { history: SightingOfVersion1[]; failure: object | null }> };

/**
 * Until November 2026 an "off" was confirmed once it had stood for 1.5 s on a new load. Such confirmations are kept as what they were, and
 * one more look is asked for. The structure of the last page is left out, since its shape has changed.
 */
function withProofs(old: unknown): unknown {
  const { settings } = old as AuditOfVersion1;
  const records = Object.entries(settings).map(([id, { history, failure }]) => [
    id,
    {
      history: history.map(sightingWithProofs),
      failure: failure && { ...failure, recognisable: false },
      newest: null,
      details: null,
    },
  ]);
  return { version: 2, settings: Object.fromEntries(records) };
}

/** One reading of an audit or a report of the first version, in today's shape. */
export function sightingWithProofs({ confirmed, ...sighting }: SightingOfVersion1): object {
  return {
    ...sighting,
    recognisable: false,
    missing: 'whole',
    confirmed: null,
    // Where there is no time, its schema refuses it.
    ...(confirmed ? { confirmedBefore: confirmed.at ?? null } : {}),
    load: sighting.lastSeen,
  };
}

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
