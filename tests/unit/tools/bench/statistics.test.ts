import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLine, median, percentile } from '../../../../tools/bench/statistics.ts';

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 });

/** With one zero: to an order 0 and -0 are the same value, which `toBe` tells apart. */
const ordered = (value: number) => value + 0;

describe('the median', () => {
  it('is the value in the middle, or lies between the two there', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([7])).toBe(7);
  });

  it('is not a number for no values', () => {
    expect(median([])).toBeNaN();
  });

  it('sorts numbers as numbers and leaves what it was given as it was', () => {
    const values = [10, 9, 100];
    expect(median(values)).toBe(10);
    expect(values).toEqual([10, 9, 100]);
  });
});

describe('a percentile', () => {
  it('is interpolated between the two nearest values', () => {
    expect(percentile([0, 10, 20, 30, 40], 0.95)).toBeCloseTo(38);
    expect(percentile([1, 2], 0.25)).toBeCloseTo(1.25);
  });

  it('reaches from the least to the greatest value and never falls as the share grows', () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
        expect(ordered(percentile(values, 0))).toBe(ordered(Math.min(...values)));
        expect(ordered(percentile(values, 1))).toBe(ordered(Math.max(...values)));
        expect(percentile(values, share)).toBeLessThanOrEqual(percentile(values, Math.min(1, share + 0.1)) + 1e-6);
      }),
      {
        examples: [
          [[-0], 0],
          [[0, -0], 0],
          [[-0, 0], 1],
        ],
      },
    );
  });
});

describe('the line through points', () => {
  const at = (...values: [number, number][]) => values.map(([x, y]) => ({ x, y }));

  it('finds the line that the points lie on', () => {
    const line = fitLine(at([0, 5], [10, 25], [30, 65]));
    expect(line.slope).toBeCloseTo(2);
    expect(line.intercept).toBeCloseTo(5);
    expect(line.error).toBeCloseTo(0);
    expect(line.r2).toBeCloseTo(1);
  });

  it('goes through the middle of what scatters, and says how far off it may be', () => {
    // By hand: slope 0.6, intercept 2.2, left over 2.4, spread of y 6.
    const line = fitLine(at([1, 2], [2, 4], [3, 5], [4, 4], [5, 5]));
    expect(line.slope).toBeCloseTo(0.6);
    expect(line.intercept).toBeCloseTo(2.2);
    expect(line.r2).toBeCloseTo(0.6);
    expect(line.error).toBeCloseTo(Math.sqrt(0.08));
  });

  it('is level where nothing grows', () => {
    expect(fitLine(at([0, 3], [1, 3], [2, 3]))).toEqual({ slope: 0, intercept: 3, error: 0, r2: 1 });
  });

  it('is refused where all points stand at one place', () => {
    expect(() => fitLine(at([1, 1], [1, 2]))).toThrow('two different places');
  });
});
