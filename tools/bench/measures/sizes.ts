import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { CONTESTANTS, NAMES } from '../contestants.ts';
import type { Figure } from '../figures.ts';

const KILOBYTE = 1000;
const LANGUAGES = /^_locales[/\\]/;

/** Bytes of a package as it is published: packed and not, with and without its languages. */
export function measureSizes(): Figure[] {
  return NAMES.flatMap((contestant) => {
    const { folder } = CONTESTANTS[contestant];
    if (!folder) return [];
    const { zip, zipWithoutLanguages, unpacked } = packageSizes(folder);
    const figure = (part: string, what: string, bytes: number): Figure => ({
      id: `size.${part}`,
      what,
      unit: 'kB',
      contestant,
      samples: [bytes / KILOBYTE],
    });
    return [
      figure('zip', 'package: zip', zip),
      figure('zip-without-languages', 'package: zip without the languages', zipWithoutLanguages),
      figure('unpacked', 'package: unpacked', unpacked),
    ];
  });
}

/** Bytes of an extension in a folder. The same folder always gives the same bytes. */
export function packageSizes(folder: string): { zip: number; zipWithoutLanguages: number; unpacked: number } {
  const files = (readdirSync(folder, { recursive: true }) as string[])
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();
  const contents = files.map((file) => [file, new Uint8Array(readFileSync(join(folder, file)))] as const);
  const zipOf = (entries: typeof contents) => zipSync(Object.fromEntries(entries), { level: 9 }).length;
  return {
    zip: zipOf(contents),
    zipWithoutLanguages: zipOf(contents.filter(([file]) => !LANGUAGES.test(file))),
    unpacked: contents.reduce((sum, [, { length }]) => sum + length, 0),
  };
}
