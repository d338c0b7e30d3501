import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { LIBRARIES, type Library } from './libraries.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const BUNDLES = join(ROOT, '.output', 'libraries');
/** What the bundles were made from. Written last, so that a build that broke off does not count. */
const MADE_FROM = join(BUNDLES, 'made-from');

/** Makes one script of each library's page, unless that was done already from the same sources and packages. */
export async function bundleLibraries(): Promise<void> {
  const sources = hashOfSources();
  if (existsSync(MADE_FROM) && readFileSync(MADE_FROM, 'utf8') === sources) return;
  rmSync(BUNDLES, { recursive: true, force: true });
  mkdirSync(BUNDLES, { recursive: true });
  for (const library of LIBRARIES) await bundle(library);
  writeFileSync(MADE_FROM, sources);
}

/** The script that draws a library's page. */
export function bundleOf(name: string): string {
  return readFileSync(join(BUNDLES, `${name}.js`), 'utf8');
}

async function bundle({ name, source }: Library): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    build: {
      outDir: BUNDLES,
      emptyOutDir: false,
      lib: { entry: source, formats: ['iife'], name: 'library', fileName: () => `${name}.js` },
    },
  });
}

function hashOfSources(): string {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')));
  for (const file of readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.endsWith('.ts')) hash.update(readFileSync(join(import.meta.dirname, file)));
  }
  return hash.digest('hex');
}
