import { useEffect, useState } from 'preact/hooks';
import type { PopupOverview } from '../../guidance/kept-overview.ts';
import { readKept } from './background.ts';
import { findPlace } from './tabs.ts';
import { type Live, useLive } from './use-live.ts';

/** What the popup shows, kept up to date: at first what was kept of the last overview, until the background has answered or could not tell. */
export function usePopup(): Omit<Live, 'overview'> & { overview: PopupOverview | null } {
  const live = useLive(findPlace, true);
  const [kept, setKept] = useState<PopupOverview | null>(null);
  useEffect(() => {
    void readKept().then(setKept);
  }, []);
  return { ...live, overview: live.overview ?? (live.failed ? null : kept) };
}
