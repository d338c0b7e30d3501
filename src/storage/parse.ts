import { MIGRATIONS, migrate } from './migrations.ts';
import { STORED, type StoredKind, type StoredValue } from './stored.ts';

export type Parsed<Value> = { ok: true; value: Value } | { ok: false; value: Value; problem: string };

/**
 * Checks a raw value from storage, brought up to today's version first. What does not fit gives the empty value and says what is wrong,
 * under the name of its key; nothing is thrown.
 */
export function parseStored<Kind extends StoredKind>(
  kind: Kind,
  raw: unknown,
  key: string = kind,
): Parsed<StoredValue[Kind]> {
  const { schema, empty } = STORED[kind];
  const value = empty as StoredValue[Kind];
  if (raw === undefined) return { ok: true, value };
  const migrated = migrate(MIGRATIONS[kind], raw);
  if (!migrated.ok) return { ok: false, value, problem: `${key}.version: ${migrated.problem}` };
  const parsed = schema.safeParse(migrated.value);
  if (parsed.success) return { ok: true, value: parsed.data as StoredValue[Kind] };
  const [issue] = parsed.error.issues;
  return { ok: false, value, problem: `${key}.${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'does not fit'}` };
}
