import { describe, expect, it } from 'vitest';
import { type Figure, growthOf, summarise } from '../../../../tools/bench/figures.ts';

function figure(contestant: Figure['contestant'], samples: number[], nodes?: number): Figure {
  const size = nodes === undefined ? {} : { size: { of: 'nodes', value: nodes } };
  return { id: 'load.time', what: 'load', unit: 'ms', contestant, samples, ...size };
}

describe('figures', () => {
  it('are compared by their medians, each size with its own', () => {
    const summaries = summarise([
      figure('floor', [1, 2, 9], 0),
      figure('untrained', [3], 0),
      figure('autoconsent', [30], 0),
      figure('floor', [4], 500),
      figure('untrained', [4], 500),
    ]);
    const own = summaries.filter(({ contestant }) => contestant === 'untrained');
    expect(own.map(({ toFloor, toPeer }) => [toFloor, toPeer])).toEqual([
      [1.5, 0.1],
      [1, null],
    ]);
  });

  it('have no ratio to nothing', () => {
    const [, own] = summarise([figure('floor', [0, 0]), figure('untrained', [1])]);
    expect(own?.toFloor).toBeNull();
  });

  it('grow by a line through three sizes or more, and by none through fewer', () => {
    const sizes = [0, 1000, 2000].map((nodes) => figure('untrained', [1 + nodes / 100], nodes));
    const [growth] = growthOf(summarise(sizes));
    expect(growth).toMatchObject({ contestant: 'untrained', of: 'nodes', sizes: [0, 1000, 2000] });
    expect(growth?.slope).toBeCloseTo(0.01);
    expect(growth?.intercept).toBeCloseTo(1);
    expect(growthOf(summarise(sizes.slice(1)))).toEqual([]);
    expect(growthOf(summarise([figure('untrained', [1])]))).toEqual([]);
  });
});
