import { MIGRATIONS, migrate } from './migrations.ts';
import { STORED, type Stored, type StoredKey } from './stored.ts';

export type Parsed<Value> = { ok: true; value: Value } | { ok: false; value: Value; problem: string };

/**
 * Checks a raw value from storage, brought up to today's version first. What does not fit gives the empty value and says what is wrong;
 * nothing is thrown.
 */
export function parseStored<Key extends StoredKey>(key: Key, raw: unknown): Parsed<Stored[Key]> {
  const { schema, empty } = STORED[key];
  const value = empty as Stored[Key];
  if (raw === undefined) return { ok: true, value };
  const migrated = migrate(MIGRATIONS[key], raw);
  if (!migrated.ok) return { ok: false, value, problem: `${key}.version: ${migrated.problem}` };
  const parsed = schema.safeParse(migrated.value);
  if (parsed.success) return { ok: true, value: parsed.data as Stored[Key] };
  const [issue] = parsed.error.issues;
  return { ok: false, value, problem: `${key}.${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'does not fit'}` };
}
