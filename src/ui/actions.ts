import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { send } from './browser/background.ts';
import type { recognise, showSwitch } from './browser/tabs.ts';

/** Everything that a page can have done by the browser or the background. The gallery puts a value of its own in its place. */
export type Actions = {
  send: typeof send;
  copy(text: string): Promise<void>;
  saveFile(name: string, type: string, text: string): void;
  print(): void;
  openGuide(): void;
  openReport(): void;
  /** A link to the setting was followed. */
  expectSetting(): void;
  reloadSetting(): void;
  /** Has the page that the member is at read, where no reader is in it. */
  readTab(): void;
  goToSetting(): void;
  /** Returns whether the switch could be told for certain. */
  showSwitch: typeof showSwitch;
  /** Keeps the member's word for a label, or forgets it. Returns why it was refused, or null. */
  recognise: typeof recognise;
  /** Each returns whether the member allowed it. */
  allowAccess(): Promise<boolean>;
  allowNotifications(): Promise<boolean>;
};

export const ActionsContext = createContext<Actions | null>(null);

/** What the page can have done. Throws in a page that was given nothing. */
export function useActions(): Actions {
  const actions = useContext(ActionsContext);
  if (!actions) throw new Error('The page has no actions. Show it inside an ActionsContext.');
  return actions;
}
