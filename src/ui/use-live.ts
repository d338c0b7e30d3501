import { useCallback, useEffect, useReducer, useState } from 'preact/hooks';
import { type Place, restlessAt } from '../audit/next-step.ts';
import type { Overview } from '../audit/overview.ts';
import * as extension from './extension.ts';

/** How often to ask a page that is not read yet how far it is, in milliseconds. */
const LOOK_AGAIN = 500;

/** What a page shows, kept up to date: null while it is not known yet, failed when the background could not tell. */
export type Live = {
  overview: Overview | null;
  place: Place | null;
  failed: boolean;
  refreshPlace(): Promise<void>;
};

/** Subscribes to what is stored and to where the member is. `findPlace` has to be the same function every time. */
export function useLive(findPlace: () => Promise<Place>): Live {
  const [overview, setOverview] = useState<Overview | null>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const [failed, setFailed] = useState(false);
  const [, render] = useReducer((count: number) => count + 1, 0);
  const refreshPlace = useCallback(() => findPlace().then(setPlace), [findPlace]);

  useEffect(() => {
    const refresh = () => extension.readOverview().then(setOverview, () => setFailed(true));
    void refresh();
    void refreshPlace();
    const stops = [extension.onStoredChange(refresh), extension.onPlaceChange(() => void refreshPlace())];
    return () => {
      for (const stop of stops) stop();
    };
  }, [refreshPlace]);

  useEffect(() => {
    // A reader that is missing may come: the page may just be loading.
    if (place?.kind !== 'setting' || place.reader === 'done') return;
    const timer = setTimeout(refreshPlace, LOOK_AGAIN);
    return () => clearTimeout(timer);
  }, [place, refreshPlace]);

  useEffect(() => {
    // From then on there is something else to say, though nothing has happened.
    const due = overview && restlessAt(overview.verdict);
    if (!due) return;
    const timer = setTimeout(render, due - Date.now());
    return () => clearTimeout(timer);
  }, [overview]);

  return { overview, place, failed, refreshPlace };
}
