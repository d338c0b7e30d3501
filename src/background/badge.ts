import type { Overview } from '../guidance/overview.ts';
import type { MessageKey } from '../words.ts';

/** What the toolbar icon shows. Texts differ in shape, not only in colour. */
export type Badge = {
  /** "off" only for "opted out" that nothing speaks against. */
  icon: 'on' | 'off' | 'unknown';
  text: string;
  background: string;
  title: MessageKey;
  /** What the title speaks of, in milliseconds. */
  dates: number[];
  /** A second sentence of the title. */
  also: MessageKey | null;
};

type Told = Pick<Overview, 'verdict' | 'reminders'> & { objection: Pick<Overview['objection'], 'stage'> };

const BACKGROUND = { alert: '#b3261e', good: '#1b6e3c', open: '#7a4f00', quiet: '#4a4a4a' };

/** Answers that leave room for the objection in the badge. */
const QUIET_TEXTS = ['✓', '–', ''];

/** Files of an icon by size in pixels, as the browser wants them. */
export function iconFiles(icon: Badge['icon']): Record<number, string> {
  return { 16: `/icon/${icon}-16.png`, 32: `/icon/${icon}-32.png` };
}

/** The badge for the state of things. The verdict goes first; an answer to the objection that is overdue is added to it. */
export function badgeFor(told: Told): Badge {
  const badge = badgeForVerdict(told);
  if (told.objection.stage !== 'overdue') return { ...badge, also: null };
  const isQuiet = QUIET_TEXTS.includes(badge.text);
  return {
    ...badge,
    ...(isQuiet ? { text: `${badge.text}!`, background: BACKGROUND.open } : {}),
    also: 'title_overdue',
  };
}

function badgeForVerdict(told: Told): Omit<Badge, 'also'> {
  const badge = badgeTexts(told);
  const icon = told.verdict.name === 'opted-in' ? 'on' : badge.title === 'title_opted_out' ? 'off' : 'unknown';
  return { icon, ...badge };
}

/** An answer that is old, or that a later look could not repeat, is shown as open: it wants to be looked at again. */
function badgeTexts({ verdict, reminders }: Told): Omit<Badge, 'also' | 'icon'> {
  const { name, fresh, failure, againAfter, sighting } = verdict;
  const dates: number[] = [];
  switch (name) {
    case 'opted-in':
      return againAfter !== null && sighting
        ? { text: 'ON!', background: BACKGROUND.alert, title: 'title_on_again', dates: [againAfter, sighting.at] }
        : { text: 'ON', background: BACKGROUND.alert, title: 'title_opted_in', dates };
    case 'opted-out':
      if (fresh && !failure) return { text: '✓', background: BACKGROUND.good, title: 'title_opted_out', dates };
      return reminders.recheckDays === null && !failure
        ? { text: '✓?', background: BACKGROUND.open, title: 'title_opted_out_old', dates }
        : { text: '✓?', background: BACKGROUND.open, title: 'title_opted_out_stale', dates };
    case 'unconfirmed':
      return { text: '…', background: BACKGROUND.open, title: 'title_unconfirmed', dates };
    case 'unknown':
      return { text: '?', background: BACKGROUND.open, title: 'title_unknown', dates };
    case 'exempt':
      return { text: '–', background: BACKGROUND.quiet, title: 'title_exempt', dates };
    case 'not-checked':
      return { text: '', background: BACKGROUND.quiet, title: 'title_not_checked', dates };
  }
}
