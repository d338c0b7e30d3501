import { type ComponentType, render } from 'preact';
import { language, type MessageKey, t } from '../../words.ts';
import { ActionsContext } from '../actions.ts';
import { NoTexts } from '../NoTexts.tsx';
import { ACTIONS } from './actions.ts';
import { restartExtension } from './pages.ts';

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
  const page = (
    <ActionsContext.Provider value={ACTIONS}>
      <Page />
    </ActionsContext.Provider>
  );
  render(hasTexts ? page : <NoTexts restart={restartExtension} />, root);
}
