#!/bin/sh
# In Puppeteer every `page.evaluate()` counts as an act of the user, in Firefox (WebDriver BiDi) as in Chromium (DevTools protocol). A page
# that nobody touched and that says so itself answers true as soon as `evaluate("navigator.userActivation.isActive")` asks it, after a
# reload too. So a test of anything that depends on user activation (popups, autoplay, "was the page used?") cannot ask by `evaluate()`,
# and changes what it tests by looking: the question itself is the touch.
#
# Seen with puppeteer-core 25.16.0, Firefox 153.8.0esr and Chromium 156.0.8078.108 (Debian 12):
#   said by the page itself: active false, ever active false, in both
#   asked by evaluate: active true, ever active true, in both
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
const told = [];
const server = createServer((request, response) => {
  const { searchParams } = new URL(request.url, 'http://localhost');
  if (searchParams.has('said')) told.push(searchParams.get('said'));
  response.setHeader('content-type', 'text/html');
  response.end(`<!doctype html><p>A page<script>
addEventListener('load', () => setTimeout(() => fetch('/?said=' + navigator.userActivation.isActive + ',' + navigator.userActivation.hasBeenActive), 500));
</script>`);
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const url = `http://127.0.0.1:${server.address().port}/`;
const ASK = '[navigator.userActivation.isActive, navigator.userActivation.hasBeenActive].join()';
const answers = {};
for (const [name, options] of [
  ['Firefox', { browser: 'firefox', executablePath: which('firefox', 'firefox-esr') }],
  ['Chromium', { executablePath: which('chromium', 'chromium-browser', 'google-chrome'), args: ['--no-sandbox'] }],
]) {
  const browser = await puppeteer.launch({ headless: true, ...options });
  console.log(await browser.version());
  const page = await browser.newPage();
  told.length = 0;
  await page.goto(url);
  while (told.length === 0) await new Promise((resolve) => setTimeout(resolve, 100));
  answers[`${name}, said by the page itself`] = told[0];
  answers[`${name}, asked by evaluate`] = await page.evaluate(ASK);
  await page.reload();
  answers[`${name}, asked by evaluate after a reload`] = await page.evaluate(ASK);
  await browser.close();
}
server.close();
console.log(answers);
const expected = {
  'Firefox, said by the page itself': 'false,false',
  'Firefox, asked by evaluate': 'true,true',
  'Firefox, asked by evaluate after a reload': 'true,true',
  'Chromium, said by the page itself': 'false,false',
  'Chromium, asked by evaluate': 'true,true',
  'Chromium, asked by evaluate after a reload': 'true,true',
};
for (const [what, answer] of Object.entries(expected)) if (answers[what] !== answer) throw new Error(`Changed: ${what}: ${answers[what]}, was ${answer}`);
JS
node look.mjs
