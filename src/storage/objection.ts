import * as z from 'zod/mini';
import { TYPED_LIMITS } from './limits.ts';
import { LATEST_CHANGE } from './newest.ts';

/** A calendar day where the member is, as "2027-01-31". */
const Day = z.iso.date();

const Text = z.string().check(z.maxLength(TYPED_LIMITS.letter));

const Change = z.number().check(z.int(), z.nonnegative(), z.maximum(LATEST_CHANGE));

/** What the member tells of an objection, one thing at a time: LinkedIn's form and e-mails are never read. */
const Told = z.strictObject({
  /** ISO 3166-1 alpha-2: the one that was chosen when it was sent, whose law it goes by. */
  country: z.nullable(z.string().check(z.regex(/^[A-Z]{2}$/))),
  sentOn: z.nullable(Day),
  caseNumber: z.string().check(z.maxLength(TYPED_LIMITS.caseNumber)),
  /** The day of LinkedIn's notice that it takes two more months. */
  extendedOn: z.nullable(Day),
  answer: z.nullable(z.strictObject({ on: Day, outcome: z.enum(['granted', 'partly', 'refused']) })),
  complainedOn: z.nullable(Day),
  /** The member has decided not to object, or to leave it at LinkedIn's answer. */
  closed: z.boolean(),
  /** The member has begun another. */
  replaced: z.boolean(),
});

/** Tells an objection from every other, on every device; empty for one that was not begun. */
const Id = z.string().check(z.maxLength(100));

/** The letter as the member worded or copied it, by language. */
const Language = z.string().check(z.maxLength(8));

const CHANGED = new RegExp(`^(${Object.keys(Told.shape).join('|')}|letters\\..{0,8})$`, 's');

/** One objection. */
export const ObjectionRecord = z.strictObject({
  id: Id,
  /** In milliseconds; 0 before that was kept. */
  begunAt: Change,
  letters: z.record(Language, Text),
  ...Told.shape,
  /** When each of what the member told was told last, in milliseconds; a letter goes by "letters." and its language. */
  changed: z.record(z.string().check(z.regex(CHANGED)), Change),
});

export type ObjectionRecord = z.infer<typeof ObjectionRecord>;

/** What the member changes at once. */
export const ObjectionChanges = z.partial(Told);
export type ObjectionChanges = z.infer<typeof ObjectionChanges>;

/** A letter that was edited: its language, what stood there before and what stands there now; null for no letter of the member's own. */
export const LetterEdit = z.strictObject({ language: Language, from: z.nullable(Text), to: z.nullable(Text) });
export type LetterEdit = z.infer<typeof LetterEdit>;

/** The objection under way and the others. */
export const StoredObjection = z.strictObject({
  version: z.literal(2),
  current: ObjectionRecord,
  earlier: z.array(ObjectionRecord),
});
export type StoredObjection = z.infer<typeof StoredObjection>;
