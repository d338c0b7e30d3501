import * as z from 'zod/mini';
import { LIMITS } from '../linkedin/reading.ts';
import { REASONS } from '../linkedin/reasons.ts';
import { Details } from './details.ts';

/** Milliseconds since 1970, UTC. */
export const Time = z.number().check(z.int(), z.nonnegative());

const about = {
  at: Time,
  label: z.string().check(z.maxLength(LIMITS.text)),
  language: z.string().check(z.maxLength(LIMITS.language)),
  via: z.enum(['page', 'list']),
  wordsKnown: z.boolean(),
  layoutDescribed: z.boolean(),
};

/** A certain reading that was kept, from when it was first read so to when it was last. */
export const Sighting = z.strictObject({
  ...about,
  state: z.enum(['on', 'off']),
  /** When, and in which document load, it was last read on a fresh one; null if never, or if that load contradicted itself later. */
  confirmed: z.nullable(z.strictObject({ at: Time, load: z.number().check(z.nonnegative()) })),
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

/** What is known of one setting: its certain readings, oldest first, and the latest attempt where that one failed. */
export const SettingRecord = z.strictObject({
  history: z.array(Sighting),
  failure: z.nullable(Failure),
  /** Of the last page it was read from. */
  details: z.nullable(Details),
});

export type Sighting = z.infer<typeof Sighting>;
export type Failure = z.infer<typeof Failure>;
export type SettingRecord = z.infer<typeof SettingRecord>;
