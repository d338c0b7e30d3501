import { NO_OBJECTION } from './nothing.ts';
import { StoredObjection } from './objection.ts';
import { arranged, type Fields, fieldsOf, letterName } from './objections.ts';

/**
 * Objections of the first version, which had neither an identity nor times. What they tell is older than anything told since: `age` says which of
 * two such words counts. What does not fit stays as it is, for the schema to refuse.
 */
export function ofVersion1(old: unknown, age: number): unknown {
  const { current, earlier } = (old ?? {}) as { current?: unknown; earlier?: unknown };
  if (!isObject(old) || !isObject(current) || !Array.isArray(earlier)) return old;
  const converted = {
    ...old,
    current: recordOfVersion1(current, age, false),
    earlier: earlier.map((record) => (isObject(record) ? recordOfVersion1(record, age - 1, true) : record)),
  };
  const { success, data } = StoredObjection.safeParse({ ...converted, version: 2 });
  return success ? arranged([data.current, ...data.earlier]) : converted;
}

function recordOfVersion1(old: Fields, at: number, replaced: boolean): Fields {
  const empty = fieldsOf(NO_OBJECTION);
  const letters = isObject(old.letters) ? Object.keys(old.letters).map(letterName) : [];
  const names = Object.keys(empty).filter((name) => name in old && !isSame(old[name], empty[name]));
  const told = [...names, ...letters];
  if (told.length === 0 && !replaced) return { country: null, ...old, id: '', begunAt: 0, replaced, changed: {} };
  const changed = Object.fromEntries([...told, 'replaced'].map((name) => [name, at]));
  const id = `${old.sentOn ?? ''} ${old.caseNumber ?? ''}`;
  return { country: null, ...old, id, begunAt: Date.parse(String(old.sentOn)) || 0, replaced, changed };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
