import { describe, expect, it } from 'vitest';
import { type Figure, growthOf, summarise } from '../../../../tools/bench/figures.ts';
import { judge, round } from '../../../../tools/bench/goals.ts';
import { chart } from '../../../../tools/bench/report/chart.ts';
import { type Results, updateDocs } from '../../../../tools/bench/report/docs.ts';

const figures: Figure[] = [
  { contestant: 'floor' as const, samples: [1, 1, 1] },
  { contestant: 'untrained' as const, samples: [1, 2, 3] },
  { contestant: 'autoconsent' as const, samples: [16, 16, 16] },
].map((rest) => ({ id: 'load.setting.time', what: 'setting', unit: 'ms', size: { of: 'nodes', value: 0 }, ...rest }));
const summaries = summarise(figures);

function results(version: string): Results {
  const machine = {
    day: '2026-11-24',
    processor: 'Example',
    cores: 2,
    memory: '8 GB',
    system: 'Linux 6',
    browser: 'Chrome/156',
    node: 'v24',
    load: 0.5,
    versions: { Untrained: version },
  };
  return { machine, loads: 15, summaries, growth: [], judgements: judge({ summaries, growth: [] }) };
}

const DOCS =
  'Before.\n<!-- figures -->\nold\n<!-- /figures -->\nBetween.\n<!-- releases -->\n<!-- /releases -->\nAfter.\n';

describe('the document of the figures', () => {
  it('gets this run in place of the one before, and keeps what is written around', () => {
    const docs = updateDocs(DOCS, results('0.1.0'));
    expect(docs).not.toContain('old');
    expect(docs).toContain('| setting, 0 nodes |  | 1 (1) ms | 2 (2.9) ms | 16 (16) ms | 2 | 0.13 | 3 |');
    for (const text of ['Before.\n', '\nBetween.\n', '\nAfter.\n', '2 cores', '15 loads']) expect(docs).toContain(text);
  });

  it('keeps a row for every release, the latest run for each', () => {
    const once = updateDocs(DOCS, results('0.1.0'));
    expect(updateDocs(once, results('0.1.0'))).toBe(once);
    const rows = updateDocs(once, results('0.2.0')).match(/^\| 0\.\d\.0 \|.*$/gm);
    expect(rows).toEqual([
      '| 0.1.0 | 2026-11-24 | 2 ms |  |  |  |  |  |  |',
      '| 0.2.0 | 2026-11-24 | 2 ms |  |  |  |  |  |  |',
    ]);
  });

  it('is refused where it does not say where figures belong', () => {
    expect(() => updateDocs('Nothing.', results('0.1.0'))).toThrow('figures');
  });
});

describe('the goals', () => {
  const judged = (of: Figure[]) => judge({ summaries: summarise(of), growth: [] }).filter(({ met }) => met !== null);

  it('are judged by what was measured', () => {
    expect(judged(figures)).toEqual([
      { goal: 'main thread, setting: at most 1.5 × floor', measured: '2 × floor', met: false },
      { goal: 'main thread, setting: at most 0.25 × autoconsent', measured: '0.13 × autoconsent', met: true },
    ]);
  });

  it('are neither met nor missed without the figures they take, and all listed', () => {
    expect(judged(figures.filter(({ contestant }) => contestant === 'untrained'))).toEqual([]);
    expect(judge({ summaries: [], growth: [] })).toHaveLength(judge({ summaries, growth: [] }).length);
  });

  it('call flat what grows by a tenth at most from the smallest page to the largest', () => {
    const pages = (most: number) =>
      [0, 25_000, 50_000].map(
        (value): Figure => ({
          ...(figures[1] as Figure),
          size: { of: 'nodes', value },
          samples: [10 + (most * value) / 50_000],
        }),
      );
    for (const [most, met] of [
      [0.9, true],
      [1.1, false],
    ] as const) {
      const grown = summarise(pages(most));
      const flat = judge({ summaries: grown, growth: growthOf(grown) }).find(({ goal }) => goal.includes('flat'));
      expect(flat?.met).toBe(met);
    }
  });
});

describe('the chart', () => {
  it('says in words what it shows, and what was not measured', () => {
    const svg = chart(summaries);
    expect(svg).toContain('a setting: floor 1 ms, Untrained 2 ms, autoconsent 16 ms');
    expect(svg).toContain('the feed: floor not measured');
    expect(svg).toContain('prefers-color-scheme: dark');
  });
});

describe('rounding', () => {
  it.each([
    [0, '0'],
    [0.1234, '0.12'],
    [1.2345, '1.23'],
    [12.345, '12.3'],
    [1234.5, '1,235'],
    [-5.432, '-5.43'],
  ])('%s is shown as %s', (value, shown) => {
    expect(round(value)).toBe(shown);
  });
});
