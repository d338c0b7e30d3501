import { AI_TRAINING } from '../linkedin/ai-setting.ts';
import { SETTINGS, type Setting } from '../linkedin/settings.ts';
import { RECHECK_DAYS } from '../storage/limits.ts';
import { NOTHING_KNOWN } from '../storage/nothing.ts';
import type { Failure, Sighting } from '../storage/setting-record.ts';
import type { Stored } from '../storage/stored.ts';
import { DAY } from '../time.ts';
import { verdictOf } from '../verdict/verdict.ts';

/**
 * What a reading of a setting comes to, kept apart since none stands for another:
 * - `unconfirmed`: the AI setting was read as off, and LinkedIn may not have stored that. Only there does it make a difference.
 * - `decided`: the member has marked it as wanted the way it is
 * - `your-choice`: there is no recommendation
 * - `look-yourself`: it is no switch, or its address is not known, so it is never read
 */
export const OUTCOMES = [
  'not-as-recommended',
  'unconfirmed',
  'unreadable',
  'not-read',
  'as-recommended',
  'decided',
  'your-choice',
  'not-offered',
  'look-yourself',
] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** The member's word that a setting is wanted as it is. */
export type Mark = Stored['marks']['marks'][string] & { note: string };

/** All there is to say about one setting of the catalogue. */
export type ReportRow = {
  setting: Setting;
  state: 'on' | 'off' | 'unknown' | 'absent' | 'not-checked';
  outcome: Outcome;
  /** The certain reading it rests on, whatever failed later. */
  sighting: Sighting | null;
  /** The latest attempt, where that one failed. */
  failure: Failure | null;
  mark: Mark | null;
  /** Whether that reading lies within the member's re-check interval. */
  fresh: boolean;
  /** Where it can be opened; null where no address is known. */
  url: string | null;
};

/** One row for every setting of the catalogue, in its order. `now` in milliseconds. */
export function reportRows(stored: Stored, now: number): ReportRow[] {
  return SETTINGS.map((setting) => {
    const record = stored.settings[setting.id] ?? NOTHING_KNOWN;
    const sighting = record.history.at(-1) ?? null;
    const { failure } = record;
    const mark = markOf(stored, setting.id);
    const state = stateOf(sighting, failure);
    return {
      setting,
      state,
      outcome: outcomeOf({ setting, state, sighting, mark }),
      sighting,
      failure,
      mark,
      fresh: sighting !== null && isFresh(setting, sighting, stored, now),
      url: setting.paths[0] ? `https://www.linkedin.com${setting.paths[0]}` : null,
    };
  });
}

function markOf({ marks: { marks } }: Stored, id: string): Mark | null {
  const { at, note = null } = marks[id] ?? {};
  return at === undefined || note === null ? null : { at, note };
}

/** Whether the extension can read the setting at all: one switch, at an address that is known. */
export function isReadable({ control, paths }: Setting): boolean {
  return control === 'switch' && paths.length > 0;
}

/** Whether a time (milliseconds) lies within the member's re-check interval, and not in the future. */
export function isRecent(at: number, { reminders }: Stored, now: number): boolean {
  return at <= now && now - at <= (reminders.recheckDays ?? RECHECK_DAYS) * DAY;
}

/** How many rows there are of each outcome. */
export function countsOf(rows: ReportRow[]): Record<Outcome, number> {
  const count = (outcome: Outcome) => rows.filter((row) => row.outcome === outcome).length;
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count(outcome)])) as Record<Outcome, number>;
}

export type Category = { category: string; sections: { section: string; rows: ReportRow[] }[] };

/** Rows by LinkedIn's category and section, in the order in which they come. */
export function sectionsOf(rows: ReportRow[]): Category[] {
  return [...Map.groupBy(rows, ({ setting }) => setting.category)].map(([category, itsRows]) => ({
    category,
    sections: [...Map.groupBy(itsRows, ({ setting }) => setting.section)].map(([section, rows]) => ({ section, rows })),
  }));
}

function stateOf(sighting: Sighting | null, failure: Failure | null): ReportRow['state'] {
  if (sighting) return sighting.state;
  if (!failure) return 'not-checked';
  return failure.reason === 'no-control' ? 'absent' : 'unknown';
}

function outcomeOf({
  setting,
  state,
  sighting,
  mark,
}: Omit<ReportRow, 'outcome' | 'failure' | 'fresh' | 'url'>): Outcome {
  // A mark decides about a state, so it does not hide that there is none; where none is ever read, the member has looked.
  if (mark && (sighting || !isReadable(setting))) return 'decided';
  if (state === 'absent') return 'not-offered';
  if (state === 'unknown') return 'unreadable';
  if (!sighting) return isReadable(setting) ? 'not-read' : 'look-yourself';
  if (!setting.recommended) return 'your-choice';
  if (sighting.state !== setting.recommended) return 'not-as-recommended';
  return setting.id === AI_TRAINING && !sighting.confirmed ? 'unconfirmed' : 'as-recommended';
}

/** The AI setting is as fresh as its verdict says; elsewhere confirmation does not count, and so neither does its age. */
function isFresh({ id }: Setting, sighting: Sighting, stored: Stored, now: number): boolean {
  if (id !== AI_TRAINING) return isRecent(sighting.lastSeen, stored, now);
  const record = { ...NOTHING_KNOWN, history: [sighting] };
  return verdictOf(record, null, now, stored.reminders.recheckDays ?? undefined).fresh;
}
