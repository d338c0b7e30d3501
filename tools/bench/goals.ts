import type { Name } from './contestants.ts';
import type { Growth, Summary } from './figures.ts';

/** Something wanted of Untrained, with what was measured of it; `met` is null where it was not measured. */
export type Judgement = { goal: string; measured: string; met: boolean | null };

/** Growth from the smallest to the largest page that still counts as flat, as a share of what the smallest takes. */
const FLAT = 0.1;

type Measured = { summaries: Summary[]; growth: Growth[] };

/** Judges what was measured by all the goals. */
export function judge(measured: Measured): Judgement[] {
  const { summaries, growth } = measured;
  const find = (id: string, size?: number, contestant: Name = 'untrained') =>
    summaries.find(
      (summary) =>
        summary.id === id && summary.contestant === contestant && (size === undefined || summary.size?.value === size),
    );
  const judgements: Judgement[] = [];
  const want = (
    summary: Summary | undefined,
    goal: string,
    value: (summary: Summary) => number | null,
    most: number,
    unit: string,
  ) => {
    const is = summary ? value(summary) : null;
    judgements.push({
      goal: `${goal}: at most ${round(most)}${unit}`,
      measured: is === null ? '' : `${round(is)}${unit}`,
      met: is === null ? null : is <= most,
    });
  };
  const median = (summary: Summary) => summary.median;
  const toFloor = (summary: Summary) => summary.toFloor;
  const toPeer = (summary: Summary) => summary.toPeer;

  want(find('load.feed.script'), 'script outside the settings', median, 0, ' kB');
  want(find('load.feed.time'), 'main thread outside the settings, 95th percentile', ({ p95 }) => p95, 0, ' ms');
  for (const [id, size, page, ofFloor, ofPeer] of [
    ['load.setting.time', 0, 'setting', 1.5, 1 / 4],
    ['load.setting.time', 50_000, 'setting of 50,000 nodes', 2, 1 / 25],
    ['load.storm.time', undefined, 'setting under 2,000 changes a second', 2, 1 / 25],
  ] as const) {
    want(find(id, size), `main thread, ${page}`, toFloor, ofFloor, ' × floor');
    want(find(id, size), `main thread, ${page}`, toPeer, ofPeer, ' × autoconsent');
  }
  const withSize = growth.find(({ id, contestant }) => id === 'load.setting.time' && contestant === 'untrained');
  const smallest = find('load.setting.time', 0)?.median;
  const grown = withSize && smallest ? (withSize.slope * Math.max(...withSize.sizes)) / smallest : null;
  judgements.push({
    goal: `main thread, from 0 to 50,000 nodes: flat, which is at most ${FLAT * 100} % more`,
    measured: grown === null ? '' : `${round(grown * 100)} % more`,
    met: grown === null ? null : grown <= FLAT,
  });
  want(find('paint.popup'), 'popup: first paint', toFloor, 1.25, ' × empty popup');
  want(find('verdict.on'), 'switch stands on to verdict stored, 95th percentile', ({ p95 }) => p95, 500, ' ms');
  want(find('verdict.off'), 'switch stands off to verdict stored, 95th percentile', ({ p95 }) => p95, 500, ' ms');
  want(
    find('verdict.proven'),
    'switch stands off to "opted out" stored, 95th percentile',
    ({ p95 }) => p95,
    7000,
    ' ms',
  );
  want(
    find('history.verdict', 10),
    'the same with ten years of history, 95th percentile',
    ({ p95 }) => p95,
    500,
    ' ms',
  );
  want(find('history.report', 10), 'report with ten years of history: interactive', median, 200, ' ms');
  want(find('size.zip-without-languages'), 'zip without the languages', median, 120, ' kB');
  return judgements;
}

/** Three digits that count, none after the point from 100 on. */
export function round(value: number): string {
  if (value === 0) return '0';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(Math.abs(value) < 1 ? 2 : 3)));
}
