#!/bin/sh
# An extension with a managed schema gets no answer from `chrome.storage.managed.get()` in Chromium until some tab in front has finished
# loading since the browser's start: not an error, a promise that stays pending. It need not be the first tab: while that one never ends,
# a page of the extension waits for half a minute and longer if it stands in a tab behind, also where the driver has it believe that it is
# visible; in a tab in front its own loading sets the answer free, about three seconds later. So a page that shows settings of an
# organisation sees something else in a test, which opens it in front, than after a start with a slow page; and whoever takes the first
# seconds for "no policy" is wrong.
#
# Seen with puppeteer-core 25.16.0 and Chromium 156.0.8078.108 (Debian 12), first tab held open, no policy installed:
#   page in a tab behind: no answer within 20 s; then, with another tab opened in front: answered
#   page in a tab in front: answered
#
# Needs Node 22 or later and `chromium` on the PATH. Fails when the behaviour changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit --no-save puppeteer-core@25.16.0 >/dev/null
mkdir extension
cat > extension/manifest.json <<'JSON'
{ "manifest_version": 3, "name": "Managed", "version": "1", "permissions": ["storage"], "storage": { "managed_schema": "schema.json" } }
JSON
echo '{ "type": "object", "properties": { "colour": { "type": "string" } } }' > extension/schema.json
cat > extension/page.html <<'HTML'
<!doctype html><title>Page</title><script src="page.js"></script>
HTML
echo 'chrome.storage.managed.get().then(() => { document.title = "answered"; });' > extension/page.js
cat > look.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { realpathSync } from 'node:fs';
import puppeteer from 'puppeteer-core';

const executablePath = execFileSync('sh', ['-c', 'command -v chromium || command -v google-chrome'], { encoding: 'utf8' }).trim();
const extension = realpathSync('extension');
const digits = createHash('sha256').update(extension).digest('hex').slice(0, 32);
const id = [...digits].map((digit) => String.fromCharCode(97 + parseInt(digit, 16))).join('');
const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
const server = createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  response.write('<p>This page never ends.</p>');
}).listen(0, '127.0.0.1');
await once(server, 'listening');

async function start(isBehind) {
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: ['--no-sandbox', '--no-first-run', `--disable-extensions-except=${extension}`, `--load-extension=${extension}`, `http://127.0.0.1:${server.address().port}/`],
  });
  console.log(await browser.version());
  const page = await browser.newPage({ background: isBehind });
  if (isBehind) await page.emulateFocusedPage(true);
  await page.goto(`chrome-extension://${id}/page.html`, { waitUntil: 'domcontentloaded' });
  const isAnswered = async (seconds) => {
    for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(0.5)) if ((await page.title()) === 'answered') return 'answered';
    return 'no answer';
  };
  return { browser, isAnswered };
}

const answers = {};
const behind = await start(true);
answers['in a tab behind'] = await behind.isAnswered(20);
const other = await behind.browser.newPage();
await other.goto('about:blank');
answers['behind, after another tab in front'] = await behind.isAnswered(60);
await behind.browser.close();
const front = await start(false);
answers['in a tab in front'] = await front.isAnswered(60);
await front.browser.close();
server.closeAllConnections();
server.close();
console.log(answers);
const expected = { 'in a tab behind': 'no answer', 'behind, after another tab in front': 'answered', 'in a tab in front': 'answered' };
for (const [what, answer] of Object.entries(expected)) if (answers[what] !== answer) throw new Error(`Changed: ${what}: ${answers[what]}, was ${answer}`);
JS
node look.mjs
