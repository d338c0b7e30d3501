import { useCallback, useEffect, useReducer, useState } from 'preact/hooks';
import { type Place, restlessAt } from '../../guidance/next-step.ts';
import type { Overview } from '../../guidance/overview.ts';
import { isInOverview, readOverview } from './background.ts';
import { onPlaceChange } from './tabs.ts';
import { useStored } from './use-stored.ts';

/** How often to ask a page that is not read yet how far it is, in milliseconds. */
const LOOK_AGAIN = 500;

/** What a page shows, kept up to date: null while it is not known yet, failed when the background could not tell. */
export type Live = {
  overview: Overview | null;
  place: Place | null;
  failed: boolean;
  refreshPlace(): Promise<void>;
};

/**
 * Subscribes, while the page is shown, to what is stored and to where the member is. A popup is shown for as long as it is there. `findPlace` has to
 * be the same function every time.
 */
export function useLive(findPlace: () => Promise<Place>, isShown: boolean): Live {
  const { value: overview, failed } = useStored(readOverview, isInOverview, isShown);
  const [place, setPlace] = useState<Place | null>(null);
  const [, render] = useReducer((count: number) => count + 1, 0);
  const refreshPlace = useCallback(() => findPlace().then(setPlace), [findPlace]);

  useEffect(() => {
    if (!isShown) return;
    void refreshPlace();
    return onPlaceChange(() => void refreshPlace());
  }, [refreshPlace, isShown]);

  useEffect(() => {
    // A reader that is missing may come: the page may just be loading.
    if (!isShown || place?.kind !== 'setting' || place.reader === 'done') return;
    const timer = setTimeout(refreshPlace, LOOK_AGAIN);
    return () => clearTimeout(timer);
  }, [place, refreshPlace, isShown]);

  useEffect(() => {
    // From then on there is something else to say, though nothing has happened.
    const due = overview && restlessAt(overview.verdict);
    if (!due || !isShown) return;
    const timer = setTimeout(render, due - Date.now());
    return () => clearTimeout(timer);
  }, [overview, isShown]);

  return { overview, place, failed, refreshPlace };
}
