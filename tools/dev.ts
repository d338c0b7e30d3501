import { join } from 'node:path';
import { createServer } from 'wxt';
import { AI_SETTING_URL, Replica, serve } from '../tests/replica/replica.ts';
import { hasDisplay, openPopupBeside } from './demo.ts';
import { launch } from './launch.ts';

/**
 * `npm run dev`: a browser with the extension on a stand-in LinkedIn, rebuilt whenever a source changes: pages of the extension take the
 * change at once, a change of the background or the reader starts the extension again. Ctrl-C ends it.
 */

const DEV_BUILD = join(import.meta.dirname, '..', '.output', 'chrome-mv3-dev');

const server = await createServer({ webExt: { disabled: true } });
await server.start();
const installed = await launch({ headless: !hasDisplay() }, DEV_BUILD);
const ended = new Promise<void>((resolve) => {
  process.once('SIGINT', resolve);
  process.once('SIGTERM', resolve);
  installed.context.once('close', () => resolve());
});
await serve(installed.context, new Replica());
const page = installed.context.pages()[0] ?? (await installed.context.newPage());
await page.goto(AI_SETTING_URL);
if (hasDisplay()) await openPopupBeside(installed);
console.log('The stand-in for LinkedIn is open, with the popup beside it. Change a source and look. Ctrl-C ends it.');
await ended;
await installed.close();
await server.stop();
