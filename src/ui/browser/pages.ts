import browser from 'webextension-polyfill';

/** The extension's own pages, and what they hand to the member. */

/** What the polyfill has no types for: each browser has one of the two, phones have none. */
type PanelHosts = {
  sidePanel?: { open(options: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
};

/** The window this page belongs to. */
export async function ownWindow(): Promise<number | undefined> {
  return (await browser.windows?.getCurrent())?.id;
}

/**
 * Opens the guide beside the page: in the side panel, in the sidebar, or where the browser has neither in a tab. Has to be called
 * straight from a click, before anything is awaited, or browsers refuse.
 */
export async function openGuide(windowId: number | undefined): Promise<void> {
  const { sidePanel, sidebarAction } = browser as unknown as PanelHosts;
  try {
    if (sidePanel && windowId !== undefined) return await sidePanel.open({ windowId });
    if (sidebarAction) return await sidebarAction.open();
  } catch {
    // Some browsers have the interface without the panel.
  }
  await openGuideInTab();
}

/** Opens the guide in a tab of its own. */
export async function openGuideInTab(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/sidepanel.html') });
}

/** Opens the report in a tab of its own. */
export async function openReport(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/report.html') });
}

/** Restarts the whole extension. */
export function restartExtension(): void {
  browser.runtime.reload();
}

/** Hands a text file to the browser's own download. */
export function saveFile(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // Not at once: a browser may begin to read it only after this.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
