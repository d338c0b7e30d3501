import type { Growth, Summary } from '../figures.ts';
import { type Judgement, round } from '../goals.ts';
import type { Machine } from '../machine.ts';
import { figuresTable, goalsTable, growthTable, machineSentence, table } from './tables.ts';

export type Results = {
  machine: Machine;
  loads: number;
  summaries: Summary[];
  growth: Growth[];
  judgements: Judgement[];
};

/** Columns of the table by release: a heading, and the figure of Untrained that stands there. */
const BY_RELEASE: { heading: string; id: string; size?: number; unit: string }[] = [
  { heading: 'setting', id: 'load.setting.time', size: 0, unit: 'ms' },
  { heading: '50,000 nodes', id: 'load.setting.time', size: 50_000, unit: 'ms' },
  { heading: 'storm', id: 'load.storm.time', unit: 'ms' },
  { heading: 'to verdict', id: 'verdict.on', unit: 'ms' },
  { heading: 'popup', id: 'paint.popup', unit: 'ms' },
  { heading: 'report, ten years', id: 'history.report', size: 10, unit: 'ms' },
  { heading: 'zip', id: 'size.zip', unit: 'kB' },
];

/** The document with this run's figures, and this release's row beside those of earlier ones. All else in it stays as it is. */
export function updateDocs(docs: string, results: Results): string {
  const { machine, summaries, growth, judgements, loads } = results;
  const figures = `${machineSentence(machine)} ${loads} loads each.\n
${goalsTable(judgements)}\n
![Main-thread time of extension code per page load](performance.svg)\n
### All figures\n
${figuresTable(summaries)}\n
### Growth\n
${growthTable(growth)}`;
  return replaceBetween(replaceBetween(docs, 'figures', figures), 'releases', releases(docs, results));
}

/** The rows of other releases as they stand, and one for this release. */
function releases(docs: string, { machine, summaries }: Results): string {
  const version = machine.versions.Untrained ?? '';
  const earlier = between(docs, 'releases')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((text) => text.trim()),
    )
    .filter(([release]) => release !== version);
  const own = BY_RELEASE.map(({ id, size, unit }) => {
    const figure = summaries.find(
      (summary) =>
        summary.id === id && summary.contestant === 'untrained' && (size === undefined || summary.size?.value === size),
    );
    return figure ? `${round(figure.median)} ${unit}` : '';
  });
  return table(
    ['release', 'day', ...BY_RELEASE.map(({ heading }) => heading)],
    [...earlier, [version, machine.day, ...own]],
  );
}

function between(docs: string, name: string): string {
  const [, text] = parts(docs, name);
  return text;
}

function replaceBetween(docs: string, name: string, text: string): string {
  const [before, , after] = parts(docs, name);
  return `${before}\n${text}\n${after}`;
}

/** What stands before, between and after two marks, which stay with what is around. */
function parts(docs: string, name: string): [string, string, string] {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = docs.indexOf(open);
  const end = docs.indexOf(close);
  if (start < 0 || end < start) throw new Error(`docs/figures.md has no ${open} ... ${close}.`);
  return [docs.slice(0, start + open.length), docs.slice(start + open.length, end), docs.slice(end)];
}
