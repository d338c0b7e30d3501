import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageWords, shell } from './page.ts';

/** What the probes of a page found: for each its figures by name. */
export type Found = Record<string, Record<string, number | string>>;

/** The loads that the probes share, each with its own in the order they run. */
export const LOADS = {
  /** A page that gives an answer and stands still. */
  settled: { hasSwitch: true, probes: ['timers', 'frames', 'attributes'] },
  /** A page that gives an answer and is asked for a look now and then. */
  watched: { hasSwitch: true, probes: ['flush'] },
  /** A page that gives an answer until it is left. By itself: another probe may have touched what is to be forgotten. */
  left: { hasSwitch: true, probes: ['gc'] },
  /** A page without a switch, on which whatever looks for one goes on looking. */
  empty: { hasSwitch: false, probes: ['mutate', 'dispatch', 'targets', 'huge'] },
} as const;

/** What a page says in its console once its probes are through; `readFound` reads it. */
const SAID = 'results ';

/** The AI setting's page with probes that measure, from within, what somebody else does there. */
export function probedPage({ hasSwitch, probes }: { hasSwitch: boolean; probes: readonly string[] }): string {
  const words = pageWords('en');
  const control = `<span id="label">${words.toggle}</span>
<div><span aria-hidden="true">${words.on}</span>
<input type="checkbox" role="switch" autocomplete="off" aria-labelledby="label" aria-checked="true" checked></div>`;
  const main = `<h2>${words.title}</h2><p>${words.question}</p>${hasSwitch ? control : ''}`;
  const sources = JSON.stringify(probes.map((name) => [name, source(name)])).replaceAll('<', '\\u003c');
  const script = `<script>${source('run')}\nrunProbes(${sources});</script>`;
  return shell('en', main).replace('<head>', () => `<head>${script}`);
}

/** What a line of the console says that the probes found; nothing for any other line. */
export function readFound(line: string): Found | undefined {
  return line.startsWith(SAID) ? (JSON.parse(line.slice(SAID.length)) as Found) : undefined;
}

function source(name: string): string {
  return readFileSync(join(import.meta.dirname, 'probes', `${name}.js`), 'utf8');
}
