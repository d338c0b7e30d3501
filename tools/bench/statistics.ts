/** The value in the middle; between the two in the middle where their number is even. */
export function median(values: number[]): number {
  return percentile(values, 0.5);
}

/** The value below which a share (0 to 1) of the values lies, interpolated between the two nearest. NaN for no values. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

export type Point = { x: number; y: number };

/** A straight line through points, with how far off its slope may be (standard error) and how much of the spread it explains (0 to 1). */
export type Line = { slope: number; intercept: number; error: number; r2: number };

/** The line of least squares. Needs two different places at least; with two points its error is 0, which says nothing. */
export function fitLine(points: Point[]): Line {
  const mean = (of: (point: Point) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const middle = { x: mean(({ x }) => x), y: mean(({ y }) => y) };
  const sum = (of: (point: Point) => number) => points.reduce((total, point) => total + of(point), 0);
  const spreadX = sum(({ x }) => (x - middle.x) ** 2);
  if (spreadX === 0) throw new Error('A line needs points at two different places.');
  const slope = sum(({ x, y }) => (x - middle.x) * (y - middle.y)) / spreadX;
  const intercept = middle.y - slope * middle.x;
  const left = sum(({ x, y }) => (y - intercept - slope * x) ** 2);
  const spreadY = sum(({ y }) => (y - middle.y) ** 2);
  const freedom = points.length - 2;
  return {
    slope,
    intercept,
    error: freedom > 0 ? Math.sqrt(left / freedom / spreadX) : 0,
    r2: spreadY === 0 ? 1 : 1 - left / spreadY,
  };
}
