import { useEffect, useState } from 'preact/hooks';
import * as extension from '../extension.ts';
import { Failed, mount } from '../mount.tsx';
import { useLive } from '../use-live.ts';
import { Popup } from './Popup.tsx';

/** Shows the popup in a document and keeps it up to date. */
export function showPopup(document: Document): void {
  mount(document, LivePopup);
}

function LivePopup() {
  const { overview, place, failed, refreshPlace } = useLive(extension.findPlace);
  const [windowId, setWindowId] = useState<number>();
  const [hasAccess, setAccess] = useState(true);

  useEffect(() => {
    // Beforehand, since after the click nothing may be awaited.
    void extension.ownWindow().then(setWindowId);
    const askForAccess = () => void extension.hasAccess().then(setAccess);
    askForAccess();
    return extension.onAccessChange(askForAccess);
  }, []);

  if (failed && !overview) return <Failed />;
  if (!overview || !place) return <main aria-busy="true" />;
  return (
    <Popup
      overview={overview}
      place={place}
      hasAccess={hasAccess}
      now={Date.now()}
      actions={{
        settingOpens: extension.expectSetting,
        reloadSetting: () => void extension.reloadSetting(),
        goToPage: async () => {
          // Where the page is in front already, all there is to do is to get out of its way.
          if (place.kind === 'elsewhere') await extension.goToSetting();
          window.close();
        },
        showSwitch: async (label) => {
          const isShown = await extension.showSwitch(label);
          if (isShown) window.close();
          return isShown;
        },
        recognise: extension.recogniseAsAiSetting,
        openGuide: () => void extension.openGuide(windowId).then(() => window.close()),
        allowAccess: async () => {
          const isAllowed = await extension.allowAccess();
          setAccess(isAllowed);
          return isAllowed;
        },
        openReport: () => void extension.openReport(),
        copy: (text) => navigator.clipboard.writeText(text),
        chooseCountry: (country) => void extension.chooseCountry(country),
        readTab: async () => {
          if (place.kind === 'setting') await extension.readTab(place.tabId);
          await refreshPlace();
        },
      }}
    />
  );
}
