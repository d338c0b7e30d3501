import { parseAddress } from '../linkedin/address.ts';
import { PageMessage, ReaderMessage } from './messages.ts';

/** Of what the browser says about a sender, the part that decides. */
export type Sender = {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: { incognito?: boolean | undefined } | undefined;
};

/** Who this extension is, as `runtime` tells it; `base` is where its own pages lie, with the final slash. */
export type Self = { id: string; base: string };

export type Admission =
  | { from: 'reader'; message: ReaderMessage }
  | { from: 'page'; message: PageMessage }
  | { from: 'nobody'; why: 'stranger' | 'malformed' | 'private' };

/**
 * Decides whether a message may be acted on. A reader, in the top frame of a settings page, may only say what it read; only the
 * extension's own pages may ask for anything else. All else is refused with the reason.
 */
export function admit(message: unknown, sender: Sender, self: Self): Admission {
  if (sender.id !== self.id || !sender.url) return { from: 'nobody', why: 'stranger' };
  if (sender.url.startsWith(self.base)) {
    const page = PageMessage.safeParse(message);
    return page.success ? { from: 'page', message: page.data } : { from: 'nobody', why: 'malformed' };
  }
  const isReader = sender.tab !== undefined && sender.frameId === 0 && isSettingsPage(sender.url);
  if (!isReader) return { from: 'nobody', why: 'stranger' };
  // What is looked at in a private window is nobody's business later on.
  if (sender.tab?.incognito) return { from: 'nobody', why: 'private' };
  const reader = ReaderMessage.safeParse(message);
  return reader.success ? { from: 'reader', message: reader.data } : { from: 'nobody', why: 'malformed' };
}

function isSettingsPage(url: string): boolean {
  return ['setting', 'category', 'settings'].includes(parseAddress(url).kind);
}
