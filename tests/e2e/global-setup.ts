import { chromiumPath } from '../../tools/browser.ts';

/** Has a browser installed once, before tests that run side by side would each do it. */
export default function globalSetup(): void {
  chromiumPath();
}
