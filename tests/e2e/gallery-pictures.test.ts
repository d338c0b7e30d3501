import { expect, type Page, show, specimens, test } from './gallery.ts';

/**
 * Pictures of every state, held against those in tests/gallery/pictures. A change that is meant is taken over with
 * `npm run gallery:pictures`, and its picture is looked at before it is committed.
 */

type Look = { name: string; specimen: string; width: number; height: number; wholePage?: boolean; locale?: string };

const SIZES: Record<string, { width: number; height: number }> = {
  popup: { width: 360, height: 600 },
  panel: { width: 320, height: 900 },
  report: { width: 1000, height: 900 },
  welcome: { width: 720, height: 900 },
};

/** As far as the window shows it; all of the page where what is special may lie below. */
function lookOf(specimen: string, locale = 'en'): Look {
  const [page = '', state = ''] = specimen.split('/');
  const size = SIZES[page] ?? { width: 1000, height: 900 };
  const wholePage = /explained|set-aside|misfit|overdue|refused|other-country|managed/.test(state) && page !== 'report';
  return { name: specimen.replace('/', '-'), specimen, ...size, wholePage, locale };
}

async function photograph(gallery: Page, { name, specimen, width, height, wholePage = false, locale }: Look) {
  await gallery.setViewportSize({ width, height });
  await show(gallery, specimen, locale);
  await gallery.evaluate(() => scrollTo(0, 0));
  await expect.soft(gallery).toHaveScreenshot(`${name}.png`, { fullPage: wholePage });
}

/** What is looked at in other colours, in another direction and on paper: one page of each kind. */
const SOME = ['popup/opted-in', 'popup/opted-out', 'popup/unknown', 'panel/switch-off', 'report/full'];

for (const page of Object.keys(SIZES)) {
  test(`looks as it did: ${page}`, async ({ gallery }) => {
    for (const name of (await specimens(gallery)).filter((one) => one.startsWith(page))) {
      await photograph(gallery, lookOf(name));
    }
  });
}

test('looks as it did in the dark', async ({ gallery }) => {
  await gallery.emulateMedia({ colorScheme: 'dark' });
  for (const name of SOME) await photograph(gallery, { ...lookOf(name), name: `dark-${lookOf(name).name}` });
});

test("looks as it did in the member's own colours", async ({ gallery }) => {
  await gallery.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  for (const name of SOME) await photograph(gallery, { ...lookOf(name), name: `forced-${lookOf(name).name}` });
});

test('looks as it did from right to left', async ({ gallery }) => {
  for (const name of SOME) await photograph(gallery, { ...lookOf(name, 'ar'), name: `arabic-${lookOf(name).name}` });
});

test('looks as it did on paper', async ({ gallery }) => {
  await gallery.emulateMedia({ media: 'print' });
  await photograph(gallery, { ...lookOf('report/full'), name: 'paper-report-full', width: 794, height: 1123 });
});
