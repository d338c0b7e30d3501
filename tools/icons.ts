import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { PNG } from 'pngjs';
import { chromiumPath } from './browser.ts';

/** `npm run icons`: draws the icons in `icons/` in every size that browsers ask for. */

const ROOT = join(import.meta.dirname, '..');
const TARGET = join(ROOT, 'public', 'icon');

/** The mark for stores and lists, and one icon for each state that the toolbar shows. */
const ICONS = [
  { name: 'mark', sizes: [16, 32, 128], file: (size: number) => `${size}.png` },
  ...['on', 'off', 'unknown'].map((name) => ({
    name,
    sizes: [16, 32],
    file: (size: number) => `${name}-${size}.png`,
  })),
];

async function draw(browser: Browser, svg: string, size: number, file: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>*{margin:0}svg{display:block;inline-size:${size}px}</style>${svg}`);
  const picture = PNG.sync.read(await page.screenshot({ omitBackground: true }));
  // The same picture in two thirds of the bytes: even areas are best left unfiltered.
  writeFileSync(join(TARGET, file), PNG.sync.write(picture, { deflateLevel: 9, deflateStrategy: 0, filterType: 0 }));
  await page.close();
}

const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
mkdirSync(TARGET, { recursive: true });
for (const { name, sizes, file } of ICONS) {
  const svg = readFileSync(join(ROOT, 'icons', `${name}.svg`), 'utf8');
  for (const size of sizes) await draw(browser, svg, size, file(size));
}
await browser.close();
