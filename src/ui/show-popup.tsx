import { render } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Place } from '../audit/next-step.ts';
import type { Overview } from '../audit/overview.ts';
import { language, t } from '../words.ts';
import * as extension from './extension.ts';
import { Popup } from './Popup.tsx';

/** How often to ask a page that is not read yet how far it is, in milliseconds. */
const LOOK_AGAIN = 500;

/** Shows the popup in a document and keeps it up to date. */
export function showPopup(document: Document): void {
  document.documentElement.lang = language();
  document.documentElement.dir = browser.i18n.getMessage('@@bidi_dir');
  const root = document.getElementById('app');
  if (root) render(<LivePopup />, root);
}

function LivePopup() {
  const [overview, setOverview] = useState<Overview | null>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const [failed, setFailed] = useState(false);
  const refreshPlace = useCallback(() => extension.findPlace().then(setPlace), []);

  useEffect(() => {
    const refresh = () => extension.readOverview().then(setOverview, () => setFailed(true));
    void refresh();
    void refreshPlace();
    return extension.onStoredChange(refresh);
  }, [refreshPlace]);

  useEffect(() => {
    // A reader that is missing may come: the page may just be loading.
    if (place?.kind !== 'setting' || place.reader === 'done') return;
    const timer = setTimeout(refreshPlace, LOOK_AGAIN);
    return () => clearTimeout(timer);
  }, [place, refreshPlace]);

  if (failed && !overview) return <Failed />;
  if (!overview || !place) return <main aria-busy="true" />;
  return (
    <Popup
      overview={overview}
      place={place}
      now={Date.now()}
      actions={{
        openSetting: () => void extension.openSetting(),
        openObjectionForm: () => void extension.openObjectionForm(),
        reloadSetting: () => void extension.reloadSetting(),
        // The page is in front already: all there is to do is to get out of its way.
        goToPage: () => window.close(),
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

function Failed() {
  return (
    <main data-verdict="unknown" data-reason="background-failed" data-confirmed="false" data-fresh="false">
      <h1>{t('headline_unknown')}</h1>
      <p>{t('background_failed')}</p>
    </main>
  );
}
