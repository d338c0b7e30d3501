import { useEffect, useState } from 'preact/hooks';
import { type Actions, ActionsContext } from '../../ui/actions.ts';
import { allowAccess, hasAccess, onAccessChange } from '../../ui/browser/access.ts';
import { ACTIONS } from '../../ui/browser/actions.ts';
import { mount } from '../../ui/browser/mount.tsx';
import { openGuide, ownWindow } from '../../ui/browser/pages.ts';
import { goToSetting, readTab, showSwitch } from '../../ui/browser/tabs.ts';
import { usePopup } from '../../ui/browser/use-popup.ts';
import { Failed } from '../../ui/Failed.tsx';
import { Popup } from '../../ui/popup/Popup.tsx';

function LivePopup() {
  const { overview, place, failed, refreshPlace } = usePopup();
  const [windowId, setWindowId] = useState<number>();
  const [isAllowed, setAllowed] = useState(true);

  useEffect(() => {
    // Beforehand, since after the click nothing may be awaited.
    void ownWindow().then(setWindowId);
    const askForAccess = () => void hasAccess().then(setAllowed);
    askForAccess();
    return onAccessChange(askForAccess);
  }, []);

  if (failed && !overview) return <Failed />;
  if (!overview || !place) return <main aria-busy="true" />;
  /** A popup stands in the way of the page that it leads to, and only from here a reader can be put into a tab. */
  const actions: Actions = {
    ...ACTIONS,
    async goToSetting() {
      // Where the page is in front already, all there is to do is to get out of its way.
      if (place.kind === 'elsewhere') await goToSetting();
      window.close();
    },
    async showSwitch(label) {
      const isShown = await showSwitch(label);
      if (isShown) window.close();
      return isShown;
    },
    openGuide: () => void openGuide(windowId).then(() => window.close()),
    async allowAccess() {
      const isGiven = await allowAccess();
      setAllowed(isGiven);
      return isGiven;
    },
    async readTab() {
      if (place.kind === 'setting') await readTab(place.tabId);
      await refreshPlace();
    },
  };
  return (
    <ActionsContext.Provider value={actions}>
      <Popup overview={overview} place={place} hasAccess={isAllowed} now={Date.now()} />
    </ActionsContext.Provider>
  );
}

mount(document, LivePopup);
