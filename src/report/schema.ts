import * as z from 'zod/mini';
import { TYPED_LIMITS } from '../storage/limits.ts';
import { ObjectionRecord } from '../storage/objection.ts';
import { Failure, Sighting } from '../storage/setting-record.ts';
import { Mark, RecognisedLabel, StoredRegion, StoredReminders } from '../storage/stored.ts';
import { REPORT_LIMITS } from './limits.ts';

const said = (description: string) => z.meta({ description });
const SettingId = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,59}$/));
const Country = StoredRegion.shape.country;

function bySetting<Value extends z.ZodMiniType>(value: Value) {
  const { settings } = REPORT_LIMITS;
  return z.record(SettingId, value).check(
    z.refine((record) => Object.keys(record).length <= settings),
    z.meta({ maxProperties: settings }),
  );
}

const About = z.strictObject({
  extension: z.literal('Untrained'),
  extensionVersion: z.string().check(z.maxLength(40)),
  exportedAt: z.iso.datetime().check(said('UTC.')),
  ruleTable: z.iso.date().check(said('The day on which the rules were last checked against their sources.')),
  region: z.strictObject({
    country: Country.check(said('ISO 3166-1 alpha-2, as the member chose it; null where none is chosen.')),
    chosenBy: z.nullable(z.literal('member')),
    rule: z
      .nullable(
        z.strictObject({
          id: z.string().check(z.maxLength(40)),
          status: z.enum(['included', 'exempt', 'no-evidence']),
          since: z.iso.date(),
          confidence: z.enum(['high', 'medium', 'low']),
        }),
      )
      .check(said('The rule in force there on the day of the export, by the extension’s own table.')),
  }),
  meaning: z
    .strictObject({ evidence: z.literal('read-on-linkedin-pages'), typed: z.literal('typed-by-the-member') })
    .check(said('What the two other parts of the file are. Neither is signed: whoever has the file can change it.')),
});

const Evidence = z.strictObject({
  settings: bySetting(
    z.strictObject({
      history: z.array(Sighting).check(z.maxLength(REPORT_LIMITS.history)),
      failure: z.nullable(Failure),
    }),
  ),
});

const Typed = z.strictObject({
  region: z.strictObject({ country: Country }),
  marks: bySetting(Mark).check(
    said('Settings that the member wants as they are; a note of null says that they do not any more.'),
  ),
  objection: z.strictObject({
    current: ObjectionRecord,
    earlier: z.array(ObjectionRecord).check(z.maxLength(REPORT_LIMITS.earlier)),
  }),
  reminders: z.omit(StoredReminders, { version: true, told: true }),
  recognised: z
    .array(RecognisedLabel)
    .check(
      z.maxLength(TYPED_LIMITS.recognised),
      said(
        'Labels that the member has said are a setting’s. They are not brought in from a file: each browser asks for itself.',
      ),
    ),
});

/**
 * The exported file. Times are milliseconds since 1970, UTC, but for `exportedAt`; days are those where the member is. The structure of
 * the page last read (`details`) is left out: it is for bug reports, says nothing about the member's choice and leaves only when asked for.
 */
export const ReportFile = z.strictObject({
  schemaVersion: z.literal(3),
  about: About,
  evidence: Evidence.check(said('What the extension read on LinkedIn’s pages. Times in milliseconds since 1970, UTC.')),
  typed: Typed.check(said('What the member typed or chose.')),
});

export type ReportFile = z.infer<typeof ReportFile>;
