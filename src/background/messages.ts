import * as z from 'zod/mini';
import type { PageMessage as PageMessageType } from '../audit/requests.ts';
import { RecognisedLabel, StoredReminders } from '../audit/stored.ts';
import { parseAddress } from '../linkedin/address.ts';
import { LIMITS } from '../linkedin/reading.ts';
import { SETTINGS } from '../linkedin/settings.ts';
import { ObjectionChanges } from '../objection/record.ts';
import { COUNTRIES } from '../regions/countries.ts';
import { REPORT_LIMITS } from '../report/limits.ts';

const SettingId = z.enum(SETTINGS.map(({ id }) => id));

const Text = z.string().check(z.maxLength(LIMITS.text));

const PageText = z.strictObject({
  text: Text,
  as: z.enum(['text', 'heading', 'link', 'button', 'unseen']),
  depth: z.number().check(z.int(), z.nonnegative(), z.maximum(LIMITS.depth)),
});

const Texts = z.array(PageText).check(z.maxLength(LIMITS.texts));

const Control = z.strictObject({
  markup: z.string().check(z.maxLength(LIMITS.markup)),
  state: z.nullable(z.enum(['on', 'off', 'mixed'])),
  sort: z.enum(['switch', 'radio', 'pressed', 'select']),
  group: Texts,
  options: z
    .array(z.strictObject({ text: z.string().check(z.maxLength(LIMITS.value)), chosen: z.boolean() }))
    .check(z.maxLength(LIMITS.options)),
  inert: z.boolean(),
  doubts: z.array(z.enum(['restored', 'unspoken', 'hidden'])).check(z.maxLength(3)),
  name: Texts,
  before: Texts,
  after: Texts,
  sight: z.enum(['seen', 'unseen', 'nothing']),
  apart: z.boolean(),
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
    origin: z.enum(['server', 'cache', 'inside']),
    settled: z.boolean(),
    stillness: z.enum(['no', 'still', 'long']),
    waited: z.boolean(),
    touched: z.boolean(),
    switchedAt: z.nullable(z.number().check(z.int(), z.nonnegative())),
    lingering: z.boolean(),
    snapshot: z.strictObject({
      language: z.string().check(z.maxLength(LIMITS.language)),
      main: z.boolean(),
      controls: z.array(Control).check(z.maxLength(LIMITS.controls)),
      rows: z.array(Row).check(z.maxLength(LIMITS.rows)),
      instead: z.nullable(z.enum(['sign-in', 'frame', 'placeholder', 'unreadable'])),
      loading: z.boolean(),
      translated: z.boolean(),
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
    setting: SettingId,
    note: z.nullable(z.string().check(z.maxLength(REPORT_LIMITS.note))),
  }),
  z.strictObject({
    type: z.literal('recognise'),
    setting: SettingId,
    label: RecognisedLabel.shape.label,
    language: RecognisedLabel.shape.language,
    answer: z.nullable(RecognisedLabel.shape.answer),
  }),
  z.strictObject({ type: z.literal('seen-changes'), until: z.number().check(z.int(), z.nonnegative()) }),
  z.strictObject({ type: z.literal('preview-import'), text: FileText }),
  z.strictObject({ type: z.literal('import'), text: FileText }),
  z.strictObject({ type: z.literal('erase') }),
]);

export type ReaderMessage = z.infer<typeof ReaderMessage>;

/** Of what the browser says about a sender, the part that decides. */
export type Sender = {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: { incognito?: boolean | undefined } | undefined;
};

/** Who this extension is, as `runtime` tells it; `base` is where its own pages lie, with the final slash. */
export type Self = { id: string; base: string };

export type Admission =
  | { from: 'reader'; message: ReaderMessage }
  | { from: 'page'; message: PageMessageType }
  | { from: 'nobody'; why: 'stranger' | 'malformed' | 'private' };

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
  // What is looked at in a private window is nobody's business later on.
  if (sender.tab?.incognito) return { from: 'nobody', why: 'private' };
  const reader = ReaderMessage.safeParse(message);
  return reader.success ? { from: 'reader', message: reader.data } : { from: 'nobody', why: 'malformed' };
}

function isSettingsPage(url: string): boolean {
  return ['setting', 'category', 'settings'].includes(parseAddress(url).kind);
}
