import * as z from 'zod/mini';
import { PROOFS } from '../linkedin/interpret.ts';
import { LIMITS } from '../linkedin/limits.ts';
import { REASONS } from '../linkedin/reasons.ts';
import { Details } from './details.ts';

/** Milliseconds since 1970, UTC. */
export const Time = z.number().check(z.int(), z.nonnegative());

const Count = z.number().check(z.int(), z.nonnegative());

/** When a document began to load, in milliseconds since 1970 with their fractions: no two loads share one. */
const Load = z.number().check(z.nonnegative());

const about = {
  at: Time,
  label: z.string().check(z.maxLength(LIMITS.text)),
  language: z.string().check(z.maxLength(LIMITS.language)),
  via: z.enum(['page', 'list']),
  wordsKnown: z.boolean(),
  layoutDescribed: z.boolean(),
  /** The label is one that only the member can tell for the setting's. */
  recognisable: z.boolean(),
};

/** A certain reading that was kept, from when it was first read so to when it was last. */
export const Sighting = z.strictObject({
  ...about,
  state: z.enum(['on', 'off']),
  /** The first proof that the latest reading lacks; null when none is missing. */
  missing: z.nullable(z.enum(PROOFS)),
  /** The page load that has every proof, with its time; null if none had. */
  confirmed: z.nullable(z.strictObject({ at: Time, load: Load })),
  /** It was confirmed by an earlier version, which asked for less: when. */
  confirmedBefore: z.optional(Time),
  /** The latest load it was read in. */
  load: Load,
  lastSeen: Time,
  /** For "on": when the switch was used on a page that had loaded as on, and was on afterwards, as after a save that failed. */
  stayedOnAt: z.optional(Time),
});

/** An attempt that gave no certain state. */
export const Failure = z.strictObject({
  ...about,
  reason: z.enum(REASONS),
  word: z.string().check(z.maxLength(LIMITS.value)),
});

/** The latest word on a setting: in which load it was spoken, when, and what was known before that load, which it may take back. */
export const Newest = z.strictObject({
  load: Load,
  /** When the load began, or the member turned the switch in it: the later of the two. */
  spokenAt: z.number().check(z.nonnegative()),
  /** Null once the member has turned the switch. */
  before: z.nullable(
    z.strictObject({
      /** How many entries of the history the load has added. */
      added: Count,
      /** The last entry before, where the load has changed it; null where it stands as it was, or there was none. */
      last: z.nullable(Sighting),
      failure: z.nullable(Failure),
    }),
  ),
});

/** What lies in pieces of its own, and what of it a verdict needs. */
export const Earlier = z.strictObject({
  /** How many pieces there are, numbered from 0. */
  pieces: Count,
  /** How many entries lie in them. */
  entries: Count,
  /** Whether one of them was "on". */
  everOn: z.boolean(),
  /** Whether the last of them was off and not confirmed, as the setting's own page had it. */
  endsUnconfirmed: z.boolean(),
  /** When the last of them that was confirmed off was so. */
  confirmedOff: z.nullable(Time),
  /** How many entries were put there within a day, from which on. */
  day: z.strictObject({ from: Time, entries: Count }),
});

/** What is known of one setting: its certain readings, oldest first, and the latest attempt where that one failed. */
export const SettingRecord = z.strictObject({
  /** The last of them where earlier ones lie in pieces, which `earlier` tells of; else all. */
  history: z.array(Sighting),
  failure: z.nullable(Failure),
  newest: z.nullable(Newest),
  /** Of the last page it was read from. */
  details: z.nullable(Details),
  earlier: Earlier,
});

export type Sighting = z.infer<typeof Sighting>;
export type Failure = z.infer<typeof Failure>;
export type Newest = z.infer<typeof Newest>;
export type Earlier = z.infer<typeof Earlier>;
export type SettingRecord = z.infer<typeof SettingRecord> & {
  /** Where pieces were read and some could not be: before which entries of the history something is missing. Never stored. */
  gaps?: number[];
};
