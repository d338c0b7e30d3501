import { chromiumPath, firefoxPath } from '../../tools/browser.ts';
import { buildGallery } from '../gallery/build.ts';

/** Does once what tests that run side by side would each do: has the browsers installed, builds the gallery. */
export default async function globalSetup(): Promise<void> {
  chromiumPath();
  firefoxPath();
  await buildGallery();
}
