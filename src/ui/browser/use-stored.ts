import { useEffect, useState } from 'preact/hooks';
import { onStoredChange } from './background.ts';

/**
 * What `read` gives, kept up to date with what is stored for as long as the page is shown: null while it is not known yet, failed once it could not
 * be told. `read` and `keys` have to be the same every time; where there are keys, only changes of those count.
 */
export function useStored<Value>(
  read: () => Promise<Value>,
  isShown: boolean,
  keys: readonly string[] | null = null,
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
    return onStoredChange((changed) => {
      if (keys === null || keys.some((key) => changed.includes(key))) refresh();
    });
  }, [read, keys, isShown]);
  return { value, failed };
}
