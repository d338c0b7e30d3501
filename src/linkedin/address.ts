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
const PAGE = /^\/mypreferences\/([a-z])\/(categories\/)?((?:settings\/)?[a-z0-9-]+)\/$/;
const SETTINGS_SITE = /^\/mypreferences(\/|$)/;
const SIGN_IN = /^\/(uas\/login|login|authwall|checkpoint)(\/|$)/;

/** The tree whose layout there is evidence for. Others (mobile, guest, ...) carry the same settings in markup nobody has described. */
const DESCRIBED_TREE = 'd';

/** Reads a web address. Query, hash and a trailing slash do not matter; another scheme, host or port does. Never throws. */
export function parseAddress(url: string): Address {
  const path = linkedinPath(url);
  if (path === null) return { kind: 'elsewhere' };
  const page = pageAddress(path);
  if (page) return page;
  if (SETTINGS_SITE.test(path)) return { kind: 'settings' };
  return { kind: SIGN_IN.test(path) ? 'signed-out' : 'elsewhere' };
}

/**
 * The address of a setting's or a category's page, or null where the path is no such page's. LinkedIn's server takes capitals, encoded
 * letters and doubled slashes for the same path. Never throws.
 */
export function pageAddress(pathname: string): PageAddress | null {
  try {
    const plain = `${decodeURI(pathname)}/`.toLowerCase().replace(/\/+/g, '/');
    const [, tree, list, path] = PAGE.exec(plain) ?? [];
    if (!tree || !path || path === 'settings' || path === 'categories') return null;
    return { kind: list ? 'category' : 'setting', tree, path };
  } catch {
    return null;
  }
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
