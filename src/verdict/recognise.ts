import { quotable } from '../linkedin/quotable.ts';
import type { SettingRecord, Sighting } from '../storage/setting-record.ts';
import type { StoredRecognised } from '../storage/stored.ts';
import type { Verdict } from './verdict.ts';

/** A label of LinkedIn's, as a page has it, in the language that the page names. */
export type Label = { label: string; language: string };

type Answered = StoredRecognised['labels'][number];

/**
 * The label which the verdict, or the attempt that failed since, waits for the member to recognise; null where there is none, where the
 * member has answered, and where nothing of it can be seen.
 */
export function questionOf({ failure, sighting }: Verdict, answered: Answered[]): Label | null {
  const asked = [failure, sighting].find(
    (read) => read?.recognisable && quotable(read.label) !== '' && !answered.some((one) => isSame(one, read)),
  );
  return asked ? { label: asked.label, language: asked.language } : null;
}

/** What is known once the member no longer says that a label is the setting's: nothing is proven that was by their word. */
export function withoutWord(record: SettingRecord, label: Label): SettingRecord {
  const { history, newest } = record;
  const last = newest?.before?.last ?? null;
  if (![...history, last].some((one) => one && isSame(one, label))) return record;
  const unproven = (one: Sighting): Sighting =>
    isSame(one, label) ? { ...one, confirmed: null, missing: 'named', recognisable: true } : one;
  const before = newest?.before && { ...newest.before, last: last && unproven(last) };
  return { ...record, history: history.map(unproven), newest: newest && { ...newest, before: before ?? null } };
}

function isSame(one: Label, other: Label): boolean {
  return one.label === other.label && one.language === other.language;
}
