import { SETTINGS } from '../linkedin/settings.ts';
import type { Sighting } from '../storage/setting-record.ts';
import type { Stored } from '../storage/stored.ts';

/** How many are told at once; whoever has not looked for years may have thousands. */
export const CHANGES_SHOWN = 20;

/** A setting, by its id, that was read otherwise than the time before. */
export type Change = {
  setting: string;
  /** When it was first read so, in milliseconds. It changed some time after it was last read otherwise. */
  at: number;
  from: Sighting['state'];
  to: Sighting['state'];
  confirmed: boolean;
  via: Sighting['via'];
};

/** Settings of the catalogue, by id, as far as their histories are read. */
type Settings = Stored['settings'];

/**
 * What changed after a time (milliseconds), newest first. A first reading is no change, nor is the same state read again after a click.
 */
export function changesSince(settings: Settings, seenUntil: number): Change[] {
  return SETTINGS.flatMap(({ id }) => {
    const { history = [] } = settings[id] ?? {};
    return history.flatMap(({ at, state, confirmed, via }, index) => {
      const from = history[index - 1]?.state;
      if (at <= seenUntil || !from || from === state) return [];
      return [{ setting: id, at, from, to: state, confirmed: confirmed !== null, via }];
    });
  }).sort((a, b) => b.at - a.at);
}

/** The ids of the settings that have to be read further back before it is certain which changes after a time (milliseconds) are the newest `count`. */
export function readFurther(settings: Settings, seenUntil: number, count: number): string[] {
  const last = changesSince(settings, seenUntil)[count];
  const horizon = last ? last.at : seenUntil;
  return SETTINGS.map(({ id }) => id).filter((id) => {
    const { history, earlier } = settings[id] ?? {};
    return earlier !== undefined && earlier.pieces > 0 && (history?.[0]?.at ?? Number.POSITIVE_INFINITY) > horizon;
  });
}
