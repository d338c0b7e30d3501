import { chromiumPath, firefoxPath } from '../../tools/browser.ts';

/** Has the browsers installed once, before tests that run side by side would each do it. */
export default function globalSetup(): void {
  chromiumPath();
  firefoxPath();
}
