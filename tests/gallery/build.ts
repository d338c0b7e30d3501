import { join, resolve } from 'node:path';
import { build } from 'vite';

const HERE = import.meta.dirname;

/** Where the built gallery lies. */
export const GALLERY = resolve(HERE, '..', '..', '.output', 'gallery');

/** Builds the gallery: the extension's own components, styles and texts, with the browser's API stood in for. */
export async function buildGallery(): Promise<void> {
  await build({
    root: HERE,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { 'webextension-polyfill': join(HERE, 'stand-in-browser.ts') } },
    build: { outDir: GALLERY, emptyOutDir: true, chunkSizeWarningLimit: 4000 },
  });
}
