import { useEffect, useState } from 'preact/hooks';
import { onStoredChange } from './background.ts';

/**
 * What `read` gives, kept up to date with what is stored: null while it is not known yet, failed once it could not be told. `read` has to be
 * the same function every time.
 */
export function useStored<Value>(read: () => Promise<Value>): { value: Value | null; failed: boolean } {
  const [value, setValue] = useState<Value | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const refresh = () =>
      void read().then(
        (latest) => setValue(() => latest),
        () => setFailed(true),
      );
    refresh();
    return onStoredChange(refresh);
  }, [read]);
  return { value, failed };
}
