import * as z from 'zod/mini';
import { LIMITS } from '../linkedin/limits.ts';
import { RECHECK_CHOICES, RECHECK_DAYS, TYPED_LIMITS } from './limits.ts';
import { NO_OBJECTION, NOTHING_KNOWN } from './nothing.ts';
import { StoredObjection } from './objection.ts';
import { SettingRecord, Sighting, Time } from './setting-record.ts';

/** What one storage key holds. `version` changes when the shape does, and older values come along: see `migrations.ts`. */
export const StoredSetting = z.strictObject({ version: z.literal(1), ...SettingRecord.shape });
/** Entries of a setting's history that are older than those beside the setting. Null where what stood here could not be read. */
export const StoredPiece = z.strictObject({ version: z.literal(1), history: z.nullable(z.array(Sighting)) });
export const StoredRegion = z.strictObject({
  version: z.literal(1),
  /** ISO 3166-1 alpha-2, the member's own choice. */
  country: z.nullable(z.string().check(z.regex(/^[A-Z]{2}$/))),
});
/** What the member prefers to be reminded of. Each comes along in the message that changes it, in the overview and in the report. */
export const Reminders = z.strictObject({
  /** How often to look again; null for never. */
  recheckDays: z.nullable(z.literal(RECHECK_CHOICES)),
  /** Whether the browser may show a notification. The member was asked for that permission. */
  notify: z.boolean(),
});
export const StoredReminders = z.strictObject({
  version: z.literal(2),
  ...Reminders.shape,
  /** When the member chose the interval, in milliseconds; 0 for never. */
  chosenAt: Time,
  /** What was last notified of each kind and when, in milliseconds, so that nothing is told twice; until it `isShown` it is only about to be. */
  told: z.record(z.string(), z.strictObject({ about: z.string(), at: Time, isShown: z.boolean() })),
});
/** That the member wants a setting as it is, whatever is recommended; a note of null says that they do not any more. */
export const Mark = z.strictObject({
  at: Time,
  note: z.nullable(z.string().check(z.maxLength(TYPED_LIMITS.note))),
});
export const StoredMarks = z.strictObject({ version: z.literal(2), marks: z.record(z.string(), Mark) });
export const StoredReport = z.strictObject({
  version: z.literal(1),
  /** Up to when the member has seen what changed, in milliseconds. */
  seenUntil: Time,
});
/** What the member has said of a label of LinkedIn's: whether it is the setting's, in which language it stood, and when they said so. */
export const RecognisedLabel = z.strictObject({
  setting: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,59}$/)),
  label: z.string().check(z.minLength(1), z.maxLength(LIMITS.text)),
  language: z.string().check(z.maxLength(LIMITS.language)),
  /** Whether LinkedIn may use the member's data when the switch of this label is on. */
  answer: z.enum(['yes', 'no']),
  at: Time,
});
export const StoredRecognised = z.strictObject({ version: z.literal(1), labels: z.array(RecognisedLabel) });
/** A stored value that did not fit its schema: kept as it was found, with the key it was under. */
const SetAside = z.strictObject({ key: z.string(), at: z.number(), problem: z.string(), value: z.unknown() });
export const StoredSetAside = z.strictObject({ version: z.literal(1), values: z.array(SetAside) });

export type Reminders = z.infer<typeof Reminders>;
export type StoredSetting = z.infer<typeof StoredSetting>;
export type StoredPiece = z.infer<typeof StoredPiece>;
export type StoredRegion = z.infer<typeof StoredRegion>;
export type StoredReminders = z.infer<typeof StoredReminders>;
export type StoredMarks = z.infer<typeof StoredMarks>;
export type StoredReport = z.infer<typeof StoredReport>;
export type StoredRecognised = z.infer<typeof StoredRecognised>;
export type StoredSetAside = z.infer<typeof StoredSetAside>;

/** Everything stored, by kind, with its schema and what it is before anything was written. Of the first two there are many: see `keys.ts`. */
export const STORED = {
  setting: { schema: StoredSetting, empty: { version: 1, ...NOTHING_KNOWN } as StoredSetting },
  piece: { schema: StoredPiece, empty: { version: 1, history: null } as StoredPiece },
  region: { schema: StoredRegion, empty: { version: 1, country: null } as StoredRegion },
  objection: {
    schema: StoredObjection,
    empty: { version: 2, current: NO_OBJECTION, earlier: [] } as StoredObjection,
  },
  reminders: {
    schema: StoredReminders,
    empty: { version: 2, recheckDays: RECHECK_DAYS, notify: false, chosenAt: 0, told: {} } as StoredReminders,
  },
  marks: { schema: StoredMarks, empty: { version: 2, marks: {} } as StoredMarks },
  report: { schema: StoredReport, empty: { version: 1, seenUntil: 0 } as StoredReport },
  recognised: { schema: StoredRecognised, empty: { version: 1, labels: [] } as StoredRecognised },
  setAside: { schema: StoredSetAside, empty: { version: 1, values: [] } as StoredSetAside },
} as const;

export type StoredKind = keyof typeof STORED;
/** Kinds of which there is one value, under their own name. */
export type StoredKey = Exclude<StoredKind, 'setting' | 'piece'>;
export type StoredValue = {
  setting: StoredSetting;
  piece: StoredPiece;
  region: StoredRegion;
  objection: StoredObjection;
  reminders: StoredReminders;
  marks: StoredMarks;
  report: StoredReport;
  recognised: StoredRecognised;
  setAside: StoredSetAside;
};

/** What was read of everything stored: of the settings those that were asked for and are there, by id, each as far back as was asked. */
export type Stored = Pick<StoredValue, StoredKey> & { settings: Record<string, SettingRecord> };
