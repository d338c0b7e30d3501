import { join } from 'node:path';
import { AI_SETTING_URL } from '../../../tests/replica/replica.ts';
import { bundleForPage } from '../../bundle.ts';
import type { Contestant } from '../arena.ts';
import type { Figure } from '../figures.ts';
import { SETTING_PAGES } from '../pages.ts';

const LOOKS_PER_LOAD = 15;

declare function timeLooks(times: number): number[];

/** What a single look of the reader at a page takes, by the reader's own functions in a page without any extension. */
export async function measureLooks({ context }: Contestant, loads: number): Promise<Figure[]> {
  const script = await bundleForPage(join(import.meta.dirname, 'look-in-page.ts'));
  const figures: Figure[] = [];
  for (const { url = AI_SETTING_URL, size } of SETTING_PAGES) {
    const page = await context.newPage();
    await page.goto(url);
    await page.addScriptTag({ content: script });
    const samples = await page.evaluate((looks) => timeLooks(looks), loads * LOOKS_PER_LOAD);
    await page.close();
    figures.push({
      id: 'look.time',
      what: 'one look of the reader',
      unit: 'ms',
      contestant: 'untrained',
      samples,
      ...(size ? { size } : {}),
    });
  }
  return figures;
}
