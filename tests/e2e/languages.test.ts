import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHROME_BUILD, launch } from '../../tools/launch.ts';
import { Replica, serve } from '../replica/replica.ts';
import { AI_SETTING_URL, expect, expectVerdict, test } from './untrained.ts';

/** The real extension in browsers of other languages. What every language looks like is measured in gallery-layout.test.ts. */

function textsOf(locale: string): Record<string, { message: string }> {
  return JSON.parse(readFileSync(join(CHROME_BUILD, '_locales', locale, 'messages.json'), 'utf8'));
}

for (const [language, locale, germany] of [
  ['ar', 'ar', 'ألمانيا'],
  ['ja', 'ja', 'ドイツ'],
] as const) {
  test(`in a browser in ${language} everything is: words, direction, dates and countries`, async () => {
    const { context, origin, close } = await launch({ headless: true, language });
    try {
      await serve(context, new Replica());
      const popup = await context.newPage();
      await popup.goto(`${origin}/popup.html`);
      const html = popup.locator('html');
      await expect(html).toHaveAttribute('lang', language);
      await expect(html).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
      await expect(popup.locator('option[value=DE]')).toHaveText(germany);
      const page = await context.newPage();
      await page.goto(AI_SETTING_URL);
      await expectVerdict(popup, 'opted-in');
      const texts = textsOf(locale);
      await expect(popup.getByRole('heading', { level: 1 })).toHaveText(texts.headline_opted_in?.message ?? '');
      const now = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'second');
      await expect(popup.locator('.evidence dd').nth(1)).toContainText(now);
      // LinkedIn's own words stay in the language they were read in.
      await expect(popup.locator('.answer blockquote').first()).toHaveAttribute('lang', 'en');
    } finally {
      await close();
    }
  });
}

test('a text that is not translated yet is shown in English, and all others in their language', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'untrained-untranslated-'));
  cpSync(CHROME_BUILD, folder, { recursive: true });
  const { headline_not_checked: _, ...others } = textsOf('ja');
  writeFileSync(join(folder, '_locales', 'ja', 'messages.json'), JSON.stringify(others));
  const { context, origin, close } = await launch({ headless: true, language: 'ja' }, folder);
  try {
    const popup = await context.newPage();
    await popup.goto(`${origin}/popup.html`);
    await expectVerdict(popup, 'not-checked');
    const english = textsOf('en').headline_not_checked?.message ?? '';
    await expect(popup.getByRole('heading', { level: 1 })).toHaveText(english);
    await expect(popup.getByRole('heading', { name: others.region_heading?.message ?? '' })).toBeVisible();
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('where the browser gives it no texts at all, the page still says so, and how to go on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'untrained-silent-'));
  cpSync(CHROME_BUILD, folder, { recursive: true });
  for (const locale of readdirSync(join(folder, '_locales'))) {
    const { extensionName, extensionDescription } = textsOf(locale);
    const texts = JSON.stringify({ extensionName, extensionDescription });
    writeFileSync(join(folder, '_locales', locale, 'messages.json'), texts);
  }
  const { context, origin, close } = await launch({ headless: true }, folder);
  try {
    const popup = await context.newPage();
    await popup.goto(`${origin}/popup.html`);
    await expectVerdict(popup, 'unknown', { reason: 'no-texts' });
    await expect(popup.locator('main')).toContainText('What is stored is not lost.');
    // To start again ends every page of the extension.
    const ended = popup.waitForEvent('close');
    const button = popup.getByRole('button', { name: 'Start Untrained again' });
    // Later than this call, which would otherwise end with the page and fail.
    await button.evaluate((element: HTMLButtonElement) => void setTimeout(() => element.click(), 50));
    await ended;
  } finally {
    await close();
    rmSync(folder, { recursive: true });
  }
});
