#!/bin/sh
# Firefox goes on drawing frames in a tab that is behind another: requestAnimationFrame and a new ResizeObserver both call back while
# `document.hidden` is true. Chromium keeps both until the tab is in front. So "ask for one frame and do the work in it" waits for the user
# to look in one browser only: in Firefox the one callback is used up out of sight, and whoever does not ask once more is never called when
# the tab comes to the front.
#
# Seen with puppeteer-core 25.16.0, Firefox 153.8.0esr and Chromium 156.0.8078.108 (Debian 12), both headless, 10 s in a tab behind another:
#   Firefox: both called, with document.hidden true
#   Chromium: neither called; both called with document.hidden false once the tab was in front
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
import { setTimeout as wait } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';

const which = (...names) => {
  for (const name of names) try { return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim(); } catch {}
  throw new Error(`None of these is on the PATH: ${names.join(', ')}`);
};
const server = createServer((_, response) => {
  response.setHeader('content-type', 'text/html');
  response.end('<!doctype html><title>Page</title><p>A page');
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const url = `http://127.0.0.1:${server.address().port}/`;

function askForBoth() {
  window.heard = { hidden: document.hidden, observer: [], frame: [] };
  new ResizeObserver(() => window.heard.observer.push(document.hidden)).observe(document.documentElement);
  requestAnimationFrame(() => window.heard.frame.push(document.hidden));
}

const answers = {};
for (const [name, options] of [
  ['Firefox', { browser: 'firefox', executablePath: which('firefox', 'firefox-esr') }],
  ['Chromium', { executablePath: which('chromium', 'chromium-browser', 'google-chrome'), args: ['--no-sandbox'] }],
]) {
  const browser = await puppeteer.launch({ headless: true, ...options });
  console.log(await browser.version());
  const page = await browser.newPage();
  await page.goto(url);
  const front = await browser.newPage();
  await front.bringToFront();
  // Until the page knows that it is behind.
  while (!(await page.evaluate(() => document.hidden))) await wait(100);
  await page.evaluate(askForBoth);
  await wait(10_000);
  answers[`${name}, behind`] = JSON.stringify(await page.evaluate(() => window.heard));
  await page.bringToFront();
  while (await page.evaluate(() => window.heard.observer.length === 0 || window.heard.frame.length === 0)) await wait(100);
  answers[`${name}, in front`] = JSON.stringify(await page.evaluate(() => window.heard));
  await browser.close();
}
server.close();
console.log(answers);
const expected = {
  'Firefox, behind': '{"hidden":true,"observer":[true],"frame":[true]}',
  'Firefox, in front': '{"hidden":true,"observer":[true],"frame":[true]}',
  'Chromium, behind': '{"hidden":true,"observer":[],"frame":[]}',
  'Chromium, in front': '{"hidden":true,"observer":[false],"frame":[false]}',
};
for (const [what, answer] of Object.entries(expected)) if (answers[what] !== answer) throw new Error(`Changed: ${what}: ${answers[what]}, was ${answer}`);
JS
node look.mjs
