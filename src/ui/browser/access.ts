import browser from 'webextension-polyfill';

/** What the browser lets the extension do, which members can give and take. */

/** As in the manifest's content scripts. */
const SETTINGS_PAGES = ['https://www.linkedin.com/mypreferences/*'];

/** Whether the browser lets the reader see settings pages. Members can take that back, or have it asked for on each click. */
export async function hasAccess(): Promise<boolean> {
  return browser.permissions.contains({ origins: SETTINGS_PAGES });
}

/** Calls back whenever the browser or the member gives or takes access; returns how to stop that. */
export function onAccessChange(changed: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(changed);
  onRemoved.addListener(changed);
  return () => {
    onAdded.removeListener(changed);
    onRemoved.removeListener(changed);
  };
}

/** Asks for that access, which browsers allow only straight from a click. Returns whether it was given. */
export async function allowAccess(): Promise<boolean> {
  return browser.permissions.request({ origins: SETTINGS_PAGES });
}

/** Asks the browser for notifications, which it does only straight from a click. Returns whether they are allowed. */
export async function allowNotifications(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['notifications'] });
}
