import { join } from 'node:path';
import { bundleForPage } from '../../../tools/bundle.ts';
import { expect, test } from '../untrained.ts';
import type { Results } from './in-page.ts';

/** Pages nobody has described: thousands, derived from every shape that is read with certainty, and read in a real browser. */

const DERIVED = Number(process.env.UNTRAINED_PAGES ?? 5000);
const RESTYLED = Math.ceil(DERIVED / 2);
const READ_RIGHT_AT_LEAST = 0.99;
/** Always the same pages, so that a red test stays red; UNTRAINED_SEED looks at others, UNTRAINED_PAGES at more. */
const SEED = Number(process.env.UNTRAINED_SEED ?? 20_261_124);

declare function run(derived: number, restyled: number, seed: number): Promise<Results>;

test(`no false "off" on ${DERIVED} derived pages; at least ${READ_RIGHT_AT_LEAST * 100} % of restyled ones read right`, async ({
  page,
}) => {
  test.setTimeout(0);
  await page.goto('https://www.linkedin.com/feed/');
  await page.addScriptTag({ content: await bundleForPage(join(import.meta.dirname, 'in-page.ts')) });
  const results = await page.evaluate(([derived, restyled, seed]) => run(derived, restyled, seed), [
    DERIVED,
    RESTYLED,
    SEED,
  ] as const);
  const rate = results.readRight / results.restyled;
  console.log(
    `Derived pages: ${results.derived}; false "off": ${results.counterexample ? 'yes' : 0}; rightly "off": ${results.rightlyOff}.`,
  );
  console.log(`Restyled pages: ${results.restyled}; read right: ${(100 * rate).toFixed(2)} %.`);
  expect(results.counterexample).toBeNull();
  expect(results.derived).toBe(DERIVED);
  expect(results.rightlyOff).toBeGreaterThan(0);
  expect(rate, results.wrong.slice(0, 12).join('\n')).toBeGreaterThanOrEqual(READ_RIGHT_AT_LEAST);
});
