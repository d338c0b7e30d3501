import type { Name } from './contestants.ts';
import { fitLine, type Line, median, percentile } from './statistics.ts';

/** All samples of one thing measured of one contestant. */
export type Figure = {
  /** What was measured, as a path: `load.settings.time`. The same for all contestants. */
  id: string;
  /** The same in words. */
  what: string;
  unit: 'ms' | 'kB' | 'times';
  contestant: Name;
  samples: number[];
  /** How large that was which it may grow with, where several sizes were measured. */
  size?: { of: string; value: number };
};

/** A figure as it is shown: with its ratios to the floor and to the peer, where those were measured too and are not 0. */
export type Summary = Figure & { median: number; p95: number; toFloor: number | null; toPeer: number | null };

/** How a figure grows, by the line through the medians of its sizes. */
export type Growth = {
  id: string;
  what: string;
  unit: Figure['unit'];
  contestant: Name;
  of: string;
  sizes: number[];
} & Line;

/** Puts medians, percentiles and ratios to figures. */
export function summarise(figures: Figure[]): Summary[] {
  const medians = new Map(figures.map((figure) => [keyOf(figure, figure.contestant), median(figure.samples)]));
  return figures.map((figure) => {
    const own = median(figure.samples);
    const ratioTo = (contestant: Name) => {
      const other = medians.get(keyOf(figure, contestant));
      return other ? own / other : null;
    };
    return {
      ...figure,
      median: own,
      p95: percentile(figure.samples, 0.95),
      toFloor: ratioTo('floor'),
      toPeer: ratioTo('autoconsent'),
    };
  });
}

/** The growth of every time that was measured at three sizes or more. */
export function growthOf(summaries: Summary[]): Growth[] {
  const series = Map.groupBy(
    summaries.filter(({ size, unit }) => size && unit === 'ms'),
    ({ id, contestant }) => `${id} ${contestant}`,
  );
  return [...series.values()]
    .filter((row) => row.length >= 3)
    .map((row) => {
      const points = row.map(({ size, median }) => ({ x: size?.value ?? 0, y: median }));
      const [{ id, what, unit, contestant, size }] = row as [Summary];
      return { id, what, unit, contestant, of: size?.of ?? '', sizes: points.map(({ x }) => x), ...fitLine(points) };
    });
}

function keyOf({ id, size }: Figure, contestant: Name): string {
  return `${id} ${size?.value ?? ''} ${contestant}`;
}
