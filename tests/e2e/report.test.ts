import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse as parseCsv } from 'csv-parse/sync';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Installed } from '../../tools/launch.ts';
import { findings } from './axe.ts';
import { agedBy } from './background.ts';
import { AI_SETTING_URL, CATEGORY_URL, expect, expectVerdict, stored, test } from './untrained.ts';

const ADS_URL = 'https://www.linkedin.com/mypreferences/d/categories/ads';
const SCHEMA = join(import.meta.dirname, '..', '..', 'docs', 'report.schema.json');

async function openReport({ context, origin }: Installed): Promise<Page> {
  const report = await context.newPage();
  await report.goto(`${origin}/report.html`);
  await expect(report.locator('[data-setting]').first()).toBeVisible();
  return report;
}

const row = (report: Page, id: string) => report.locator(`[data-setting="${id}"]`);

/** What a click saves to disk. */
async function saved(report: Page, selector: string): Promise<{ name: string; text: string }> {
  const downloaded = report.waitForEvent('download');
  await report.locator(selector).click();
  const download = await downloaded;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** Chooses a file of this text for the import. */
async function bring(report: Page, text: string | Buffer): Promise<void> {
  await report
    .locator('[name=import-file]')
    .setInputFiles({ name: 'untrained.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

test('before anything was read, every setting is there and none is claimed', async ({ installed }) => {
  const report = await openReport(installed);
  await expect(report.locator('[data-setting]')).toHaveCount(45);
  expect(await report.locator('[data-setting]:not([data-state=not-checked])').count()).toBe(0);
  await expect(report.locator('[data-filter=as-recommended]')).toHaveAttribute('data-count', '0');
  await expect(report.getByText(/score/i)).toHaveCount(0);
  await expect(report.locator('[data-next-page]').first()).toContainText('Data for Generative AI Improvement');
});

test('two category pages tell of all their rows, and outcomes are kept apart', async ({ installed, page, replica }) => {
  replica.on = false;
  const report = await openReport(installed);
  await page.goto(CATEGORY_URL);
  await expect(row(report, 'ai-training')).toHaveAttribute('data-outcome', 'unconfirmed');
  await expect(row(report, 'research')).toHaveAttribute('data-outcome', 'not-as-recommended');
  await page.goto(`${ADS_URL}?on=true`);
  await expect(row(report, 'ads-gender')).toHaveAttribute('data-outcome', 'as-recommended');
  await expect(row(report, 'ads-gender')).toContainText("Read in LinkedIn's list");
  await page.goto(AI_SETTING_URL);
  await expect(row(report, 'ai-training')).toHaveAttribute('data-outcome', 'as-recommended');
  await expect(row(report, 'ai-training')).toHaveAttribute('data-state', 'off');
  await expect(row(report, 'search-history')).toHaveAttribute('data-outcome', 'look-yourself');
  await report.locator('[data-filter=not-as-recommended]').click();
  const shown = await report
    .locator('[data-setting]')
    .evaluateAll((rows) => rows.map((one) => (one as HTMLElement).dataset.outcome));
  expect(new Set(shown)).toEqual(new Set(['not-as-recommended']));
  expect(String(shown.length)).toBe(
    await report.locator('[data-filter=not-as-recommended]').getAttribute('data-count'),
  );
});

test('a setting can be marked as wanted with a note, which counts as decided and stays text', async ({
  installed,
  page,
  replica,
}) => {
  replica.on = false;
  await page.goto(CATEGORY_URL);
  const report = await openReport(installed);
  const research = row(report, 'research');
  await expect(research).toHaveAttribute('data-outcome', 'not-as-recommended');
  await research.getByText('I want it as it is').click();
  const note = '<img src=x onerror="document.title=1"> for my thesis';
  await research.getByLabel('Your note').fill(note);
  await research.getByRole('button', { name: 'Mark as decided' }).click();
  await expect(research).toHaveAttribute('data-outcome', 'decided');
  await expect(research.locator('[data-mark]')).toContainText(note);
  await expect(report.locator('img')).toHaveCount(0);
  await research.getByRole('button', { name: 'Remove the mark' }).click();
  await expect(research).toHaveAttribute('data-outcome', 'not-as-recommended');
});

test('what changed since is the first thing, until it was seen; the picture shows the gap', async ({
  installed,
  page,
  replica,
}) => {
  replica.on = false;
  await page.goto(AI_SETTING_URL);
  const report = await openReport(installed);
  await expectVerdict(report, 'opted-out');
  await page.goto('https://www.linkedin.com/feed/');
  await report.evaluate(agedBy(60));
  replica.on = true;
  await page.goto(AI_SETTING_URL);
  await expectVerdict(report, 'opted-in');
  const changes = report.locator('[data-changes]');
  await expect(changes.locator('[data-changed=ai-training]')).toContainText('from Off to On');
  expect(await report.locator('main > section').first().getAttribute('data-changes')).toBe('1');
  await report.getByRole('button', { name: 'I have seen this' }).click();
  await expect(changes).toHaveCount(0);
  await expect(report.locator('.timeline .span.span-off').first()).toBeVisible();
  await report.getByText('The same as a table').click();
  await expect(report.getByRole('cell', { name: 'Off, confirmed' })).toBeVisible();
  await row(report, 'ai-training').getByText('History (2)').click();
  await expect(row(report, 'ai-training').locator('[data-history] li')).toHaveCount(2);
});

test('export, delete and import give everything back, but never a verdict that this browser did not read', async ({
  installed,
  page,
  replica,
}) => {
  replica.on = false;
  await page.goto(CATEGORY_URL);
  const report = await openReport(installed);
  await expect(row(report, 'research')).toHaveAttribute('data-state', 'on');
  await page.goto(AI_SETTING_URL);
  await expectVerdict(report, 'opted-out');
  await row(report, 'research').getByText('I want it as it is').click();
  await row(report, 'research').getByLabel('Your note').fill('=HYPERLINK("http://evil.example")');
  await row(report, 'research').getByRole('button', { name: 'Mark as decided' }).click();
  await expect(row(report, 'research')).toHaveAttribute('data-outcome', 'decided');

  const json = await saved(report, '[data-export=json]');
  expect(json.name).toMatch(/^untrained-\d{4}-\d{2}-\d{2}\.json$/);
  const file = JSON.parse(json.text);
  expect(file.schemaVersion).toBe(3);
  expect(file.typed.marks.research.note).toBe('=HYPERLINK("http://evil.example")');
  const ajv = new Ajv();
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));
  expect(validate(file), JSON.stringify(validate.errors)).toBe(true);

  const csv = await saved(report, '[data-export=csv]');
  const lines = parseCsv(csv.text, { bom: true, columns: true }) as Record<string, string>[];
  const ai = lines.find(({ kind, setting }) => kind === 'history' && setting === 'ai-training');
  expect(ai).toMatchObject({ part: 'evidence', state: 'off', via: 'page' });
  // A spreadsheet must take the note for text.
  expect(lines.find(({ kind }) => kind === 'mark')?.note).toBe(`'=HYPERLINK("http://evil.example")`);

  // A settings page that stays open is read again.
  await page.close();
  await report.locator('[data-action=erase]').click();
  await expect(report.getByText('Save a copy first?')).toBeVisible();
  await report.getByRole('button', { name: 'Keep it' }).click();
  await expect(row(report, 'research')).toHaveAttribute('data-outcome', 'decided');
  await report.locator('[data-action=erase]').click();
  await report.locator('[data-action=erase-now]').click();
  await expect(report.getByText('Everything was deleted.')).toBeVisible();
  await expectVerdict(report, 'not-checked');
  expect(await stored(installed)).toEqual({});

  const counts = report.locator('[data-import=preview] [role=status] li');
  await bring(report, json.text);
  await expect(counts).toHaveText([
    '5 new readings',
    '0 readings known already',
    '1 new mark',
    '0 objections, new or brought up to date',
  ]);
  expect(await stored(installed)).toEqual({});
  await report.locator('[data-action=import]').click();
  await expect(report.getByText('Done. Nothing that was here before was lost.')).toBeVisible();
  await expect(row(report, 'research')).toHaveAttribute('data-outcome', 'decided');
  await expectVerdict(report, 'unconfirmed', { confirmed: 'false' });
  const once = await stored(installed);
  await bring(report, json.text);
  await expect(counts).toHaveText([
    '0 new readings',
    '5 readings known already',
    '0 new marks',
    '0 objections, new or brought up to date',
  ]);
  await report.locator('[data-action=import]').click();
  await expect(report.getByText('Done. Nothing that was here before was lost.')).toBeVisible();
  expect(await stored(installed)).toEqual(once);
});

test('bad files are refused with the exact place, and change nothing', async ({ installed, page }) => {
  await page.goto(AI_SETTING_URL);
  const report = await openReport(installed);
  await expectVerdict(report, 'opted-in');
  // The reader looks once more after a while, which is none of the files' doing.
  await page.close();
  const before = await stored(installed);
  const good = (await saved(report, '[data-export=json]')).text;
  type File = { schemaVersion: number; evidence: { settings: Record<'ai-training', { history: [{ at: unknown }] }> } };
  const changed = (change: (file: File) => void) => {
    const file = JSON.parse(good);
    change(file);
    return JSON.stringify(file);
  };
  const readAt = (at: unknown) =>
    changed(({ evidence }) => {
      evidence.settings['ai-training'].history[0].at = at;
    });
  for (const [text, says] of [
    [good.slice(0, 400), /The file is not JSON, or it is cut off, at \d+:\d+/],
    ['', /The file is not JSON, or it is cut off, at 1:1/],
    [changed((file) => Object.assign(file, { schemaVersion: 9 })), /another version of Untrained's format \(9\)/],
    [readAt('yesterday'), /does not fit at evidence\.settings\.ai-training\.history\[0\]\.at \(found: "yesterday"\)/],
    [readAt(4e12), /a time that has not come, at evidence\.settings\.ai-training\.history\[0\]\.at/],
    [`{"__proto__": {"polluted": true}, ${good.slice(1)}`, /does not fit at __proto__/],
    [' '.repeat(5_000_001), /larger than 5 MB/],
  ] as const) {
    await bring(report, text);
    await expect(report.locator('[data-import=problem] .misfit')).toHaveText(says);
    expect(await stored(installed)).toEqual(before);
  }
});

test('printed, it is a report that stands on its own', async ({ installed, page, replica }) => {
  replica.on = false;
  await page.goto(AI_SETTING_URL);
  const report = await openReport(installed);
  await expectVerdict(report, 'opted-out');
  const pdf = await report.pdf({ format: 'A4' });
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const { items } = await (await document.getPage(index + 1)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join(' ');
    }),
  );
  const text = pages.join(' ').replace(/\s+/g, ' ');
  for (const says of [
    'Privacy settings report',
    /Made by Untrained \d+\.\d+\.\d+ on .*\(UTC\)\. Rule table of/,
    'What was read is evidence',
    'You are opted out',
    'Data for Generative AI Improvement',
    'Typed by you',
  ]) {
    expect(text).toMatch(says);
  }
  for (const button of ['Save as JSON', 'Delete everything', 'Mark as decided', 'Pages to open next']) {
    expect(text).not.toContain(button);
  }
});

test('popup and guide lead to the report', async ({ installed }) => {
  for (const own of ['popup', 'sidepanel']) {
    const from = await installed.context.newPage();
    await from.goto(`${installed.origin}/${own}.html`);
    const opened = installed.context.waitForEvent('page');
    await from.getByRole('button', { name: 'Open the full report' }).click();
    await expect((await opened).getByRole('heading', { level: 1 })).toHaveText('Privacy settings report');
  }
});

test('axe finds nothing in the report, and nothing overflows', async ({ installed, page, replica }) => {
  replica.on = false;
  await page.goto(CATEGORY_URL);
  await page.goto(AI_SETTING_URL);
  const report = await openReport(installed);
  await report.emulateMedia({ colorScheme: 'light' });
  await expectVerdict(report, 'opted-out');
  await report.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  for (const width of [320, 1280]) {
    await report.setViewportSize({ width, height: 900 });
    expect(await report.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  expect(await findings(report, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })).toEqual(
    [],
  );
});
