import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumPath } from './browser.ts';

/** `npm run icons`: draws the icons of the extension from `icons/mark.svg`, in every size that browsers ask for. */

const ROOT = join(import.meta.dirname, '..');
const TARGET = join(ROOT, 'public', 'icon');
const SIZES = [16, 32, 48, 96, 128];

const svg = readFileSync(join(ROOT, 'icons', 'mark.svg'), 'utf8');
const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
mkdirSync(TARGET, { recursive: true });
for (const size of SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>*{margin:0}svg{display:block;inline-size:${size}px}</style>${svg}`);
  await page.screenshot({ path: join(TARGET, `${size}.png`), omitBackground: true });
  await page.close();
}
await browser.close();
