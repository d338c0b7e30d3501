import { SETTINGS, type Setting } from '../linkedin/settings.ts';
import type { Sighting } from '../storage/setting-record.ts';
import type { Stored } from '../storage/stored.ts';

/** A setting that was read otherwise than the time before. */
export type Change = {
  setting: Setting;
  /** When it was first read so, in milliseconds. It changed some time after it was last read otherwise. */
  at: number;
  from: Sighting['state'];
  to: Sighting['state'];
  confirmed: boolean;
  via: Sighting['via'];
};

/**
 * What changed after a time (milliseconds), newest first. A first reading is no change, nor is the same state read anew after a click.
 */
export function changesSince({ audit }: Stored, seenUntil: number): Change[] {
  return SETTINGS.flatMap((setting) => {
    const history = audit.settings[setting.id]?.history ?? [];
    return history.flatMap(({ at, state, confirmed, via }, index) => {
      const from = history[index - 1]?.state;
      if (at <= seenUntil || !from || from === state) return [];
      return [{ setting, at, from, to: state, confirmed: confirmed !== null, via }];
    });
  }).sort((a, b) => b.at - a.at);
}
