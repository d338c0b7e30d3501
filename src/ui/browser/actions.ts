import type { Actions } from '../actions.ts';
import { allowAccess, allowNotifications } from './access.ts';
import { send } from './background.ts';
import { openGuideInTab, openReport, saveFile } from './pages.ts';
import { expectSetting, goToSetting, recognise, reloadSetting, showSwitch } from './tabs.ts';

/** What a page that is no popup can have done, by the browser itself. */
export const ACTIONS: Actions = {
  send,
  copy: (text) => navigator.clipboard.writeText(text),
  saveFile,
  print: () => window.print(),
  openGuide: () => void openGuideInTab(),
  openReport: () => void openReport(),
  expectSetting,
  reloadSetting: () => void reloadSetting(),
  // Only a click on the toolbar icon lets a reader be put there; loaded anew, the page has one.
  readTab: () => void reloadSetting(),
  goToSetting: () => void goToSetting(),
  showSwitch,
  recognise,
  allowAccess,
  allowNotifications,
};
