import { type FoundControl, findControls, mainRegions } from './controls.ts';
import { LIMITS, type Reading, type Snapshot } from './reading.ts';
import { type FoundRow, findRows } from './rows.ts';
import { plainText } from './text.ts';
import { openShadowRootOf, type ShadowRootOf } from './tree.ts';

/** A snapshot as plain data, and the elements behind it for whoever wants to keep an eye on them. */
export type Look = { snapshot: Snapshot; controls: FoundControl[]; rows: FoundRow[] };

/** Stands for a page that cannot be looked at. */
export const UNREADABLE: Look = {
  snapshot: { language: '', main: false, controls: [], rows: [], instead: 'unreadable' },
  controls: [],
  rows: [],
};

/** Before LinkedIn's pages come to life, all their links lead here. */
const PLACEHOLDER_LINK = 'https://www.linkedin.com/';

/** How many links are asked for that. */
const FIRST_LINKS = 20;

/** Looks at a settings page as it stands now: at its switches, or on a category page at its rows. Reads only. */
export function lookAt(document: Document, kind: Reading['kind'], shadowRootOf: ShadowRootOf = openShadowRootOf): Look {
  const regions = mainRegions(document);
  const controls =
    kind === 'setting' ? regions.flatMap((region) => findControls(region, shadowRootOf)).slice(0, LIMITS.controls) : [];
  const rows = kind === 'category' ? regions.flatMap(findRows).slice(0, LIMITS.rows) : [];
  const snapshot: Snapshot = {
    language: plainText(document.documentElement.lang, LIMITS.language),
    main: regions.length > 0,
    controls: controls.map(({ elements: _, ...control }) => control),
    rows: rows.map(({ link: _, ...row }) => row),
    instead: insteadOf(document, regions, controls.length + rows.length),
  };
  return { snapshot, controls, rows };
}

function insteadOf(document: Document, regions: Element[], found: number): Snapshot['instead'] {
  if (document.querySelector('[type=password]')) return 'sign-in';
  if (isPlaceholder(document)) return 'placeholder';
  if (found === 0 && regions.some((region) => region.querySelector('iframe'))) return 'frame';
  return null;
}

/** The first links tell: a live collection finds them without a look at the rest of the page. */
function isPlaceholder(document: Document): boolean {
  const links = document.links;
  let count = 0;
  while (count < FIRST_LINKS && links[count]?.href === PLACEHOLDER_LINK) count++;
  return count > 2 && (count === FIRST_LINKS || links[count] === undefined);
}
