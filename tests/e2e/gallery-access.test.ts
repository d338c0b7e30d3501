import axe from 'axe-core';
import { findings } from './axe.ts';
import { expect, show, specimens, test } from './gallery.ts';

/** A language with its own script each: from left to right, from right to left, and without spaces. */
const LOCALES = ['en', 'ar', 'ja'];

for (const locale of LOCALES) {
  for (const page of ['popup', 'panel', 'report', 'welcome']) {
    test(`axe finds nothing, in light and in dark: ${page}, ${locale}`, async ({ gallery }) => {
      const found: string[] = [];
      for (const name of (await specimens(gallery)).filter((one) => one.startsWith(page))) {
        await gallery.emulateMedia({ colorScheme: 'light' });
        await show(gallery, name, locale);
        // Off by default in axe; WCAG 2.2 asks for it.
        const inLight = await findings(gallery, { rules: { 'target-size': { enabled: true } } });
        await gallery.emulateMedia({ colorScheme: 'dark' });
        // Nothing but the colours is otherwise in the dark.
        const inDark = await findings(gallery, { runOnly: ['color-contrast'] });
        found.push(...[...inLight, ...inDark].map((one) => `${name}: ${one}`));
      }
      expect(found.filter((one) => !EMPTY.includes(one.split(': <')[0] ?? ''))).toEqual([]);
    });
  }
}

/** What is there for a moment only, until it is known what to say, has no heading yet. */
const EMPTY = ['popup/loading: page-has-heading-one'];

/** What has to stand out from what, and how much: WCAG 2.2, 1.4.3 for text and 1.4.11 for what is no text. */
const CONTRASTS: [token: string, on: string, ratio: number][] = [
  ...['--ground', '--raised', '--alert-ground', '--good-ground', '--open-ground'].flatMap(
    (ground): [string, string, number][] => [
      ['--ink', ground, 4.5],
      ['--soft', ground, 4.5],
      ['--action', ground, 4.5],
    ],
  ),
  ['--alert', '--alert-ground', 4.5],
  ['--alert', '--ground', 4.5],
  ['--alert', '--raised', 3],
  ['--good', '--good-ground', 4.5],
  ['--good', '--ground', 4.5],
  ['--good', '--raised', 3],
  ['--open', '--open-ground', 4.5],
  ['--open', '--ground', 4.5],
  ['--open', '--raised', 3],
  ['--on-action', '--action', 4.5],
  ['--edge', '--ground', 3],
  ['--edge', '--raised', 3],
  ['--edge', '--open-ground', 3],
  ['--edge', '--alert-ground', 3],
];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every colour stands out from its ground: ${colorScheme}`, async ({ gallery }) => {
    await gallery.emulateMedia({ colorScheme });
    await gallery.addScriptTag({ content: axe.source });
    const tooLow = await gallery.evaluate((contrasts) => {
      const { Color, getContrast } = (window as unknown as { axe: typeof axe & { commons: AxeCommons } }).axe.commons
        .color;
      const probe = document.body.appendChild(document.createElement('span'));
      const colorOf = (token: string) => {
        probe.style.color = `var(${token})`;
        const color = new Color();
        color.parseString(getComputedStyle(probe).color);
        return color;
      };
      return contrasts.flatMap(([token, on, wanted]) => {
        const ratio = getContrast(colorOf(on), colorOf(token));
        return ratio < wanted ? [`${token} on ${on}: ${ratio.toFixed(2)}`] : [];
      });
    }, CONTRASTS);
    expect(tooLow).toEqual([]);
  });
}

type Color = { parseString(text: string): void };
type AxeCommons = { color: { Color: new () => Color; getContrast(ground: Color, text: Color): number } };

test('verdicts differ in shape, not in colour alone', async ({ gallery }) => {
  const marks = new Map<string, string>();
  for (const name of ['opted-in', 'opted-out', 'unconfirmed', 'exempt', 'not-checked', 'unknown']) {
    await show(gallery, `popup/${name}`);
    marks.set(name, await gallery.locator('.mark').innerHTML());
  }
  expect(new Set(marks.values()).size).toBe(marks.size);
  // A certain answer never looks like one that is not: stale, or followed by a failed look.
  for (const doubtful of ['opted-out-stale', 'opted-out-failed-later']) {
    await show(gallery, `popup/${doubtful}`);
    expect(await gallery.locator('.mark').innerHTML()).toBe(marks.get('unconfirmed'));
  }
});

test("in the member's own colours, what is chosen and what comes next still stand out", async ({ gallery }) => {
  await gallery.emulateMedia({ forcedColors: 'active' });
  const groundOf = (selector: string, pseudo?: string) =>
    gallery
      .locator(selector)
      .first()
      .evaluate((element, part) => getComputedStyle(element, part).backgroundColor, pseudo);
  await show(gallery, 'report/full');
  expect(await groundOf('.filters [aria-pressed=true]')).not.toBe(await groundOf('.filters [aria-pressed=false]'));
  await show(gallery, 'panel/switch-off');
  expect(await groundOf('.primary')).not.toBe(await groundOf('button:not(.primary)'));
  expect(await groundOf('[aria-current=step]', '::before')).not.toBe(
    await groundOf('[data-state=to-come]', '::before'),
  );
});

test('the verdict can be read from two metres', async ({ gallery }) => {
  for (const name of (await specimens(gallery)).filter((one) => /^(popup|panel)\/(?!loading)/.test(one))) {
    await show(gallery, name);
    const size = await gallery
      .locator('h1')
      .evaluate((heading) => Number.parseFloat(getComputedStyle(heading).fontSize));
    // Good eyes read letters of 1/700 of the distance (5 minutes of arc); these are twice that. A capital is 0.7 em, a CSS inch 96 px.
    const millimetres = (size * 0.7 * 25.4) / 96;
    expect(millimetres, name).toBeGreaterThanOrEqual((2 * 2000) / 700);
  }
});

test('each term is explained where it stands, in one sentence, by keyboard too', async ({ gallery }) => {
  const places: [specimen: string, term: string][] = [
    ['popup/opted-out', 'confirmed'],
    ['popup/opted-out-all-done', 'legitimate-interest'],
    ['popup/exempt', 'exempt'],
    ['popup/not-checked', 'objection'],
    ['panel/objection', 'objection'],
    ['panel/stale', 'stale'],
  ];
  for (const [specimen, term] of places) {
    await show(gallery, specimen);
    const help = gallery.locator(`[data-term="${term}"]`).first();
    const sentence = help.locator('p');
    await expect(sentence).toBeHidden();
    await help.locator('summary').focus();
    await gallery.keyboard.press('Enter');
    await expect(sentence).toBeVisible();
    await expect(sentence).toHaveText(/^[^.]+\.$/);
  }
});

test('what is long is made when it is opened, and then is all there', async ({ gallery }) => {
  await show(gallery, 'report/years');
  const changes = gallery.locator('[data-changes="20"]');
  await expect(changes.locator('[data-changed]')).toHaveCount(20);
  await changes.locator('summary').click();
  await expect(changes.locator('[data-changed]')).toHaveCount(39);
  const row = gallery.locator('[data-setting=ai-training]');
  await expect(row.locator('[data-history] li')).toHaveCount(0);
  await row.getByText('History (40)').click();
  await expect(row.locator('[data-history] li')).toHaveCount(40);
});
