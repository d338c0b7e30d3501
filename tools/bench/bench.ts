import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Contestant, withContestants } from './arena.ts';
import { NAMES, type Name } from './contestants.ts';
import { requirePages } from './extension-pages.ts';
import { type Figure, growthOf, summarise } from './figures.ts';
import { judge } from './goals.ts';
import { describeMachine } from './machine.ts';
import { measureBackgrounds } from './measures/background.ts';
import { measureHistory } from './measures/history.ts';
import { measureLoads } from './measures/load.ts';
import { measureLooks } from './measures/look.ts';
import { measurePaints } from './measures/paint.ts';
import { measureSizes } from './measures/sizes.ts';
import { measureVerdicts } from './measures/verdict.ts';
import { BENCH_PAGES, servePages } from './pages.ts';
import { profileReader } from './profile.ts';
import { chart } from './report/chart.ts';
import { type Results, updateDocs } from './report/docs.ts';
import { figuresTable, goalsTable, growthTable, machineSentence } from './report/tables.ts';

/**
 * `npm run bench`: Untrained beside the least that a reader can do and beside a public peer, in real Chromium on the stand-in. A whole
 * run of 15 loads or more also writes docs/figures.md. For a quick look: `npm run bench -- --loads 3 --only verdict,sizes`. Where
 * the reader's time goes: `npm run bench -- --profile load.setting`.
 */

const ROOT = join(import.meta.dirname, '..', '..');
const OUTPUT = join(ROOT, '.output', 'bench');
const DOCS = join(ROOT, 'docs');
/** Fewer say little of a 95th percentile. */
const ENOUGH_LOADS = 15;

/** What can be measured, whose figures it needs, in the order of the tables. */
const MEASURES: Record<
  string,
  { of: readonly Name[]; measure(contestants: Contestant[], loads: number): Promise<Figure[]> }
> = {
  loads: { of: NAMES, measure: measureLoads },
  looks: { of: ['none'], measure: ([none], loads) => measureLooks(only(none), loads) },
  verdict: { of: ['untrained'], measure: ([untrained], loads) => measureVerdicts(only(untrained), loads) },
  paint: { of: ['floor', 'untrained', 'autoconsent'], measure: measurePaints },
  background: { of: ['floor', 'untrained', 'autoconsent'], measure: measureBackgrounds },
  history: { of: ['untrained'], measure: ([untrained], loads) => measureHistory(only(untrained), loads) },
  sizes: { of: [], measure: async () => measureSizes() },
};

/** Measures that open the extension's own pages. */
const OF_OWN_PAGES = ['paint', 'history'];

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      loads: { type: 'string', default: String(ENOUGH_LOADS) },
      only: { type: 'string', default: Object.keys(MEASURES).join() },
      profile: { type: 'string' },
    },
  });
  if (values.profile) return profile(values.profile);
  const loads = Number(values.loads);
  const chosen = values.only.split(',');
  const unknown = chosen.filter((name) => !(name in MEASURES));
  if (!Number.isInteger(loads) || loads < 1)
    throw new Error(`--loads is "${values.loads}", which is no number of loads.`);
  if (unknown.length > 0)
    throw new Error(`--only knows ${Object.keys(MEASURES).join(', ')}, not ${unknown.join(', ')}.`);
  if (chosen.some((name) => OF_OWN_PAGES.includes(name))) requirePages();

  const machine = await withContestants(['none'], ([none]) => describeMachine(only(none)));
  if (machine.load > machine.cores) {
    console.warn(`The machine is busy with other things (load ${machine.load}): these times will not say much.`);
  }
  const figures: Figure[] = [];
  for (const name of chosen) {
    const { of, measure } = MEASURES[name] as (typeof MEASURES)[string];
    const start = Date.now();
    figures.push(
      ...(await withContestants(of, async (contestants) => {
        for (const { context } of contestants) await servePages(context);
        return measure(contestants, loads);
      })),
    );
    console.log(`${name}: ${Math.round((Date.now() - start) / 1000)} s`);
  }
  const summaries = summarise(figures);
  const growth = growthOf(summaries);
  publish({ machine, loads, summaries, growth, judgements: judge({ summaries, growth }) }, chosen);
}

async function profile(id: string): Promise<void> {
  const pages = BENCH_PAGES.filter((page) => page.id === id);
  if (pages.length === 0) {
    throw new Error(`--profile knows ${[...new Set(BENCH_PAGES.map((page) => page.id))].join(', ')}, not ${id}.`);
  }
  await withContestants(['untrained'], async ([contestant]) => {
    const untrained = only(contestant);
    await servePages(untrained.context);
    for (const page of pages) {
      const { what, size } = page;
      console.log(`\n${what}${size ? `, ${size.value} ${size.of}` : ''}\n${await profileReader(untrained, page)}`);
    }
  });
}

/** Writes and prints what was measured. */
function publish(results: Results, chosen: string[]): void {
  const { machine, summaries, growth, judgements, loads } = results;
  const picture = chart(summaries);
  mkdirSync(OUTPUT, { recursive: true });
  writeFileSync(join(OUTPUT, 'results.json'), `${JSON.stringify(results, null, 1)}\n`);
  writeFileSync(join(OUTPUT, 'performance.svg'), picture);
  console.log(`\n${machineSentence(machine)}`);
  console.log(`\n${figuresTable(summaries)}\n\n${growthTable(growth)}\n\n${goalsTable(judgements)}\n`);
  console.log(`All samples: ${join(OUTPUT, 'results.json')}`);
  const isWhole = Object.keys(MEASURES).every((name) => chosen.includes(name));
  if (!isWhole || loads < ENOUGH_LOADS) {
    console.log(`docs/figures.md stays as it is: it takes a whole run of ${ENOUGH_LOADS} loads or more.`);
    return;
  }
  const docs = join(DOCS, 'figures.md');
  writeFileSync(docs, updateDocs(readFileSync(docs, 'utf8'), results));
  writeFileSync(join(DOCS, 'performance.svg'), picture);
  console.log(`Written: ${docs}`);
}

/** The one contestant that was asked for. */
function only(contestant: Contestant | undefined): Contestant {
  if (!contestant) throw new Error('A contestant is missing.');
  return contestant;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
