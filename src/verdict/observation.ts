import { interpret, interpretRows, type Meaning, type Recognised } from '../linkedin/interpret.ts';
import type { Reading, Row } from '../linkedin/reading.ts';
import { settingAt } from '../linkedin/settings.ts';
import type { Details } from '../storage/details.ts';
import { detailsOf } from './details.ts';

/** A checked reading with the time at which it arrived, and that at which the switch was turned in its load, in milliseconds. */
export type Observation = { at: number; switchedAt: number | null; details: Details | null } & Meaning;

/** The tree of whoever is not signed in: it says nothing of a member's settings. */
const GUEST_TREE = 'g';

/**
 * What a reading that arrived at a time (milliseconds) tells of settings of the catalogue: of one from its own page, of many from a
 * category page. `recognised` are the labels that the member has said are a setting's. Settings whose page has no single switch are not read.
 */
export function observationsOf(
  reading: Reading,
  at: number,
  recognised: Recognised[] = [],
): { setting: string; observation: Observation }[] {
  const { kind, tree, path, switchedAt, snapshot } = reading;
  if (tree === GUEST_TREE) return [];
  const how = { at, switchedAt, details: detailsOf(reading) };
  if (kind === 'setting') {
    const setting = settingAt(`/mypreferences/${tree}/${path}`);
    if (setting?.control !== 'switch') return [];
    return [{ setting: setting.id, observation: { ...how, ...interpret(reading, setting.id, recognised) } }];
  }
  return [...rowsBySetting(snapshot.rows)].flatMap(([setting, rows]) => {
    const meaning = interpretRows(rows, reading);
    return meaning ? [{ setting, observation: { ...how, ...meaning } }] : [];
  });
}

/** A list may show a setting more than once. */
function rowsBySetting(rows: Row[]): Map<string, Row[]> {
  const settings = new Map<string, Row[]>();
  for (const row of rows) {
    const setting = settingAt(row.path);
    if (setting?.control === 'switch') settings.set(setting.id, [...(settings.get(setting.id) ?? []), row]);
  }
  return settings;
}
