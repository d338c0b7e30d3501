import { daysOf } from '../objection/life.ts';
import { sightingWithProofs } from '../storage/audit.ts';
import { withChosenAt } from '../storage/migrations.ts';
import { ofVersion1 as objectionsOfVersion1 } from '../storage/objections-before.ts';
import { DAY, today } from '../time.ts';
import { faultIn } from './json-fault.ts';
import { REPORT_LIMITS } from './limits.ts';
import { ReportFile } from './schema.ts';

/**
 * Why a file is refused, and exactly where: line and column of what is not JSON, else a path such as
 * "evidence.settings.ai-training.history[3].at". `found` is what stands there, shortened, or "" for nothing.
 */
export type Problem = {
  kind: 'too-big' | 'not-json' | 'other-version' | 'misfit' | 'in-future';
  at: string;
  found: string;
};

export type ParsedReport = { ok: true; file: ReportFile } | { ok: false; problem: Problem };

/**
 * Checks the text of a file that is said to be an export. `now` in milliseconds: what a file claims to have been read or done after
 * it, by more than a day that clocks may differ by, would outlast everything read here. Never throws.
 */
export function parseReport(text: string, now: number): ParsedReport {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > REPORT_LIMITS.bytes) return refused('too-big', '', bytes);
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return refused('not-json', faultIn(text), undefined);
  }
  const version = valueAt(raw, ['schemaVersion']);
  if (version !== undefined && !VERSIONS.includes(version)) return refused('other-version', 'schemaVersion', version);
  const parsed = ReportFile.safeParse(STEPS.slice(VERSIONS.indexOf(version)).reduce((old, step) => step(old), raw));
  if (!parsed.success) {
    const path = placeOf(parsed.error.issues[0]);
    return refused('misfit', pathText(path), valueAt(raw, path));
  }
  return whatCannotBe(parsed.data, now) ?? { ok: true, file: parsed.data };
}

type Path = readonly PropertyKey[];

/** What makes a file of one version into one of the next, from the first on. */
const STEPS = [ofVersion1, ofVersion2];
const VERSIONS: unknown[] = [1, 2, 3];

/** A file of the first version in the shape of the second. What does not fit stays as it is, for the schema to refuse. */
function ofVersion1(raw: unknown): unknown {
  const evidence = valueAt(raw, ['evidence']);
  const settings = valueAt(raw, ['evidence', 'settings']);
  if (!isObject(raw) || !isObject(evidence) || !isObject(settings)) return raw;
  const records = Object.entries(settings).map(([id, record]) => [id, recordOfVersion1(record)]);
  const typed = valueAt(raw, ['typed']);
  return {
    ...raw,
    schemaVersion: 2,
    evidence: { ...evidence, settings: Object.fromEntries(records) },
    typed: isObject(typed) ? { ...typed, recognised: [] } : typed,
  };
}

/** A file from before what the member typed had an identity and times. Whatever is known otherwise is newer. */
function ofVersion2(raw: unknown): unknown {
  const typed = valueAt(raw, ['typed']);
  if (!isObject(raw) || !isObject(typed)) return raw;
  const { objection, reminders } = typed;
  return {
    ...raw,
    schemaVersion: 3,
    typed: {
      ...typed,
      objection: objectionsOfVersion1(objection, 1),
      reminders: isObject(reminders) ? withChosenAt(reminders as never, 1) : reminders,
    },
  };
}

function recordOfVersion1(record: unknown): unknown {
  if (!isObject(record) || !Array.isArray(record.history)) return record;
  const { history, failure } = record;
  return {
    ...record,
    history: history.map((sighting) => (isObject(sighting) ? sightingWithProofs(sighting as never) : sighting)),
    failure: isObject(failure) ? { ...failure, recognisable: false } : failure,
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Times that have not come. */
function whatCannotBe({ evidence, typed }: ReportFile, now: number): ParsedReport | null {
  const latest = now + DAY;
  const late = (path: Path, at: number) => (at > latest ? refused('in-future', pathText(path), at) : null);
  for (const [id, { history, failure }] of Object.entries(evidence.settings)) {
    const here = ['evidence', 'settings', id];
    for (const [index, { at, lastSeen, load, confirmed, confirmedBefore, stayedOnAt }] of history.entries()) {
      const sighting = [...here, 'history', index];
      const found =
        late([...sighting, 'at'], at) ??
        late([...sighting, 'confirmed', 'at'], confirmed?.at ?? 0) ??
        late([...sighting, 'confirmed', 'load'], confirmed?.load ?? 0) ??
        late([...sighting, 'confirmedBefore'], confirmedBefore ?? 0) ??
        late([...sighting, 'load'], load) ??
        late([...sighting, 'stayedOnAt'], stayedOnAt ?? 0) ??
        late([...sighting, 'lastSeen'], lastSeen);
      if (found) return found;
    }
    const found = late([...here, 'failure', 'at'], failure?.at ?? 0);
    if (found) return found;
  }
  for (const [id, { at }] of Object.entries(typed.marks)) {
    const found = late(['typed', 'marks', id, 'at'], at);
    if (found) return found;
  }
  const { current, earlier } = typed.objection;
  for (const [index, record] of [current, ...earlier].entries()) {
    const path = ['typed', 'objection', ...(index === 0 ? ['current'] : ['earlier', index - 1])];
    const day = daysOf(record).find((one) => one > today(latest));
    if (day) return refused('in-future', pathText(path), day);
  }
  return null;
}

function refused(kind: Problem['kind'], at: string, found: unknown): ParsedReport {
  return { ok: false, problem: { kind, at, found: (JSON.stringify(found) ?? '').slice(0, 80) } };
}

/** Where an issue lies; an unknown key is reported at the object that contains it. */
function placeOf(issue: { path: Path; keys?: string[] } | undefined): Path {
  return [...(issue?.path ?? []), ...(issue?.keys?.slice(0, 1) ?? [])];
}

function pathText(path: Path): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)),
    '',
  );
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}
