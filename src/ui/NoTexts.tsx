import { Main, unknownBecause } from './Main.tsx';

/**
 * The last resort where the browser has given the extension's process none of its texts, and will not until that process ends. Chromium does so when the
 * page that needs the first one is closed before the answer is there. The background asks as soon as it starts (`background/first-text.ts`), but a
 * page that is opened while it starts may come first. So these words are written here: without them the page would be empty.
 */
export function NoTexts({ restart }: { restart(): void }) {
  return (
    <Main verdict={unknownBecause('no-texts')}>
      <h1 class="headline">Unknown</h1>
      <p>The browser gave Untrained none of its texts, so nothing can be said. What is stored is not lost.</p>
      <p>Start Untrained again. If that does not help, restart the browser.</p>
      <button type="button" class="primary" onClick={restart}>
        Start Untrained again
      </button>
    </Main>
  );
}
