import { cpus, loadavg, release, totalmem, type } from 'node:os';
import type { Contestant } from './arena.ts';
import { CONTESTANTS, versionOf } from './contestants.ts';

/** What a run was made on, so that nobody compares it with another machine's. */
export type Machine = {
  day: string;
  processor: string;
  cores: number;
  memory: string;
  system: string;
  browser: string;
  node: string;
  /** Processes that wanted a core, on average over the last minute before the run: the machine may have been busy with other things. */
  load: number;
  versions: Record<string, string>;
};

export async function describeMachine({ browser }: Contestant): Promise<Machine> {
  const { product } = await browser.send('Browser.getVersion');
  return {
    day: new Date().toISOString().slice(0, 10),
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    system: `${type()} ${release()}`,
    browser: product,
    node: process.version,
    load: Number(loadavg()[0]?.toFixed(2)),
    versions: { Untrained: versionOf('untrained'), [CONTESTANTS.autoconsent.label]: versionOf('autoconsent') },
  };
}
