import type { ObjectionChanges } from '../objection/record.ts';

/** What changes something stored, by the member's own act. */
export type ChangeMessage =
  | { type: 'choose-country'; country: string | null }
  | { type: 'change-objection'; changes: ObjectionChanges }
  /** Begins another objection and keeps the one before. */
  | { type: 'new-objection' }
  | { type: 'set-reminders'; recheckDays: 7 | 30 | 90 | null; notify: boolean }
  /** Marks a setting as wanted as it is; a note of null takes the mark away. */
  | { type: 'mark'; setting: string; note: string | null }
  /** The member's answer to whether a label is the setting's; null takes an earlier one back. */
  | { type: 'recognise'; setting: string; label: string; language: string; answer: 'yes' | 'no' | null }
  /** The member has seen what changed up to a time in milliseconds. */
  | { type: 'seen-changes'; until: number }
  /** Brings in the text of an exported file. */
  | { type: 'import'; text: string };

/** What the extension's own pages may ask of the background. The background holds every message against the schema of this type. */
export type PageMessage =
  | ChangeMessage
  | { type: 'overview' }
  /** Everything stored, for the report. */
  | { type: 'report' }
  /** What an exported file would add. Nothing is written. */
  | { type: 'preview-import'; text: string }
  /** Deletes everything stored. */
  | { type: 'erase' };
