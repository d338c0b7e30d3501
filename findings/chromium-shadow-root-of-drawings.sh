#!/bin/sh
# Browsers let a content script into closed shadow roots. Firefox has a property on every element for it, which is null where there is no
# root, on parts of a drawing too. Chromium has a function, chrome.dom.openOrClosedShadowRoot, that takes HTML elements only: for an <svg>,
# or a <path> in it, it throws a TypeError instead of giving null. A walk through a page that asks every element ends at its first icon.
#
# Seen with puppeteer-core 25.16.0, Chromium 156.0.8078.108 and Firefox 153.8.0esr (Debian 12), headless:
#   Chromium  div: null    svg: TypeError    path: TypeError
#   Firefox   div: null    svg: null         path: null
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
const server = createServer((_, response) => {
  response.setHeader('content-type', 'text/html');
  response.end('<!doctype html><div></div><svg><path d="M0 0h9v9z"/></svg>');
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const base = `http://127.0.0.1:${server.address().port}/`;

const path = `${process.cwd()}/extension`;
mkdirSync(path);
writeFileSync(
  `${path}/manifest.json`,
  JSON.stringify({
    manifest_version: 3,
    name: 'Roots',
    version: '1',
    content_scripts: [{ matches: ['http://127.0.0.1/*'], js: ['c.js'], run_at: 'document_end' }],
    browser_specific_settings: { gecko: { id: 'roots@example.org' } },
  }),
);
writeFileSync(
  `${path}/c.js`,
  `const ask = (name) => {
    const element = document.querySelector(name);
    try { return String(globalThis.chrome?.dom ? chrome.dom.openOrClosedShadowRoot(element) : element.openOrClosedShadowRoot); }
    catch (error) { return error.name; }
  };
  document.title = ['div', 'svg', 'path'].map((name) => name + ' ' + ask(name)).join(', ');`,
);

const seen = {};
for (const browserName of ['chrome', 'firefox']) {
  const isFirefox = browserName === 'firefox';
  const browser = await puppeteer.launch({
    browser: browserName,
    headless: true,
    executablePath: isFirefox ? which('firefox', 'firefox-esr') : which('chromium', 'google-chrome'),
    ...(isFirefox ? {} : { enableExtensions: true, args: ['--no-sandbox', `--disable-extensions-except=${path}`, `--load-extension=${path}`] }),
  });
  try {
    if (isFirefox) await browser.installExtension(path);
    const page = await browser.newPage();
    for (let tries = 0; tries < 50 && !seen[browserName]; tries++) {
      await page.goto(base);
      await wait(200);
      seen[browserName] = await page.title();
    }
  } finally {
    await browser.close();
  }
}
server.close();
console.log(seen);
const expected = { chrome: 'div null, svg TypeError, path TypeError', firefox: 'div null, svg null, path null' };
for (const [key, value] of Object.entries(expected))
  if (seen[key] !== value) throw new Error(`changed: ${key} gives ${JSON.stringify(seen[key])}, not ${JSON.stringify(value)}`);
JS
node look.mjs
