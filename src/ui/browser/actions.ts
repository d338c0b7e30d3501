import { allowAccess, allowNotifications } from './access.ts';
import { send } from './background.ts';
import { openGuideInTab, openReport, saveFile } from './pages.ts';
import { expectSetting, goToSetting, recognise, reloadSetting, showSwitch } from './tabs.ts';

/**
 * Everything a page can ask the browser or the background to do, as it works outside the popup. Components get it by
 * `useActions`; the popup and the gallery put others in the place of some.
 */
export const ACTIONS = {
  send,
  saveFile,
  /** Called when a link to the setting was followed. */
  expectSetting,
  showSwitch,
  recognise,
  allowAccess,
  allowNotifications,
  copy(text: string): Promise<void> {
    return navigator.clipboard.writeText(text);
  },
  print(): void {
    window.print();
  },
  openGuide(): void {
    void openGuideInTab();
  },
  openReport(): void {
    void openReport();
  },
  reloadSetting(): void {
    void reloadSetting();
  },
  /** Has the page that the member is at read, where no reader is in it. Only from the popup can one be put there; reloaded, the page has one. */
  readTab(): void {
    void reloadSetting();
  },
  goToSetting(): void {
    void goToSetting();
  },
};
