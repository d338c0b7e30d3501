import { type ComponentType, render } from 'preact';
import browser from 'webextension-polyfill';
import { language, type MessageKey, t } from '../words.ts';

/** Shows a page of the extension in a document, in the language of its texts, under a title of its own where it is a tab. */
export function mount(document: Document, Page: ComponentType, title?: MessageKey): void {
  const root = document.getElementById('app');
  if (!root) return;
  // Not the browser's own "@@bidi_dir": that is the direction of its menus, which may be in another language than our texts.
  const hasTexts = language() !== '';
  document.documentElement.lang = hasTexts ? language() : 'en';
  document.documentElement.dir = hasTexts ? t('direction') : 'ltr';
  if (title && hasTexts) document.title = `${t(title)} - Untrained`;
  // What the document shows until here stands in for the page, and goes with it.
  root.replaceChildren();
  render(hasTexts ? <Page /> : <NoTexts />, root);
}

/**
 * Chromium at times gives a process of an extension none of its texts, from its start to its end: seen in one of four or five starts from
 * the command line, with new profiles. So these words stand here. Without them the page would be empty.
 */
function NoTexts() {
  return (
    <main data-verdict="unknown" data-reason="no-texts" data-missing="" data-confirmed="false" data-fresh="false">
      <h1 class="headline">Unknown</h1>
      <p>The browser gave Untrained none of its texts, so nothing can be said. What is stored is not lost.</p>
      <p>Start Untrained again. If that does not help, restart the browser.</p>
      <button type="button" class="primary" onClick={() => browser.runtime.reload()}>
        Start Untrained again
      </button>
    </main>
  );
}

/** Stands in for a page when the background cannot tell what is stored. */
export function Failed() {
  return (
    <main
      data-verdict="unknown"
      data-reason="background-failed"
      data-missing=""
      data-confirmed="false"
      data-fresh="false"
    >
      <h1 class="headline">{t('headline_unknown')}</h1>
      <p>{t('background_failed')}</p>
      <button type="button" class="primary" onClick={() => location.reload()}>
        {t('button_try_again')}
      </button>
    </main>
  );
}
