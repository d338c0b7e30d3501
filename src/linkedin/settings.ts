import { parseAddress } from './address.ts';
import catalogue from './settings.json' with { type: 'json' };

/** One LinkedIn privacy setting: a row of `settings.json`. */
export type Setting = {
  id: string;
  /** The category page that lists it. */
  category: string;
  section: string;
  /** LinkedIn's English label, and others it has had. */
  label: string;
  aliases: string[];
  /** Addresses of its own page, the current one first. Empty where none is known. */
  paths: string[];
  pathConfidence: string;
  /** Whether its page has one switch; anything else is not read. */
  control: 'switch' | 'other';
  /** What a privacy-minded member chooses, where there is one answer. */
  recommended: 'off' | null;
  advice: string;
  default: string | null;
  defaultConfidence: string;
  europe: string | null;
  /** 0 is the most important. */
  priority: number;
  sources: string[];
  /** The day on which the sources were last checked. */
  checked: string;
};

/** All settings known, in LinkedIn's own order. */
export const SETTINGS = catalogue.settings as Setting[];

/** The setting with an id, or undefined when the catalogue does not know it. */
export function settingNamed(id: string): Setting | undefined {
  return SETTINGS.find((setting) => setting.id === id);
}

const byPath = new Map(SETTINGS.flatMap((setting) => setting.paths.map((path) => [slug(path), setting] as const)));

/**
 * The setting that an address path ("/mypreferences/d/settings/...") belongs to, or undefined when the catalogue does not know it.
 * Settings live in several trees (desktop, mobile, ...) under the same name.
 */
export function settingAt(path: string): Setting | undefined {
  return byPath.get(slug(path));
}

/**
 * A path without the tree it is in, and without the "settings/" that LinkedIn's own links have at times and at times not. Paths outside
 * the settings site stay as they are, but for a final slash.
 */
function slug(path: string): string {
  const address = parseAddress(`https://www.linkedin.com${path}`);
  return address.kind === 'setting' ? address.path.replace(/^settings\//, '') : path.replace(/\/+$/, '');
}
