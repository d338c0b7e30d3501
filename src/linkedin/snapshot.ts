import { type FoundControl, findControls, mainRegion } from './controls.ts';
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

/** Before LinkedIn's pages come to life, all their links lead home. */
const LINK = 'a[href]';
const LINK_ELSEWHERE = 'a[href]:not([href="https://www.linkedin.com/"])';

/** Looks at a settings page as it stands now: at its switches, or on a category page at its rows. Reads only. */
export function lookAt(document: Document, kind: Reading['kind'], shadowRootOf: ShadowRootOf = openShadowRootOf): Look {
  const main = mainRegion(document);
  const controls = main && kind === 'setting' ? findControls(main, shadowRootOf).slice(0, LIMITS.controls) : [];
  const rows = main && kind === 'category' ? findRows(main) : [];
  const snapshot: Snapshot = {
    language: plainText(document.documentElement.lang, LIMITS.language),
    main: main !== null,
    controls: controls.map(({ elements: _, ...control }) => control),
    rows: rows.map(({ link: _, ...row }) => row),
    instead: insteadOf(document, main, controls, rows),
  };
  return { snapshot, controls, rows };
}

function insteadOf(
  document: Document,
  main: Element | null,
  controls: FoundControl[],
  rows: FoundRow[],
): Snapshot['instead'] {
  const isEmpty = controls.length + rows.length === 0;
  // "Remember me" stands in one form with the password. All of the page is only searched where there is nothing else to tell.
  const forms = isEmpty ? [document] : controls.map(({ elements }) => elements[0]?.closest('form'));
  if (forms.some((form) => form?.querySelector('[type=password]'))) return 'sign-in';
  if (!document.querySelector(LINK_ELSEWHERE) && document.querySelectorAll(LINK).length > 2) return 'placeholder';
  return isEmpty && main?.querySelector('iframe') ? 'frame' : null;
}
