#!/bin/sh
# Two numbered placeholders side by side in a text of a browser extension, "$1$2", as a language without spaces between sentences needs them,
# keep Chromium from loading the whole extension: it takes "$1$" for a placeholder with a name, finds none of that name in the message's
# `placeholders`, and the extension never starts; loaded from the command line, nothing says why. Firefox takes it for such a placeholder
# too, but loads the extension, puts nothing in its place and says "2". With a space between them both say what is meant.
#
# Seen with puppeteer-core 25.16.0, Chromium 156.0.8078.108 and Firefox 153.8.0esr (Debian 12), headless:
#   Chromium  "$1 $2": says "a b"    "$1$2": never starts
#   Firefox   "$1 $2": says "a b"    "$1$2": says "2"
#
# Needs Node 22 or later, `firefox` (or firefox-esr) and `chromium` on the PATH. Fails when the behaviour changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit --no-save puppeteer-core@25.16.0 >/dev/null
cat > look.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';

const which = (...names) => {
  for (const name of names) try { return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim(); } catch {}
  throw new Error(`None of these is on the PATH: ${names.join(', ')}`);
};
const heard = [];
const server = createServer(({ url }, response) => {
  heard.push(decodeURIComponent(url.slice(1)));
  response.setHeader('access-control-allow-origin', '*');
  response.end();
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const base = `http://127.0.0.1:${server.address().port}`;

function extension(message) {
  const path = `${process.cwd()}/extension-${Math.random().toString(36).slice(2)}`;
  mkdirSync(`${path}/_locales/en`, { recursive: true });
  writeFileSync(`${path}/_locales/en/messages.json`, JSON.stringify({ both: { message } }));
  writeFileSync(
    `${path}/manifest.json`,
    JSON.stringify({
      manifest_version: 3,
      name: 'Texts',
      version: '1',
      default_locale: 'en',
      background: { service_worker: 'b.js', scripts: ['b.js'] },
      host_permissions: [`${base}/*`],
      browser_specific_settings: { gecko: { id: 'texts@example.org' } },
    }),
  );
  writeFileSync(`${path}/b.js`, `fetch('${base}/' + encodeURIComponent(chrome.i18n.getMessage('both', ['a', 'b'])));`);
  return path;
}

async function said(browserName, message) {
  heard.length = 0;
  const path = extension(message);
  const isFirefox = browserName === 'firefox';
  const browser = await puppeteer.launch({
    browser: browserName,
    headless: true,
    executablePath: isFirefox ? which('firefox', 'firefox-esr') : which('chromium', 'google-chrome'),
    ...(isFirefox ? {} : { enableExtensions: true, args: ['--no-sandbox', `--disable-extensions-except=${path}`, `--load-extension=${path}`] }),
  });
  try {
    if (isFirefox) await browser.installExtension(path);
    for (let tries = 0; tries < 100 && heard.length === 0; tries++) await wait(200);
    return heard[0] ?? null;
  } finally {
    await browser.close();
  }
}

const seen = {};
for (const name of ['chrome', 'firefox'])
  for (const message of ['$1 $2', '$1$2']) seen[`${name} ${message}`] = await said(name, message);
server.close();
console.log(seen);
const expected = { 'chrome $1 $2': 'a b', 'chrome $1$2': null, 'firefox $1 $2': 'a b', 'firefox $1$2': '2' };
for (const [key, value] of Object.entries(expected))
  if (seen[key] !== value) throw new Error(`changed: ${key} gives ${JSON.stringify(seen[key])}, not ${JSON.stringify(value)}`);
JS
node look.mjs
