import * as z from 'zod/mini';
import type { PageMessage as PageMessageType } from '../audit/requests.ts';
import { StoredReminders } from '../audit/stored.ts';
import { parseAddress } from '../linkedin/address.ts';
import { LIMITS } from '../linkedin/reading.ts';
import { SETTINGS } from '../linkedin/settings.ts';
import { ObjectionChanges } from '../objection/record.ts';
import { COUNTRIES } from '../regions/countries.ts';
import { REPORT_LIMITS } from '../report/limits.ts';

const Text = z.string().check(z.maxLength(LIMITS.text));

const Control = z.strictObject({
  markup: z.string().check(z.maxLength(LIMITS.markup)),
  state: z.nullable(z.enum(['on', 'off', 'mixed'])),
  inert: z.boolean(),
  restored: z.boolean(),
  texts: z.array(Text).check(z.maxLength(LIMITS.texts)),
  stateWord: z.string().check(z.maxLength(LIMITS.stateWord)),
});

const Row = z.strictObject({
  path: z.string().check(z.maxLength(LIMITS.path)),
  label: Text,
  value: z.string().check(z.maxLength(LIMITS.value)),
});

const ReaderMessage = z.strictObject({
  type: z.literal('reading'),
  reading: z.strictObject({
    kind: z.enum(['setting', 'category']),
    tree: z.string().check(z.regex(/^[a-z]$/)),
    path: z.string().check(z.maxLength(LIMITS.path)),
    load: z.number().check(z.nonnegative()),
    settled: z.boolean(),
    fresh: z.boolean(),
    held: z.boolean(),
    waited: z.boolean(),
    switched: z.boolean(),
    lingering: z.boolean(),
    snapshot: z.strictObject({
      language: z.string().check(z.maxLength(LIMITS.language)),
      main: z.boolean(),
      controls: z.array(Control).check(z.maxLength(LIMITS.controls)),
      rows: z.array(Row).check(z.maxLength(LIMITS.rows)),
      instead: z.nullable(z.enum(['sign-in', 'frame', 'placeholder', 'unreadable'])),
    }),
  }),
});

/** A file of more bytes is refused by the report's own check, with a sentence; this only bounds what is taken in. */
const FileText = z.string().check(z.maxLength(REPORT_LIMITS.bytes));

const PageMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('choose-country'), country: z.nullable(z.enum(COUNTRIES)) }),
  z.strictObject({ type: z.literal('overview') }),
  z.strictObject({ type: z.literal('change-objection'), changes: ObjectionChanges }),
  z.strictObject({ type: z.literal('new-objection') }),
  z.strictObject({
    type: z.literal('set-reminders'),
    recheckDays: StoredReminders.shape.recheckDays,
    notify: z.boolean(),
  }),
  z.strictObject({ type: z.literal('report') }),
  z.strictObject({
    type: z.literal('mark'),
    setting: z.enum(SETTINGS.map(({ id }) => id)),
    note: z.nullable(z.string().check(z.maxLength(REPORT_LIMITS.note))),
  }),
  z.strictObject({ type: z.literal('seen-changes'), until: z.number().check(z.int(), z.nonnegative()) }),
  z.strictObject({ type: z.literal('preview-import'), text: FileText }),
  z.strictObject({ type: z.literal('import'), text: FileText }),
  z.strictObject({ type: z.literal('erase') }),
]);

export type ReaderMessage = z.infer<typeof ReaderMessage>;

/** Of what the browser says about a sender, the part that decides. */
export type Sender = { id?: string | undefined; url?: string | undefined; frameId?: number | undefined; tab?: unknown };

/** Who this extension is, as `runtime` tells it; `base` is where its own pages lie, with the final slash. */
export type Self = { id: string; base: string };

export type Admission =
  | { from: 'reader'; message: ReaderMessage }
  | { from: 'page'; message: PageMessageType }
  | { from: 'nobody'; why: 'stranger' | 'malformed' };

/**
 * Decides whether a message may be acted on. A reader, in the top frame of a settings page, may only say what it read; only the
 * extension's own pages may ask for anything else. All else is refused with the reason.
 */
export function admit(message: unknown, sender: Sender, self: Self): Admission {
  if (sender.id !== self.id || !sender.url) return { from: 'nobody', why: 'stranger' };
  if (sender.url.startsWith(self.base)) {
    const page = PageMessage.safeParse(message);
    return page.success ? { from: 'page', message: page.data } : { from: 'nobody', why: 'malformed' };
  }
  const isReader = sender.tab !== undefined && sender.frameId === 0 && isSettingsPage(sender.url);
  if (!isReader) return { from: 'nobody', why: 'stranger' };
  const reader = ReaderMessage.safeParse(message);
  return reader.success ? { from: 'reader', message: reader.data } : { from: 'nobody', why: 'malformed' };
}

function isSettingsPage(url: string): boolean {
  return ['setting', 'category', 'settings'].includes(parseAddress(url).kind);
}
