#!/bin/sh
# By its navigation entry a document that a service worker answered cannot be told, in Firefox, as one of a worker at all: "workerStart" is
# 0, though "Resource Timing" (W3C) has it set where a worker handled the request, and both sizes are
# 0 as well, whether the worker fetched the page from the server at that moment or repeated what it had kept. In Chromium "workerStart"
# is set, but a worker that passes the server's answer on and one that repeats a copy it keeps in memory show the same sizes. So no entry
# tells whether the server was asked at all.
#
# Seen with puppeteer-core 25.16.0, Firefox 153.8.0esr and Chromium 156.0.8078.108 (Debian 12): no worker: more was sent than the body,
# in both. Worker that passes on: Firefox no worker, 0 bytes of 0; Chromium worker, more than the body. Worker that repeats: the same each.
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
import { createServer } from 'node:http';
import puppeteer from 'puppeteer-core';

const which = (...names) => {
  for (const name of names) try { return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim(); } catch {}
  throw new Error(`None of these is on the PATH: ${names.join(', ')}`);
};
const PAGE = `<!doctype html><title>page</title>${'<p>A page.'.repeat(200)}`;
const WORKERS = {
  none: '',
  passes: "addEventListener('fetch', (event) => { if (event.request.mode === 'navigate') event.respondWith(fetch(event.request)); });",
  repeats: `let kept;
addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return;
  event.respondWith((async () => (kept ??= await fetch(event.request)).clone())());
});`,
};
let asked = 0;
const server = createServer((request, response) => {
  const [, way, file] = request.url.split('/');
  response.setHeader('cache-control', 'no-store');
  response.setHeader('content-type', file === 'worker.js' ? 'text/javascript' : 'text/html');
  if (file?.startsWith('page')) asked++;
  response.end(file === 'worker.js' ? `${WORKERS[way]};addEventListener('install', () => skipWaiting());addEventListener('activate', (event) => event.waitUntil(clients.claim()));` : PAGE);
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const origin = `http://127.0.0.1:${server.address().port}`;
const seen = {};
for (const [name, options] of [
  ['Firefox', { browser: 'firefox', executablePath: which('firefox', 'firefox-esr') }],
  ['Chromium', { executablePath: which('chromium', 'chromium-browser', 'google-chrome'), args: ['--no-sandbox'] }],
]) {
  for (const way of Object.keys(WORKERS)) {
    const browser = await puppeteer.launch({ headless: true, ...options });
    if (way === 'none') console.log(await browser.version());
    const page = await browser.newPage();
    await page.goto(`${origin}/${way}/start`);
    if (way !== 'none')
      await page.evaluate(async (url) => {
        await navigator.serviceWorker.register(url);
        await navigator.serviceWorker.ready;
      }, `${origin}/${way}/worker.js`);
    await page.goto(`${origin}/${way}/page`);
    asked = 0;
    await page.goto(`${origin}/${way}/page?again`);
    const found = await page.evaluate(() => {
      const [{ workerStart, transferSize, encodedBodySize }] = performance.getEntriesByType('navigation');
      return [workerStart > 0 ? 'worker' : 'no worker', transferSize > encodedBodySize ? 'more sent than the body' : transferSize === 0 ? 'nothing sent' : 'body sent', encodedBodySize > 0 ? 'a body' : 'no body'].join(', ');
    });
    seen[`${name}, ${way}`] = `${found}; server asked ${asked} times`;
    await browser.close();
  }
}
server.close();
console.log(seen);
const expected = {
  'Firefox, none': 'no worker, more sent than the body, a body; server asked 1 times',
  'Firefox, passes': 'no worker, nothing sent, no body; server asked 1 times',
  'Firefox, repeats': 'no worker, nothing sent, no body; server asked 0 times',
  'Chromium, none': 'no worker, more sent than the body, a body; server asked 1 times',
  'Chromium, passes': 'worker, more sent than the body, a body; server asked 1 times',
  'Chromium, repeats': 'worker, more sent than the body, a body; server asked 0 times',
};
for (const [what, answer] of Object.entries(expected)) if (seen[what] !== answer) throw new Error(`Changed: ${what}: ${seen[what]}, was ${answer}`);
JS
node look.mjs
