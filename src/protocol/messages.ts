import * as z from 'zod/mini';
import type { Overview } from '../guidance/overview.ts';
import { Reading } from '../linkedin/reading.ts';
import { SETTINGS } from '../linkedin/settings.ts';
import { COUNTRIES } from '../regions/countries.ts';
import type { Change } from '../report/changes.ts';
import type { Problem } from '../report/import.ts';
import { REPORT_LIMITS } from '../report/limits.ts';
import type { Preview } from '../report/merge.ts';
import { TYPED_LIMITS } from '../storage/limits.ts';
import { LetterEdit, ObjectionChanges, ObjectionRecord } from '../storage/objection.ts';
import type { Sighting } from '../storage/setting-record.ts';
import { RecognisedLabel, Reminders, type Stored } from '../storage/stored.ts';

/**
 * Every message there is, with its schema, its sender and its answer. The interface and the reader import the types alone, so that neither
 * carries the schemas.
 */

const SettingId = z.enum(SETTINGS.map(({ id }) => id));

const ObjectionId = ObjectionRecord.shape.id;

/** A file of more bytes is refused by the report's own check, with a sentence; this only bounds what is taken in. */
const FileText = z.string().check(z.maxLength(REPORT_LIMITS.bytes));

/** From the extension's own pages: what the member chooses, types or brings in. */
const ChangeMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('choose-country'), country: z.nullable(z.enum(COUNTRIES)) }),
  /** What the member tells of the objection with this id, and a letter of it that they edited. */
  z.strictObject({ type: z.literal('change-objection'), objection: ObjectionId, changes: ObjectionChanges }),
  z.strictObject({ type: z.literal('edit-letter'), objection: ObjectionId, edit: LetterEdit }),
  z.strictObject({ type: z.literal('set-reminders'), ...Reminders.shape }),
  /** Marks a setting as wanted as it is; a note of null takes the mark away. */
  z.strictObject({
    type: z.literal('mark'),
    setting: SettingId,
    note: z.nullable(z.string().check(z.maxLength(TYPED_LIMITS.note))),
  }),
  /** The member's answer to whether a label is the setting's; null takes an earlier one back. */
  z.strictObject({
    type: z.literal('recognise'),
    setting: SettingId,
    label: RecognisedLabel.shape.label,
    language: RecognisedLabel.shape.language,
    answer: z.nullable(RecognisedLabel.shape.answer),
  }),
  /** The member has seen what changed up to a time in milliseconds. */
  z.strictObject({ type: z.literal('seen-changes'), until: z.number().check(z.int(), z.nonnegative()) }),
  /** Brings in the text of an exported file. */
  z.strictObject({ type: z.literal('import'), text: FileText }),
]);

/** From the extension's own pages: everything that they may ask of the background. */
export const PageMessage = z.discriminatedUnion('type', [
  ...ChangeMessage.def.options,
  z.strictObject({ type: z.literal('overview') }),
  /** What the report shows at first. */
  z.strictObject({ type: z.literal('report') }),
  /** All that changed since the member last looked. */
  z.strictObject({ type: z.literal('changes') }),
  /** A setting's whole history. */
  z.strictObject({ type: z.literal('history'), setting: SettingId }),
  /** Everything stored, for a file. */
  z.strictObject({ type: z.literal('everything') }),
  /** What an exported file would add. Nothing is written. */
  z.strictObject({ type: z.literal('preview-import'), text: FileText }),
  /** Deletes everything stored. */
  z.strictObject({ type: z.literal('erase') }),
]);

/** From a reader: what it saw. */
export const ReaderMessage = z.strictObject({ type: z.literal('reading'), reading: Reading });

export type ChangeMessage = z.infer<typeof ChangeMessage>;
export type PageMessage = z.infer<typeof PageMessage>;
export type ReaderMessage = z.infer<typeof ReaderMessage>;

/** Why something asked for was not done; of a file, with the place. */
export type Refusal = { ok: false; why: string; problem?: Problem };

/** The report as it is at first: settings with the last entries of their histories, and the newest changes. */
export type ShownReport = { overview: Overview; stored: Stored; changes: Change[]; hasMore: boolean };

/** What a message is answered with besides `ok`, where there is more to say. */
type Contents = {
  overview: { overview: Overview };
  report: { report: ShownReport };
  changes: { changes: Change[] };
  /** `gaps`: before which entries of the history some could not be read. */
  history: { history: Sighting[]; gaps: number[] };
  everything: { stored: Stored };
  'preview-import': { preview: Preview };
};

/** What the background answers to a message of a type. */
export type AnswerTo<Type extends PageMessage['type'] | ReaderMessage['type']> =
  | ({ ok: true } & (Type extends keyof Contents ? Contents[Type] : unknown))
  | Refusal;

/** From the extension's own pages to the reader in a tab. The browser lets nobody else send to it. */
export type ToReader = { type: 'look' } | { type: 'show'; label: string };

/** What the reader answers: whether it is done and which setting's page it is on, or whether the switch has the focus. */
export type ReaderAnswer = { look: { done: boolean; path: string }; show: { shown: boolean } };
