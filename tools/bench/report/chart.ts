import { CONTESTANTS, type Name } from '../contestants.ts';
import type { Summary } from '../figures.ts';
import { round } from '../goals.ts';

/** The groups of bars: what was measured, and how the chart calls it. */
const GROUPS = [
  { id: 'load.setting.time', size: 0, label: 'a setting' },
  { id: 'load.setting.time', size: 50_000, label: '50,000 nodes' },
  { id: 'load.storm.time', size: undefined, label: '2,000 changes/s' },
  { id: 'load.feed.time', size: undefined, label: 'the feed' },
];
const BARS: Name[] = ['floor', 'untrained', 'autoconsent'];

const WIDTH = 720;
const LEFT = 130;
const RIGHT = 80;
const BAR = 16;
const GAP = 20;
const TOP = 56;
/** Where the logarithmic axis begins, in milliseconds. What is less, 0 too, has no bar. */
const LEAST = 0.1;

/** A bar chart of the main-thread time per load, as SVG that fits light and dark pages. */
export function chart(summaries: Summary[]): string {
  const groups = GROUPS.map(({ id, size, label }) => ({
    label,
    bars: BARS.map((name) => ({
      name,
      value: summaries.find(
        (summary) =>
          summary.id === id && summary.contestant === name && (size === undefined || summary.size?.value === size),
      )?.median,
    })),
  }));
  const most = Math.max(1, ...groups.flatMap(({ bars }) => bars.map(({ value = 0 }) => value)));
  const decades = Math.ceil(Math.log10(most / LEAST));
  const x = (value: number) => LEFT + ((WIDTH - LEFT - RIGHT) * Math.log10(Math.max(value, LEAST) / LEAST)) / decades;
  const groupHeight = BARS.length * BAR + GAP;
  const bottom = TOP + groups.length * groupHeight;
  const ticks = Array.from({ length: decades + 1 }, (_, decade) => LEAST * 10 ** decade);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${bottom + 24}" role="img" aria-labelledby="title desc">
<title id="title">Main-thread time of extension code per page load</title>
<desc id="desc">${groups.map(({ label, bars }) => `${label}: ${bars.map(({ name, value }) => `${CONTESTANTS[name].label} ${said(value)}`).join(', ')}`).join('; ')}. Medians; the axis is logarithmic.</desc>
<style>
  text { font: 13px system-ui, sans-serif; fill: #24292f; }
  .small { font-size: 11px; fill: #57606a; }
  line { stroke: #d0d7de; }
  .floor { fill: #8c959f; }
  .untrained { fill: #0969da; }
  .autoconsent { fill: #bc4c00; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; }
    .small { fill: #9198a1; }
    line { stroke: #3d444d; }
    .floor { fill: #848d97; }
    .untrained { fill: #4493f8; }
    .autoconsent { fill: #f0883e; }
  }
</style>
<text x="0" y="16">Main-thread time of extension code per page load (median, logarithmic)</text>
${BARS.map((name, index) => `<rect class="${name}" x="${index * 130}" y="26" width="12" height="12"/><text x="${index * 130 + 18}" y="36.5">${CONTESTANTS[name].label}</text>`).join('\n')}
${ticks.map((tick) => `<line x1="${place(x(tick))}" x2="${place(x(tick))}" y1="${TOP - 6}" y2="${bottom - GAP / 2}"/><text class="small" text-anchor="middle" x="${place(x(tick))}" y="${bottom + 8}">${round(tick)} ms</text>`).join('\n')}
${groups.map(({ label, bars }, group) => groupOf(label, bars, TOP + group * groupHeight, x)).join('\n')}
</svg>
`;
}

function groupOf(
  label: string,
  bars: { name: Name; value: number | undefined }[],
  top: number,
  x: (value: number) => number,
): string {
  const text = `<text x="${LEFT - 10}" y="${top + (BARS.length * BAR) / 2 + 4}" text-anchor="end">${label}</text>`;
  const rows = bars.map(({ name, value }, index) => {
    const y = top + index * BAR;
    const end = x(value ?? 0);
    return `<rect class="${name}" x="${LEFT}" y="${y}" width="${place(end - LEFT)}" height="${BAR - 3}"/><text class="small" x="${place(end + 5)}" y="${y + 10.5}">${said(value)}</text>`;
  });
  return [text, ...rows].join('\n');
}

function said(value: number | undefined): string {
  return value === undefined ? 'not measured' : `${round(value)} ms`;
}

function place(value: number): string {
  return String(Number(value.toFixed(1)));
}
