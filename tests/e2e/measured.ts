import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect } from '@playwright/test';
import { type Found, LOADS, probedPage } from '../replica/probed-page.ts';

/** A browser with an extension in it whose silence is measured. */
export type Contestant = {
  /** Opens a page of its own with this text at the AI setting's address, in front of all others, until its probes are through. */
  measure(html: string): Promise<Found>;
};

/** How often each page is loaded. */
const LEAST = 5;
/**
 * Where figures of five loads lie apart, which once in some hundred names they do by chance, more loads follow until they do not, or until
 * it can no longer be chance: of twice twelve figures once in more than a million.
 */
const MOST = 12;
/** So often the extension that gives itself away is loaded, to see that it does. */
const NOISY_LOADS = 3;

/** A page of any extension that is built here, on which nothing happens. */
export const EMPTY_PAGE = 'empty.html';

/** An extension that does nothing, on the same pages and at the same time as the reader. */
export const DUMMY = 'void 0;';

/** An extension that gives itself away in every way that the probes look for. */
export const NOISY = `const keep = [];
for (const type of ['click', 'visibilitychange']) addEventListener(type, (event) => keep.push(event.type), true);
document.addEventListener('DOMContentLoaded', () => {
  const { navigation } = window;
  navigation?.addEventListener('currententrychange', () => keep.push(''));
  keep.push(document.querySelector('main'), document.querySelector('[role=switch]'));
});
const look = () => {
  for (const element of document.querySelectorAll('*')) if (element.getAttribute('role') === 'switch') element.checkVisibility({ opacityProperty: true });
};
const observer = new MutationObserver(look);
observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-checked', 'class'] });
setInterval(() => document.querySelector('main')?.checkVisibility({ opacityProperty: true }), 30);
setInterval(() => requestAnimationFrame(() => {}), 70);`;

/** What at the least tells the noisy extension, by the middle of its few figures: their range a busy machine may widen. */
const TOLD_BY = [
  'attributes switch aria-checked',
  'mutate aria-checked',
  'dispatch click',
  'dispatch visibilitychange',
  'targets window click',
  'targets window visibilitychange',
  'frames short',
  'huge gap',
];

/** Builds an extension of one script for settings pages, in a new folder, which is returned. */
export function buildExtension(script: string, manifest: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'measured-'));
  const files = {
    'manifest.json': JSON.stringify({
      manifest_version: 3,
      name: 'Measured',
      version: '1',
      content_scripts: [
        { matches: ['https://www.linkedin.com/mypreferences/*'], js: ['reader.js'], run_at: 'document_start' },
      ],
      ...manifest,
    }),
    'reader.js': script,
    'background.js': '',
    [EMPTY_PAGE]: '<!doctype html><title>Measured</title>',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/**
 * Measures the extension, as it is alone and with its own pages open, each beside a dummy with as many pages open at the same time, and
 * expects that no figure tells them apart, while every probe tells the noisy one.
 */
export async function expectSilence(contestants: {
  pairs: Record<string, { untrained: Contestant; dummy: Contestant }>;
  noisy: Contestant;
}): Promise<void> {
  const pairs = Object.entries(contestants.pairs).map(([name, { untrained, dummy }]) => ({
    name,
    untrained: { contestant: untrained, figures: new Figures() },
    dummy: { contestant: dummy, figures: new Figures() },
  }));
  const noisy = { contestant: contestants.noisy, figures: new Figures() };
  // Nothing is left to be found out once a load has given the extension away for certain.
  const isCertain = () => pairs.some(({ untrained }) => !isDeepStrictEqual(untrained.figures.exact(), SILENT));
  const isDoubtful = () =>
    !isCertain() && pairs.some(({ untrained, dummy }) => untrained.figures.apartFrom(dummy.figures).length > 0);
  for (let round = 0; round < LEAST || (round < MOST && isDoubtful()); round++) {
    for (const load of Object.values(LOADS)) {
      const html = probedPage(load);
      // All at once: what else the machine does, it does to all of them.
      const measured = [
        ...pairs.flatMap(({ untrained, dummy }) => [untrained, dummy]),
        ...(round < NOISY_LOADS ? [noisy] : []),
      ];
      await Promise.all(measured.map(({ contestant, figures }) => figures.add(contestant.measure(html))));
    }
  }

  for (const { name, untrained, dummy } of pairs) {
    expect(dummy.figures.exact(), `the dummy, ${name}`).toEqual(SILENT);
    expect.soft(untrained.figures.exact(), name).toEqual(SILENT);
    expect.soft(untrained.figures.apartFrom(dummy.figures), name).toEqual([]);
  }
  const [quiet] = pairs as [(typeof pairs)[0]];
  expect.soft(noisy.figures.exact(), 'the noisy one').toEqual({
    'timers others': 'some',
    'flush flushed': 'some',
    'gc switch': 'alive',
    'gc main': 'alive',
  });
  expect
    .soft(
      TOLD_BY.filter((name) => noisy.figures.middle(name) < 1.3 * quiet.dummy.figures.middle(name)),
      'what does not tell the noisy one',
    )
    .toEqual([]);
}

/** What no load at all may find otherwise. */
const SILENT = { 'timers others': 'none', 'flush flushed': 'none', 'gc switch': 'gone', 'gc main': 'gone' };
/** What says only how much was measured. */
const SIZES = ['flush windows'];

/** All figures of a contestant, each of its loads under the probe's name and its own. */
class Figures {
  readonly #all = new Map<string, (number | string)[]>();

  async add(measured: Promise<Found>): Promise<void> {
    for (const [probe, found] of Object.entries(await measured)) {
      for (const [name, figure] of Object.entries(found)) {
        const key = `${probe} ${name}`;
        this.#all.set(key, [...(this.#all.get(key) ?? []), figure]);
      }
    }
  }

  /**
   * The figures that have one true value, each as the loads found it that found it worst; but what was gone in any load is not kept alive: memory
   * that nobody holds is not cleared in time every time, beside an extension that does nothing either.
   */
  exact(): Record<string, string> {
    const worst = (figures: (number | string)[]) =>
      figures.some((figure) => typeof figure === 'string')
        ? figures.includes('gone')
          ? 'gone'
          : 'alive'
        : figures.every((figure) => figure === 0)
          ? 'none'
          : 'some';
    return Object.fromEntries(Object.keys(SILENT).map((name) => [name, worst(this.#all.get(name) ?? ['alive'])]));
  }

  /** The figure in the middle of all loads. */
  middle(name: string): number {
    const figures = (this.#all.get(name) ?? []).map(Number).toSorted((one, other) => one - other);
    return figures[Math.floor(figures.length / 2)] ?? Number.NaN;
  }

  /** The other figures whose whole range lies outside that of the other contestant. */
  apartFrom(other: Figures): string[] {
    const lines: string[] = [];
    for (const [name, figures] of this.#all) {
      if (name in SILENT || SIZES.includes(name)) continue;
      const [low, high] = range(figures);
      const [otherLow, otherHigh] = range(other.#all.get(name) ?? []);
      if (low <= otherHigh && high >= otherLow) continue;
      lines.push(`${name}: ${rounded(low)} to ${rounded(high)} beside ${rounded(otherLow)} to ${rounded(otherHigh)}`);
    }
    return lines;
  }
}

function range(figures: (number | string)[]): [low: number, high: number] {
  const numbers = figures.map(Number);
  return [Math.min(...numbers), Math.max(...numbers)];
}

const rounded = (figure: number) => Math.round(figure * 100) / 100;
