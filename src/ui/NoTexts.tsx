import { Main, unknownBecause } from './Main.tsx';

/**
 * Chromium at times gives a process of an extension none of its texts, from its start to its end: seen in one of four or five starts from
 * the command line, with new profiles. So these words stand here. Without them the page would be empty.
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
