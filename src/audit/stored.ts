import * as z from 'zod/mini';
import { SettingRecord } from './observation.ts';

/** What one storage key holds. `version` changes when the shape does. */
export const StoredAudit = z.strictObject({ version: z.literal(1), settings: z.record(z.string(), SettingRecord) });
export const StoredRegion = z.strictObject({
  version: z.literal(1),
  /** ISO 3166-1 alpha-2, the member's own choice. */
  country: z.nullable(z.string().check(z.regex(/^[A-Z]{2}$/))),
});
/** A stored value that did not fit its schema: kept as it was found, with the key it was under. */
const SetAside = z.strictObject({ key: z.string(), at: z.number(), problem: z.string(), value: z.unknown() });
export const StoredSetAside = z.strictObject({ version: z.literal(1), values: z.array(SetAside) });

export type StoredAudit = z.infer<typeof StoredAudit>;
export type StoredRegion = z.infer<typeof StoredRegion>;
export type StoredSetAside = z.infer<typeof StoredSetAside>;

/** Every key of the local storage, with its schema and what it is before anything was written. */
export const STORED = {
  audit: { schema: StoredAudit, empty: { version: 1, settings: {} } as StoredAudit },
  region: { schema: StoredRegion, empty: { version: 1, country: null } as StoredRegion },
  setAside: { schema: StoredSetAside, empty: { version: 1, values: [] } as StoredSetAside },
} as const;

export type StoredKey = keyof typeof STORED;
export type Stored = { audit: StoredAudit; region: StoredRegion; setAside: StoredSetAside };

export type Parsed<Value> = { ok: true; value: Value } | { ok: false; value: Value; problem: string };

/** Checks a raw value from storage. What does not fit gives the empty value and says what is wrong; nothing is thrown. */
export function parseStored<Key extends StoredKey>(key: Key, raw: unknown): Parsed<Stored[Key]> {
  const { schema, empty } = STORED[key];
  const value = empty as Stored[Key];
  if (raw === undefined) return { ok: true, value };
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { ok: true, value: parsed.data as Stored[Key] };
  const [issue] = parsed.error.issues;
  return { ok: false, value, problem: `${key}.${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'does not fit'}` };
}
