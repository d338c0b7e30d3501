import { parseAddress } from '../linkedin/address.ts';
import { AI_TRAINING } from '../linkedin/ai-setting.ts';
import type { Stored } from '../storage/stored.ts';
import { isReadable, isRecent, type ReportRow, reportRows } from './rows.ts';

/** A page for the member to open, and the ids of the settings that it would tell of. */
export type NextPage = { url: string; kind: 'setting' | 'category'; settings: string[] };

/**
 * Category pages that list settings of the catalogue. Source: public scripts and guides that open or read these very addresses,
 * gathered in November 2026; nobody here could open them.
 */
const CATEGORY_PAGES = ['privacy', 'ads', 'profile-visibility'].map((category) => ({
  category,
  url: `https://www.linkedin.com/mypreferences/d/categories/${category}`,
}));

/** The catalogue's section of settings that no category page lists. */
const NOT_LISTED = '(separate page)';

/**
 * The pages that would tell most, best first: the AI setting's own until it is certain and fresh; category pages by how many settings
 * they would tell of and how important those are; then single settings by importance. `now` in milliseconds.
 */
export function nextPages(stored: Stored, now: number): NextPage[] {
  const recent = (at: number) => isRecent(at, stored, now);
  const rows = reportRows(stored, now);
  const stale = rows.filter(({ setting, fresh }) => setting.id !== AI_TRAINING && isReadable(setting) && !fresh);
  // An own page that just failed would fail again; a list that failed leaves the own page to try.
  const alone = stale.filter(({ failure }) => !(failure?.via === 'page' && recent(failure.at)));
  return [...aiPage(rows, recent), ...categoryPages(rows, stale, recent), ...ownPages(alone)];
}

function aiPage(rows: ReportRow[], recent: (at: number) => boolean): NextPage[] {
  return rows.filter((row) => row.setting.id === AI_TRAINING && !isSettled(row, recent)).flatMap(ownPage);
}

function isSettled({ state, outcome, fresh, failure }: ReportRow, recent: (at: number) => boolean): boolean {
  if (state === 'absent') return failure !== null && recent(failure.at);
  return fresh && failure === null && outcome !== 'unconfirmed';
}

function categoryPages(rows: ReportRow[], stale: ReportRow[], recent: (at: number) => boolean): NextPage[] {
  return CATEGORY_PAGES.map(({ category, url }) => {
    const wasOpened = rows.some((row) => row.setting.category === category && wasSeenInList(row, recent));
    const covered = stale.filter(
      ({ setting, failure }) =>
        setting.category === category && setting.section !== NOT_LISTED && !(failure && recent(failure.at)),
    );
    return { url, told: wasOpened ? [] : covered };
  })
    .filter(({ told }) => told.length > 1) // For one alone, its own page is as near and more certain.
    .sort((a, b) => weightOf(b.told) - weightOf(a.told))
    .map(({ url, told }) => ({ url, kind: 'category', settings: told.map(({ setting }) => setting.id) }));
}

/** What a list that was opened lately did not tell, it will not tell now. */
function wasSeenInList({ sighting, failure }: ReportRow, recent: (at: number) => boolean): boolean {
  return (sighting?.via === 'list' && recent(sighting.lastSeen)) || (failure?.via === 'list' && recent(failure.at));
}

/** A setting counts half as much as one of the priority above it. */
function weightOf(rows: ReportRow[]): number {
  return rows.reduce((sum, { setting }) => sum + 2 ** -setting.priority, 0);
}

function ownPages(rows: ReportRow[]): NextPage[] {
  return rows.toSorted((a, b) => a.setting.priority - b.setting.priority).flatMap(ownPage);
}

/** Nothing where the address is none that the reader looks at. */
function ownPage({ setting, url }: ReportRow): NextPage[] {
  if (!url || parseAddress(url).kind !== 'setting') return [];
  return [{ url, kind: 'setting', settings: [setting.id] }];
}
