import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CONTESTANTS } from './contestants.ts';

/** The extension's own pages that are measured. Each must be in the build. */
export const PAGES = ['popup.html', 'sidepanel.html', 'report.html'] as const;

/** What each of them is measured against: a page with one word. */
export const EMPTY_PAGE = 'popup.html';

/** Fails, naming it, where a page is not in the build: a row that is silently missing would look like a goal that is met. */
export function requirePages(): void {
  const missing = PAGES.filter((page) => !existsSync(join(CONTESTANTS.untrained.folder, page)));
  if (missing.length > 0)
    throw new Error(`The build has no ${missing.join(' and no ')}. See tools/bench/extension-pages.ts.`);
}
