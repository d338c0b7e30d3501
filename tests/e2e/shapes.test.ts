import { isDeepStrictEqual } from 'node:util';
import { AI_TRAINING } from '../../src/linkedin/ai-setting.ts';
import { observationsOf } from '../../src/verdict/observation.ts';
import { LANGUAGES, labelKnown, statesKnown } from '../replica/languages.ts';
import { expectedOf, outcomeOf } from '../replica/outcome.ts';
import type { Expected } from '../replica/shape.ts';
import { LIST_SHAPES, SHAPES, shapeNamed } from '../replica/shapes/index.ts';
import { heardOf, listen } from './heard.ts';
import { PATIENCE } from './patience.ts';
import { AI_SETTING_URL, CATEGORY_URL, expect, test } from './untrained.ts';

/**
 * The table of page shapes in the built extension in a real browser, which is the judge. Every shape in a language whose words are
 * known, one whose are not and one from right to left; the plain pages in all languages. tests/unit/linkedin/shapes.deep.test.ts looks at
 * each once, in seconds.
 */

const JUDGED_LANGUAGES = ['en', 'mi', 'ar'];
/** How long, in milliseconds, a page that answered as expected is watched for a change of mind. */
const AFTERWARDS = 1500;
/** Pages open at once. */
const TABS = 32;

type Row = { url: string; on: boolean; expected: Expected | null };

const onOrOff = [true, false];

const settingRows: Row[] = [
  ...SHAPES.filter(({ inFront }) => !inFront).flatMap((shape) =>
    JUDGED_LANGUAGES.map((language) => ({ shape, language })),
  ),
  ...LANGUAGES.filter((language) => !JUDGED_LANGUAGES.includes(language)).map((language) => ({
    shape: shapeNamed('v1-artdeco'),
    language,
  })),
].flatMap(({ shape, language }) =>
  onOrOff.map((on) => ({
    url: `${AI_SETTING_URL}?shape=${shape.name}&on=${on}&language=${language}`,
    on,
    expected: expectedOf(shape, on, shape.judgedBy === 'states' ? statesKnown(language) : labelKnown(language)),
  })),
);

const listRows: Row[] = LIST_SHAPES.flatMap((shape) =>
  JUDGED_LANGUAGES.flatMap((language) => {
    const table = (!statesKnown(language) && shape.expectedWithoutWords) || shape.expected;
    return onOrOff.map((on) => ({
      url: `${CATEGORY_URL}?shape=${shape.name}&on=${on}&language=${language}`,
      on,
      expected: on ? table.on : table.off,
    }));
  }),
);

for (const [name, rows] of [
  ['every page shape, on,', settingRows.filter(({ on }) => on)],
  ['every page shape, off,', settingRows.filter(({ on }) => !on)],
  ['every list shape', listRows],
] as const) {
  test(`${name} is read in a real browser as the table says`, async ({ installed }) => {
    await listen(installed);
    const saidOf = async (url: string) =>
      (await heardOf(installed, url))
        .flatMap((reading) => observationsOf(reading, 0))
        .filter(({ setting }) => setting === AI_TRAINING)
        .map(({ observation }) => outcomeOf(observation));
    const queue = [...rows];
    const outcomes: unknown[] = [];
    const takeRows = async () => {
      const page = await installed.context.newPage();
      for (let row = queue.shift(); row; row = queue.shift()) {
        const { url, on, expected } = row;
        await page.goto(url);
        const until = Date.now() + PATIENCE;
        while (expected && Date.now() < until && !isDeepStrictEqual((await saidOf(url)).at(-1), expected))
          await page.waitForTimeout(250);
        await page.waitForTimeout(AFTERWARDS);
        const said = await saidOf(url);
        const falseOff = on && said.some((one) => 'state' in one && one.state === 'off' && one.confirmed);
        outcomes[rows.indexOf(row)] = { url, last: said.at(-1) ?? null, falseOff };
      }
    };
    await Promise.all(Array.from({ length: TABS }, takeRows));
    expect(outcomes).toEqual(rows.map(({ url, expected }) => ({ url, last: expected, falseOff: false })));
  });
}

for (const shape of SHAPES.filter(({ inFront }) => inFront)) {
  test(`${shape.name}, in front, is read in a real browser as the table says`, async ({ installed, page }) => {
    await listen(installed);
    await page.bringToFront();
    for (const on of onOrOff) {
      const url = `${AI_SETTING_URL}?shape=${shape.name}&on=${on}`;
      await page.goto(url);
      await expect
        .poll(async () =>
          (await heardOf(installed, url))
            .flatMap((reading) => observationsOf(reading, 0))
            .map(({ observation }) => outcomeOf(observation))
            .at(-1),
        )
        .toEqual(expectedOf(shape, on));
    }
  });
}
