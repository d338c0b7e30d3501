import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(import.meta.dirname, '..', '..');

/** Who is measured, in the order of the tables. */
export const CONTESTANTS = {
  none: { label: 'no extension', folder: null },
  floor: { label: 'floor', folder: join(import.meta.dirname, 'floor') },
  untrained: { label: 'Untrained', folder: join(ROOT, '.output', 'chrome-mv3') },
  autoconsent: {
    label: 'autoconsent',
    folder: join(dirname(fileURLToPath(import.meta.resolve('@duckduckgo/autoconsent'))), 'addon-mv3'),
  },
} as const;

export type Name = keyof typeof CONTESTANTS;
export const NAMES = Object.keys(CONTESTANTS) as Name[];

/** The version that a contestant's manifest names. */
export function versionOf(name: Name): string {
  const { folder } = CONTESTANTS[name];
  return folder ? JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).version : '';
}
