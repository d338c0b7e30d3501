import { useEffect, useReducer, useState } from 'preact/hooks';
import { useActions } from '../actions.ts';
import { Drafts } from './drafts.ts';

/** The letters of an objection as they are edited here, kept for good when the page goes. */
export function useDrafts(objection: string): Drafts {
  const { send } = useActions();
  const [, render] = useReducer((count: number) => count + 1, 0);
  const [drafts] = useState(
    () =>
      new Drafts(
        (edit) =>
          send({ type: 'edit-letter', objection, edit }).then(
            (answer) => (answer.ok ? 'kept' : answer.why === 'outdated' ? 'outdated' : 'failed'),
            () => 'failed',
          ),
        () => render(undefined),
      ),
  );
  useEffect(() => {
    // Without this the last words typed before the guide goes away would be lost.
    const onLeave = () => drafts.keepNow();
    addEventListener('pagehide', onLeave);
    return () => {
      removeEventListener('pagehide', onLeave);
      onLeave();
    };
  }, [drafts]);
  return drafts;
}
