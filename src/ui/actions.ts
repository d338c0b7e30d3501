import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ACTIONS } from './browser/actions.ts';

/** What a page can have done. The type alone: whatever shows a page says which ones they are. */
export type Actions = typeof ACTIONS;

export const ActionsContext = createContext<Actions | null>(null);

/** What the page can have done. Throws in a page that was given nothing. */
export function useActions(): Actions {
  const actions = useContext(ActionsContext);
  if (!actions) throw new Error('The page has no actions. Show it inside an ActionsContext.');
  return actions;
}
