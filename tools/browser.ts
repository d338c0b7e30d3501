import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const INSTALLED = ['chromium', 'chromium-browser', 'chrome-for-testing'];
/** Where the Mac keeps it. Branded Chrome is not looked for: it no longer loads unpacked extensions from the command line. */
const MAC = '/Applications/Chromium.app/Contents/MacOS/Chromium';

/**
 * The path of a Chromium that can load the extension. Looks, in this order, at UNTRAINED_CHROMIUM, Playwright's own, one that is
 * installed; else has one installed by Playwright, or by the system's package manager as root.
 * Throws one sentence when there is none to be had.
 */
export function chromiumPath(): string {
  const found = findChromium() ?? installChromium();
  if (found) return found;
  throw new Error(
    'No Chromium found, and none could be installed. Install one (for example "npx playwright install chromium") or set UNTRAINED_CHROMIUM to the path of one.',
  );
}

function findChromium(): string | undefined {
  const named = process.env.UNTRAINED_CHROMIUM;
  if (named && !existsSync(named))
    throw new Error(`UNTRAINED_CHROMIUM is "${named}", where there is no file. Correct or unset it.`);
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [
    named,
    chromium.executablePath(),
    MAC,
    ...INSTALLED.flatMap((name) => folders.map((folder) => join(folder, name))),
  ];
  return candidates.find((path) => path && existsSync(path));
}

function installChromium(): string | undefined {
  console.log('No Chromium found: installing one, once.');
  const attempts: [string, string[]][] = [['npx', ['playwright', 'install', 'chromium']]];
  if (process.getuid?.() === 0) {
    attempts.push(['apt-get', ['update', '-qq']], ['apt-get', ['install', '-y', '-qq', 'chromium']]);
  }
  for (const [command, args] of attempts) {
    try {
      execFileSync(command, args, {
        stdio: 'ignore',
        timeout: 300_000,
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    } catch {
      // The next attempt may work; if none does, the caller says so.
    }
    const found = findChromium();
    if (found) return found;
  }
  return undefined;
}
