#!/bin/sh
# In Chromium a document that was reached by a click on a link of the same site begins with `navigator.userActivation.hasBeenActive` true,
# though nobody has touched it: the click on the page before counts there. So "has been active" does not
# tell that this document was used; only a change of it, or `isActive`, does.
#
# Seen with playwright-core 1.65.1 and Chromium 156.0.8078.108 (Debian 12):
#   typed address: false   link of the same site: true, and false once it is reloaded   link of another site: false
#
# Needs Node 22 or later and `chromium` on the PATH. Fails when the behaviour changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit --no-save playwright-core@1.65.1 >/dev/null
cat > look.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';

const executablePath = execFileSync('sh', ['-c', 'command -v chromium || command -v chromium-browser || command -v google-chrome'], { encoding: 'utf8' }).trim();
const server = createServer((request, response) => {
  response.setHeader('content-type', 'text/html');
  const { port } = server.address();
  // Written down by the page itself, before anything else can count as an act.
  response.end(`<!doctype html><script>document.documentElement.dataset.began = navigator.userActivation.hasBeenActive</script>
<a id="same" href="http://localhost:${port}/next">same site</a> <a id="other" href="http://127.0.0.1:${port}/next">another site</a>`);
}).listen(0);
await once(server, 'listening');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
console.log(browser.version());
const began = async (page) => { await page.waitForURL('**/next'); return page.getAttribute('html', 'data-began'); };
const seen = {};
for (const link of ['same', 'other']) {
  const page = await browser.newPage();
  await page.goto(`http://localhost:${server.address().port}/`);
  seen['typed address'] = await page.getAttribute('html', 'data-began');
  await page.click(`#${link}`);
  seen[`link of ${link} site`] = await began(page);
  await page.reload();
  seen[`reload after link of ${link} site`] = await began(page);
}
await browser.close();
server.close();
console.log(seen);
const expected = {
  'typed address': 'false',
  'link of same site': 'true',
  'reload after link of same site': 'false',
  'link of other site': 'false',
  'reload after link of other site': 'false',
};
for (const [what, answer] of Object.entries(expected)) if (seen[what] !== answer) throw new Error(`Changed: ${what}: ${seen[what]}, was ${answer}`);
JS
node look.mjs
