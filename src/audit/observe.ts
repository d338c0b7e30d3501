import { interpret, interpretRow } from '../linkedin/interpret.ts';
import type { Reading } from '../linkedin/reading.ts';
import { settingAt } from '../linkedin/settings.ts';
import { detailsOf } from './details.ts';
import type { Observation } from './history.ts';

/**
 * What a reading that arrived at a time (milliseconds) tells of settings of the catalogue: of one from its own page, of many from a
 * category page. Settings that are no switch, and addresses that the catalogue does not know, tell nothing.
 */
export function observationsOf(reading: Reading, at: number): { setting: string; observation: Observation }[] {
  const { kind, tree, path, switched, snapshot } = reading;
  const how = { at, switched, details: detailsOf(reading) };
  if (kind === 'setting') {
    const setting = settingAt(`/mypreferences/${tree}/${path}`);
    if (setting?.control !== 'switch') return [];
    return [{ setting: setting.id, observation: { ...how, ...interpret(reading, setting.id) } }];
  }
  return snapshot.rows.flatMap((row) => {
    const setting = settingAt(row.path);
    const meaning = setting?.control === 'switch' ? interpretRow(row, reading) : null;
    return setting && meaning ? [{ setting: setting.id, observation: { ...how, ...meaning } }] : [];
  });
}
