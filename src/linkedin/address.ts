/**
 * What a web address on LinkedIn stands for.
 * - `setting`: a page with one setting; `path` is the address after the tree ("settings/data-for-ai-improvement")
 * - `category`: a list of settings; `path` is its name
 * - `settings`: elsewhere on the settings site
 * - `signed-out`: LinkedIn asks the member to sign in
 * - `elsewhere`: anything that is not ours to look at
 */
export type Address =
  | { kind: 'setting' | 'category'; tree: string; path: string }
  | { kind: 'settings' | 'signed-out' | 'elsewhere' };

const ORIGIN = 'https://www.linkedin.com';
const SETTINGS_SITE = /^\/mypreferences(\/|$)/;
const CATEGORY = /^\/mypreferences\/([a-z])\/categories\/([a-z-]+)$/;
const SETTING = /^\/mypreferences\/([a-z])\/((?:settings\/)?[a-z0-9-]+)$/;
const SIGN_IN = /^\/(uas\/login|login|authwall|checkpoint)(\/|$)/;

/** The tree whose layout there is evidence for. Others (mobile, guest, ...) carry the same settings in markup nobody has described. */
const DESCRIBED_TREE = 'd';

/** Reads a web address. Query, hash and a trailing slash do not matter; another scheme, host or port does. Never throws. */
export function parseAddress(url: string): Address {
  if (!URL.canParse(url)) return { kind: 'elsewhere' };
  const { origin, pathname, username, password } = new URL(url);
  if (origin !== ORIGIN || username || password) return { kind: 'elsewhere' };
  const path = pathname.replace(/\/+$/, '');
  const inTree = CATEGORY.exec(path) ?? SETTING.exec(path);
  if (inTree)
    return { kind: CATEGORY.test(path) ? 'category' : 'setting', tree: inTree[1] ?? '', path: inTree[2] ?? '' };
  if (SETTINGS_SITE.test(path)) return { kind: 'settings' };
  if (SIGN_IN.test(path)) return { kind: 'signed-out' };
  return { kind: 'elsewhere' };
}

/** Whether the page's layout is one that evidence describes. */
export function isLayoutDescribed(tree: string): boolean {
  return tree === DESCRIBED_TREE;
}
