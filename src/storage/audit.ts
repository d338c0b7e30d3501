import * as z from 'zod/mini';
import { NOTHING_EARLIER } from './nothing.ts';
import { Failure, Newest, type SettingRecord, Sighting } from './setting-record.ts';

/**
 * Until 30 November 2026 all settings lay under this one key, each with its whole history. What is left of it is only to be moved to where
 * each setting has a key of its own.
 */
export const AUDIT = 'audit';

/** What stands there from the moment at which all of it lies elsewhere until it is removed. To an earlier build it is of a version to come. */
export const MOVED = { version: 3 } as const;

/** A part of it that did not fit, as it was found. */
type Misfit = { problem: string; value: unknown };

/** The settings of an audit of any version by id, with their whole histories, and what of it does not fit. */
export type MovedAudit = { settings: Record<string, SettingRecord>; misfits: Misfit[] };

const Shape = z.strictObject({ version: z.literal([1, 2]), settings: z.record(z.string(), z.unknown()) });

/** What the last version knew of a setting. What the newest load had done it told by how long the history was before. */
const RecordBefore = z.strictObject({
  history: z.array(Sighting),
  failure: z.nullable(Failure),
  newest: z.nullable(
    z.strictObject({
      load: Newest.shape.load,
      spokenAt: Newest.shape.spokenAt,
      before: z.nullable(
        z.strictObject({
          entries: z.number().check(z.int(), z.nonnegative()),
          last: z.nullable(Sighting),
          failure: z.nullable(Failure),
        }),
      ),
    }),
  ),
  /** The structure of the last page, which is left out since its shape has changed. */
  details: z.optional(z.unknown()),
});

type RecordBefore = z.infer<typeof RecordBefore>;

/** Takes an audit apart. One setting that does not fit leaves the others alone. */
export function movedAudit(raw: unknown): MovedAudit {
  const shape = Shape.safeParse(raw);
  if (!shape.success) return { settings: {}, misfits: [{ problem: problemOf([], shape.error), value: raw }] };
  const { version, settings } = shape.data;
  const moved: MovedAudit = { settings: {}, misfits: [] };
  for (const [id, value] of Object.entries(settings)) {
    const record = RecordBefore.safeParse(version === 1 ? withProofs(value) : value);
    if (record.success) moved.settings[id] = ofToday(record.data);
    else {
      moved.misfits.push({ problem: problemOf(['settings', id], record.error), value: onlyOf(raw, id) });
    }
  }
  return moved;
}

/** One setting of an audit that has it, as it was found. */
export function onlyOf(audit: unknown, id: string): unknown {
  const { version, settings } = audit as { version: unknown; settings: Record<string, unknown> };
  return { version, settings: { [id]: settings[id] } };
}

function ofToday({ history, failure, newest }: RecordBefore): SettingRecord {
  const before = newest?.before ?? null;
  const added = before ? history.length - before.entries : 0;
  // Where a crowd had made room, what to take back cannot be told.
  const canTakeBack = before && added >= 0;
  return {
    history,
    failure,
    newest: newest && { ...newest, before: canTakeBack ? { added, last: before.last, failure: before.failure } : null },
    details: null,
    earlier: NOTHING_EARLIER,
  };
}

/**
 * Until November 2026 an "off" was confirmed once it had stood for 1.5 s on a new load. Such confirmations are kept as what they were, and
 * one more look is asked for. What does not fit stays as it is.
 */
function withProofs(old: unknown): unknown {
  if (!isObject(old) || !Array.isArray(old.history)) return old;
  const { history, failure } = old;
  return {
    history: history.map((sighting) => (isObject(sighting) ? sightingWithProofs(sighting as never) : sighting)),
    failure: isObject(failure) ? { ...failure, recognisable: false } : failure,
    newest: null,
  };
}

/** A reading of the first version: what it was confirmed by is less than what is asked for today. */
type SightingOfVersion1 = { confirmed: { at: number } | null; lastSeen: number };

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

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function problemOf(place: string[], { issues: [issue] }: z.core.$ZodError): string {
  const path = [AUDIT, ...place, ...(issue?.path ?? [])];
  return `${path.join('.')}${path.length === 1 ? '.' : ''}: ${issue?.message ?? 'does not fit'}`;
}
