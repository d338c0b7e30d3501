import { type FoundControl, findControls } from './controls.ts';
import { LIMITS } from './limits.ts';
import type { Reading, Snapshot } from './reading.ts';
import { findRows } from './rows.ts';
import { plainText } from './text.ts';
import { type ShadowRootOf, type Walk, walkPage } from './walk.ts';

/** A snapshot as plain data, with the elements behind it, and all that stands in main as one text, to tell whether it changed. */
export type Look = { snapshot: Snapshot; switches: FoundControl[]; region: Element | null; all: string };

/** Stands for a page that cannot be looked at: too large, or its elements hide the DOM's own properties. */
export const UNREADABLE: Look = {
  snapshot: {
    language: '',
    main: false,
    controls: [],
    rows: [],
    instead: 'unreadable',
    loading: false,
    translated: false,
  },
  switches: [],
  region: null,
  all: '',
};

/** Before LinkedIn's pages come to life, all their links lead home. */
const LINK_ELSEWHERE = 'a[href]:not([href="https://www.linkedin.com/"])';

/** Looks at a settings page as it stands now: at its controls, or on a category page at its rows. Reads only. Never throws. */
export function lookAt(
  document: Document,
  kind: Reading['kind'],
  shadowRootOf: ShadowRootOf,
  wasSeen: (element: Element) => boolean,
): Look {
  try {
    return lookOf(document, kind, walkPage(document, shadowRootOf), wasSeen);
  } catch {
    return UNREADABLE;
  }
}

function lookOf(document: Document, kind: Reading['kind'], walk: Walk, wasSeen: (element: Element) => boolean): Look {
  const isSetting = kind === 'setting';
  const controls = isSetting ? findControls(walk, wasSeen) : [];
  const rows = isSetting ? [] : findRows(walk);
  const snapshot: Snapshot = {
    language: plainText(document.documentElement.lang, LIMITS.language),
    main: !!walk.region,
    controls: controls.map(({ elements: _, standIns: __, ...control }) => control),
    rows,
    instead: insteadOf(document, walk, controls, rows.length),
    loading: walk.loading,
    translated: walk.translated,
  };
  const all = [walk.nodes, ...walk.items.map(({ text, as }) => as === 'notice' || text)].join('\n');
  return { snapshot, switches: controls, region: walk.region, all };
}

function insteadOf(document: Document, walk: Walk, controls: FoundControl[], rows: number): Snapshot['instead'] {
  const isEmpty = controls.length + rows === 0;
  // "Remember me" stands in one form with the password. All of the page is only searched where there is nothing else to tell.
  const form = isEmpty ? document : controls[0]?.elements[0]?.closest('form');
  if (form?.querySelector('[type=password]')) return 'sign-in';
  if (!document.querySelector(LINK_ELSEWHERE) && document.links.length > 2) return 'placeholder';
  return isEmpty && walk.hasFrame ? 'frame' : null;
}
