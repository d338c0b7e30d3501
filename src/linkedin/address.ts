/**
 * What a web address on LinkedIn stands for.
 * - `setting`: a page with one setting; `path` is the address after the tree ("settings/data-for-ai-improvement")
 * - `category`: a list of settings; `path` is its name
 * - `settings`: elsewhere on the settings site
 * - `signed-out`: LinkedIn asks the member to sign in
 * - `elsewhere`: anything that is not ours to look at
 */
export type Address = PageAddress | { kind: 'settings' | 'signed-out' | 'elsewhere' };

/** The address of a page that says something of settings. */
export type PageAddress = { kind: 'setting' | 'category'; tree: string; path: string };

const ORIGIN = 'https://www.linkedin.com';
/** The whole address at once, since all that a reader needs on each page should cost little. */
const PAGE =
  /^https:\/\/www\.linkedin\.com\/mypreferences\/([a-z])\/(?:categories\/([a-z-]+)|((?:settings\/)?(?!(?:settings|categories)\/*(?:[?#]|$))[a-z0-9-]+))\/*(?:[?#]|$)/;
const SETTINGS_SITE = /^\/mypreferences(\/|$)/;
const SIGN_IN = /^\/(uas\/login|login|authwall|checkpoint)(\/|$)/;

/** The tree whose layout there is evidence for. Others (mobile, guest, ...) carry the same settings in markup nobody has described. */
const DESCRIBED_TREE = 'd';

/** Reads a web address. Query, hash and a trailing slash do not matter; another scheme, host or port does. Never throws. */
export function parseAddress(url: string): Address {
  const path = linkedinPath(url);
  if (path === null) return { kind: 'elsewhere' };
  const page = pageAddress(new URL(url).href);
  if (page) return page;
  if (SETTINGS_SITE.test(path)) return { kind: 'settings' };
  return { kind: SIGN_IN.test(path) ? 'signed-out' : 'elsewhere' };
}

/**
 * The address of a setting's or a category's page, or null where the web address is no such page's. Takes addresses as `location.href`
 * gives them: in the one way to write them. Never throws.
 */
export function pageAddress(href: string): PageAddress | null {
  const [, tree, category, setting] = PAGE.exec(href) ?? [];
  if (!tree) return null;
  return { kind: category ? 'category' : 'setting', tree, path: category ?? setting ?? '' };
}

function linkedinPath(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { origin, pathname, username, password } = new URL(url);
  return origin === ORIGIN && !username && !password ? pathname.replace(/\/+$/, '') : null;
}

/** Whether the page's layout is one that evidence describes. */
export function isLayoutDescribed(tree: string): boolean {
  return tree === DESCRIBED_TREE;
}
