import { CONTESTANTS, NAMES } from '../contestants.ts';
import type { Figure, Growth, Summary } from '../figures.ts';
import { type Judgement, round } from '../goals.ts';
import type { Machine } from '../machine.ts';

/** A table in Markdown; numbers stand to the right. */
export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** One row for each thing measured and size, one column for each contestant: median (95th percentile), and how Untrained compares. */
export function figuresTable(summaries: Summary[]): string {
  const rows = Map.groupBy(summaries, ({ id, size }) => `${id} ${size?.value ?? ''}`);
  return table(
    ['median (95th percentile)', ...NAMES.map((name) => CONTESTANTS[name].label), '× floor', '× autoconsent', 'runs'],
    [...rows.values()].map((row) => {
      const [{ what, size, unit, samples }] = row as [Summary];
      const own = row.find(({ contestant }) => contestant === 'untrained');
      const ratio = (value: number | null | undefined) => (value === null || value === undefined ? '' : round(value));
      return [
        `${what}${size ? `, ${size.value.toLocaleString('en')} ${size.of}` : ''}`,
        ...NAMES.map((name) =>
          cell(
            row.find(({ contestant }) => contestant === name),
            unit,
          ),
        ),
        ratio(own?.toFloor),
        ratio(own?.toPeer),
        String(samples.length),
      ];
    }),
  );
}

function cell(summary: Summary | undefined, unit: Figure['unit']): string {
  if (!summary) return '';
  const { median, p95, samples } = summary;
  const spread = samples.length > 1 && unit !== 'times' ? ` (${round(p95)})` : '';
  return `${round(median)}${spread}${unit === 'times' ? '' : ` ${unit}`}`;
}

/** How each figure grows with each thing more of what it grows with. */
export function growthTable(growth: Growth[]): string {
  return table(
    ['grows with', 'contestant', 'growth', '± (standard error)', 'at none', 'r²'],
    growth
      .filter(({ contestant }) => contestant !== 'none')
      .map(({ what, of, unit, contestant, slope, error, intercept, r2 }) => {
        const step = of === 'nodes' ? 1000 : 1;
        return [
          `${what}: ${step > 1 ? `1,000 ${of}` : `one of the ${of}`}`,
          CONTESTANTS[contestant].label,
          `${round(slope * step)} ${unit}`,
          round(error * step),
          `${round(intercept)} ${unit}`,
          r2.toFixed(2),
        ];
      }),
  );
}

export function goalsTable(judgements: Judgement[]): string {
  return table(
    ['goal', 'measured', ''],
    judgements.map(({ goal, measured, met }) => [
      goal,
      measured,
      met === null ? 'not measured' : met ? 'met' : '**missed**',
    ]),
  );
}

export function machineSentence({
  day,
  processor,
  cores,
  memory,
  system,
  browser,
  node,
  load,
  versions,
}: Machine): string {
  const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `Measured on ${day}: ${processor}, ${cores} cores, ${memory}, ${system}; ${browser}, Node ${node}; ${names.join(', ')}. Load of the machine before the run: ${load}.`;
}
