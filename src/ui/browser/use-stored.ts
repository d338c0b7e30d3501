import { useEffect, useState } from 'preact/hooks';
import { onStoredChange } from './background.ts';
import { onNewDay } from './new-day.ts';

/**
 * What `read` gives, kept up to date with the day and with what is stored under the keys that concern it for as long as the page is shown: null while it
 * is not known yet, failed once it could not be told. `read` and `concerns` have to be the same functions every time.
 */
export function useStored<Value>(
  read: () => Promise<Value>,
  concerns: (key: string) => boolean,
  isShown: boolean,
): { value: Value | null; failed: boolean } {
  const [value, setValue] = useState<Value | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!isShown) return;
    const refresh = () =>
      void read().then(
        (latest) => setValue(() => latest),
        () => setFailed(true),
      );
    refresh();
    const stops = [onStoredChange(refresh, concerns), onNewDay(refresh)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [read, concerns, isShown]);
  return { value, failed };
}
