import * as z from 'zod/mini';
import { TYPED_LIMITS } from './limits.ts';

/** A calendar day where the member is, as "2027-01-31". */
const Day = z.iso.date();

/** One objection, as far as the member told of it: LinkedIn's form and e-mails are never read. */
export const ObjectionRecord = z.strictObject({
  /** The letter as the member worded or copied it, by language. */
  letters: z.record(z.string().check(z.maxLength(8)), z.string().check(z.maxLength(TYPED_LIMITS.letter))),
  sentOn: z.nullable(Day),
  caseNumber: z.string().check(z.maxLength(TYPED_LIMITS.caseNumber)),
  /** The day of LinkedIn's notice that it takes two more months. */
  extendedOn: z.nullable(Day),
  answer: z.nullable(z.strictObject({ on: Day, outcome: z.enum(['granted', 'partly', 'refused']) })),
  complainedOn: z.nullable(Day),
  /** The member has decided not to object, or to leave it at LinkedIn's answer. */
  closed: z.boolean(),
});

export type ObjectionRecord = z.infer<typeof ObjectionRecord>;

/** Before the member has done anything about the objection. */
export const NO_OBJECTION: ObjectionRecord = {
  letters: {},
  sentOn: null,
  caseNumber: '',
  extendedOn: null,
  answer: null,
  complainedOn: null,
  closed: false,
};

/** What the member changes at once. */
export const ObjectionChanges = z.partial(ObjectionRecord);
export type ObjectionChanges = z.infer<typeof ObjectionChanges>;

/** The objection under way and those before it. */
export const StoredObjection = z.strictObject({
  version: z.literal(1),
  current: ObjectionRecord,
  earlier: z.array(ObjectionRecord),
});
export type StoredObjection = z.infer<typeof StoredObjection>;
