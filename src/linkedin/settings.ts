import catalogue from './settings.json' with { type: 'json' };

/** One LinkedIn privacy setting, as a row of `settings.json`. */
export type Setting = (typeof catalogue.settings)[number];

/** The id of the setting that the whole extension is about. */
export const AI_TRAINING = 'ai-training';

const byId = new Map(catalogue.settings.map((setting) => [setting.id, setting]));
const byPath = new Map(catalogue.settings.map((setting) => [setting.path, setting]));

/** The setting whose own page has this path, or undefined when the catalogue does not know the path. */
export function settingAt(path: string): Setting | undefined {
  return byPath.get(path);
}

/** The setting with this id. Throws on an id that is not in the catalogue: ids come from code, never from a page. */
export function settingById(id: string): Setting {
  const setting = byId.get(id);
  if (!setting) throw new Error(`No setting "${id}" in settings.json`);
  return setting;
}
