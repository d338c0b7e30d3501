import { type ComponentType, render } from 'preact';
import browser from 'webextension-polyfill';
import { language, t } from '../words.ts';

/** Shows a page of the extension in a document, in the language of its texts. */
export function mount(document: Document, Page: ComponentType): void {
  document.documentElement.lang = language();
  document.documentElement.dir = browser.i18n.getMessage('@@bidi_dir');
  const root = document.getElementById('app');
  if (!root) return;
  // What the document shows until here stands in for the page, and goes with it.
  root.replaceChildren();
  render(<Page />, root);
}

/** Stands in for a page when the background cannot tell what is stored. */
export function Failed() {
  return (
    <main data-verdict="unknown" data-reason="background-failed" data-confirmed="false" data-fresh="false">
      <h1 class="headline">{t('headline_unknown')}</h1>
      <p>{t('background_failed')}</p>
      <button type="button" class="primary" onClick={() => location.reload()}>
        {t('button_try_again')}
      </button>
    </main>
  );
}
