import { useEffect, useState } from 'preact/hooks';

/** Whether the page can be seen: it is no tab behind another, and its window is not hidden. What is not seen follows nothing. */
export function useShown(): boolean {
  const [isShown, setShown] = useState(!document.hidden);
  useEffect(() => {
    const look = () => setShown(!document.hidden);
    // A side panel begins hidden, and may be shown before anything listens.
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return isShown;
}
