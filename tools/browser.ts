import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** A browser that the extension is tried in, and where one may be. */
type Kind = {
  name: string;
  /** Names a path that comes before all others. */
  variable: string;
  /** Full paths. */
  places: string[];
  /** Names on the PATH. */
  commands: string[];
  /** How to have one installed, before the system's package manager is tried. */
  install: [string, string[]][];
  debianPackage: string;
};

// Branded Chrome is not looked for: it no longer loads unpacked extensions from the command line.
const CHROMIUM: Kind = {
  name: 'Chromium',
  variable: 'UNTRAINED_CHROMIUM',
  places: [chromium.executablePath(), '/Applications/Chromium.app/Contents/MacOS/Chromium'],
  commands: ['chromium', 'chromium-browser', 'chrome-for-testing'],
  install: [['npx', ['playwright', 'install', 'chromium']]],
  debianPackage: 'chromium',
};

// Playwright's own Firefox is a patched one, and no Firefox of a member's.
const FIREFOX: Kind = {
  name: 'Firefox',
  variable: 'UNTRAINED_FIREFOX',
  places: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  commands: ['firefox', 'firefox-esr'],
  install: [],
  debianPackage: 'firefox-esr',
};

/** The path of a Chromium that can load the extension. One is installed if need be; throws one sentence where none is to be had. */
export function chromiumPath(): string {
  return pathOf(CHROMIUM);
}

/** The path of a Firefox. One is installed if need be; throws one sentence where none is to be had. */
export function firefoxPath(): string {
  return pathOf(FIREFOX);
}

function pathOf(kind: Kind): string {
  const found = find(kind) ?? install(kind);
  if (found) return found;
  throw new Error(
    `No ${kind.name} found, and none could be installed. Install one or set ${kind.variable} to the path of one.`,
  );
}

function find({ variable, places, commands }: Kind): string | undefined {
  const named = process.env[variable];
  if (named && !existsSync(named)) {
    throw new Error(`${variable} is "${named}", where there is no file. Correct or unset it.`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = commands.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [named, ...places, ...onPath].find((path) => path && existsSync(path));
}

function install(kind: Kind): string | undefined {
  console.log(`No ${kind.name} found: installing one, once.`);
  const attempts = [...kind.install];
  if (process.getuid?.() === 0) {
    attempts.push(['apt-get', ['update', '-qq']], ['apt-get', ['install', '-y', '-qq', kind.debianPackage]]);
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
    const found = find(kind);
    if (found) return found;
  }
  return undefined;
}
