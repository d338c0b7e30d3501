import * as z from 'zod/mini';
import { PROOFS } from '../linkedin/interpret.ts';
import { LIMITS } from '../linkedin/limits.ts';
import { REASONS } from '../linkedin/reasons.ts';
import { Details } from './details.ts';

/** Milliseconds since 1970, UTC. */
export const Time = z.number().check(z.int(), z.nonnegative());

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
  /** How many entries the history had before, with the last of them, and the failure; null once the member has turned the switch. */
  before: z.nullable(
    z.strictObject({
      entries: z.number().check(z.int(), z.nonnegative()),
      last: z.nullable(Sighting),
      failure: z.nullable(Failure),
    }),
  ),
});

/** What is known of one setting: its certain readings, oldest first, and the latest attempt where that one failed. */
export const SettingRecord = z.strictObject({
  history: z.array(Sighting),
  failure: z.nullable(Failure),
  newest: z.nullable(Newest),
  /** Of the last page it was read from. */
  details: z.nullable(Details),
});

export type Sighting = z.infer<typeof Sighting>;
export type Failure = z.infer<typeof Failure>;
export type Newest = z.infer<typeof Newest>;
export type SettingRecord = z.infer<typeof SettingRecord>;
