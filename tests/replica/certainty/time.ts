import { type Case, page } from './case.ts';
import { flip, HEADING, LABEL, later, pageOf, settingPage, switchOf } from './markup.ts';

/** Pages that say something else later on. */

const ON_ARRIVES = flip(true);

const script = (delay: number) => ({ '/app.js': { type: 'text/javascript', body: ON_ARRIVES, delay } });
const data = (delay: number) => ({ '/api': { type: 'application/json', body: '{}', delay } });

export const time: Case[] = [
  page('on', 'T01-deferred-script-late', settingPage(false, { after: `<script defer src="/app.js"></script>` }), {
    why: 'drawn off; the deferred script, on a slow network, writes the stored value',
    assets: script(5000),
    wait: 8000,
  }),
  page('on', 'T03-module-script-late', settingPage(false, { after: `<script type="module" src="/app.js"></script>` }), {
    assets: script(4000),
    wait: 7000,
  }),
  page(
    'on',
    'T05-native-only-at-17s',
    pageOf(`${HEADING}<span id="k">${LABEL}</span><input type="checkbox" aria-labelledby="k">`, {
      after: `<script>fetch('/api').then(r=>r.json()).then(()=>{document.querySelector('main input').checked=true})</script>`,
    }),
    {
      why: 'the value comes after 17 s and is a property only, which changes no markup',
      assets: data(17000),
      wait: 21000,
    },
  ),
  page(
    'on',
    'T07-placeholder-off-then-frame',
    pageOf(`${HEADING}<div id="slot">${switchOf(false)}</div>`, {
      after: later(
        2600,
        `slot.innerHTML='<iframe srcdoc="<label><input type=checkbox role=switch checked aria-checked=true>${LABEL}</label>"></iframe>'`,
      ),
    }),
    // Frames are not read.
    { wait: 15000, expect: ['unknown', 'unconfirmed', 'opted-in'] },
  ),
  page(
    'absent',
    'T09-placeholder-off-then-flickers',
    pageOf(`${HEADING}<div id="slot">${switchOf(false)}</div>`, {
      after: later(
        2600,
        `setInterval(()=>{const i=document.querySelector('#t_k input');i.checked=!i.checked;i.setAttribute('aria-checked',i.checked)},150)`,
      ),
    }),
    { wait: 15500 },
  ),
  page(
    'on',
    'T11-hydrates-when-scrolled-into-view',
    pageOf(`${HEADING}<div style="height:4000px"></div>${switchOf(false)}`, {
      after: `<script>new IntersectionObserver((e,o)=>{if(e.some(x=>x.isIntersecting)){o.disconnect();fetch('/api').then(()=>{${ON_ARRIVES}})}}).observe(document.querySelector('#t_k'))</script>`,
    }),
    {
      why: 'the value is only asked for once the switch is in view',
      assets: data(200),
      wait: 4500,
      expect: ['unconfirmed', 'opted-in'],
    },
  ),
  page(
    'on',
    'T13-views-swapped-by-class-at-2.6s',
    pageOf(
      `${HEADING}<div id="a">${switchOf(false)}</div><div id="b" hidden><span id="k2">${LABEL}</span><button role="switch" aria-checked="true" aria-labelledby="k2">On</button></div>`,
      { after: later(2600, `a.hidden=true;b.hidden=false`) },
    ),
    { wait: 7500 },
  ),
  page(
    'on',
    'T15-images-still-loading-hydrates-on-load-event',
    pageOf(`${HEADING}${switchOf(false)}<img src="/slow.png" width="9" height="9">`, {
      after: `<script>addEventListener('load',()=>{${ON_ARRIVES}})</script>`,
    }),
    { assets: { '/slow.png': { type: 'image/png', body: '', delay: 4000 } }, wait: 7000 },
  ),
  page(
    'on',
    'T17-server-sends-rest-late',
    [
      [0, `<!doctype html><html lang=en><head><meta charset=utf-8></head><body><main>${HEADING}${switchOf(false)}`],
      [5000, `</main><script>${ON_ARRIVES}</script></body></html>`],
    ],
    { why: 'the script at the end of the body comes 5 s later', wait: 9000 },
  ),
  page(
    'off',
    'T19-translated-after-confirmed',
    settingPage(false, {
      after: later(
        2800,
        `document.documentElement.lang='de';document.documentElement.className='translated-ltr';k.innerHTML='<font style="vertical-align: inherit;"><font style="vertical-align: inherit;">Verwende meine Daten zum Trainieren von KI-Modellen</font></font>';document.querySelector('#t_k .w').innerHTML='<font><font>Aus</font></font>'`,
      ),
    }),
    {
      why: "the browser's own translation: it confirms nothing, and what was confirmed before stands",
      wait: 7500,
      expect: ['unconfirmed', 'unknown', 'opted-out'],
    },
  ),
  ...[300, 1500, 4000].map((ms) =>
    page('on', `T23-script-clicks-save-fails-${ms}`, settingPage(true, { after: later(ms + 600, flip(false)) }), {
      why: 'a helper has clicked, the page shows what was clicked, and what it asked the server for has failed',
      wait: ms + 8000,
      expect: ['unconfirmed', 'opted-in'],
    }),
  ),
  page(
    'on',
    'T21-raf-after-long-task-hydration',
    settingPage(false, {
      after: `<script>const end=performance.now()+900;setTimeout(function f(){const t=performance.now();while(performance.now()-t<350);performance.now()<end+3500?setTimeout(f,5):requestIdleCallback(()=>{${ON_ARRIVES}})},0)</script>`,
    }),
    { why: 'the page is busy for 4 s and writes the value when it is idle', wait: 8500 },
  ),
];
