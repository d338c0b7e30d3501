import { type FoundControl, findControls, mainRegions } from './controls.ts';
import { LIMITS, type Snapshot } from './reading.ts';
import { plainText } from './text.ts';

/** A snapshot as plain data, and the elements behind its controls for whoever wants to keep an eye on them. */
export type Look = { snapshot: Snapshot; found: FoundControl[] };

/** Stands for a page that cannot be looked at. */
export const UNREADABLE: Look = {
  snapshot: { language: '', main: false, controls: [], instead: 'unreadable' },
  found: [],
};

/** Before LinkedIn's pages come to life, all their links lead here. */
const PLACEHOLDER_LINK = 'https://www.linkedin.com/';

/** Looks at a settings page as it stands now. Reads only; costs one search of the main region. */
export function lookAt(document: Document): Look {
  const regions = mainRegions(document);
  const found = regions.flatMap(findControls).slice(0, LIMITS.controls);
  const snapshot: Snapshot = {
    language: languageOf(document),
    main: regions.length > 0,
    controls: found.map(({ elements: _, ...control }) => control),
    instead: insteadOf(document, regions, found.length),
  };
  return { snapshot, found };
}

function languageOf(document: Document): string {
  const declared = document.documentElement.lang;
  const meta = document.querySelector<HTMLMetaElement>('meta[name="i18nLocale"]')?.content;
  return plainText(declared || meta, LIMITS.language);
}

function insteadOf(document: Document, regions: Element[], controls: number): Snapshot['instead'] {
  if (document.querySelector('input[type="password" i]')) return 'sign-in';
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].slice(0, 20);
  if (links.length > 2 && links.every((link) => link.href === PLACEHOLDER_LINK)) return 'placeholder';
  if (controls === 0 && regions.some((region) => region.querySelector('iframe'))) return 'frame';
  return null;
}
