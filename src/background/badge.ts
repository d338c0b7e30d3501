import type { Verdict } from '../audit/verdict.ts';
import type { MessageKey } from '../words.ts';

/** What the toolbar icon shows. Texts differ in shape, not only in colour. */
export type Badge = { text: string; background: string; title: MessageKey };

const BACKGROUND = { alert: '#b3261e', good: '#1b6e3c', open: '#7a4f00', quiet: '#4a4a4a' };

/** The badge for a verdict. An answer that is old, or that a later look could not repeat, is shown as open: it wants to be looked at again. */
export function badgeFor({ name, fresh, failure }: Verdict): Badge {
  switch (name) {
    case 'opted-in':
      return { text: 'ON', background: BACKGROUND.alert, title: 'title_opted_in' };
    case 'opted-out':
      return fresh && !failure
        ? { text: '✓', background: BACKGROUND.good, title: 'title_opted_out' }
        : { text: '✓?', background: BACKGROUND.open, title: 'title_opted_out_stale' };
    case 'unconfirmed':
      return { text: '…', background: BACKGROUND.open, title: 'title_unconfirmed' };
    case 'unknown':
      return { text: '?', background: BACKGROUND.open, title: 'title_unknown' };
    case 'exempt':
      return { text: '–', background: BACKGROUND.quiet, title: 'title_exempt' };
    case 'not-checked':
      return { text: '', background: BACKGROUND.quiet, title: 'title_not_checked' };
  }
}
