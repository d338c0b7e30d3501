import { type Case, NOT_SAFE, page } from './case.ts';
import { HEADING, LABEL, later, pageOf, radiosOf, switchOf } from './markup.ts';

/** Pages that are on, with something else on them that is off: nearer, hidden, or of the same words. */

const RADIOS_ON = radiosOf(true);
const NAMED_RADIOS_ON = `<p id="lab">${LABEL}</p>${RADIOS_ON}`;

const isOn = (id: string, html: string, more: Partial<Case> = {}) =>
  page('on', id, html, { expect: NOT_SAFE, ...more });

export const structure: Case[] = [
  isOn(
    'S01-radios-on-and-a-star',
    pageOf(
      `${HEADING}<div>${NAMED_RADIOS_ON}<button type="button" aria-pressed="false" aria-label="Save for later">☆</button></div>`,
    ),
    { why: 'the words around a button say more than its own name' },
  ),
  isOn(
    'S03-frame-on-and-a-thumb',
    pageOf(
      `${HEADING}<div><p>${LABEL}</p><iframe srcdoc="<input type=checkbox role=switch checked>"></iframe><span role="checkbox" aria-checked="false" aria-label="This was helpful" tabindex="0">👍</span></div>`,
    ),
  ),
  isOn(
    'S05-flat-siblings',
    pageOf(
      `${HEADING}<p>${LABEL}</p>${RADIOS_ON}<p>Use my data for research</p><button role="switch" aria-checked="false" aria-label="Use my data for research"></button>`,
    ),
  ),
  isOn(
    'S07-select-on-and-remember',
    pageOf(
      `${HEADING}<div><p id="lab">${LABEL}</p><select aria-labelledby="lab"><option selected>On</option><option>Off</option></select><input type="checkbox" aria-label="Apply to my other accounts"></div>`,
    ),
  ),
  isOn(
    'S09-first-main-off-screen',
    pageOf(`${HEADING}${switchOf(false)}`, {
      mainAttributes: 'style="position:fixed;transform:translateX(-200vw);width:100vw"',
      after: `<main>${HEADING}<p>${LABEL}</p><button role="switch" aria-checked="true">On</button></main>`,
    }),
  ),
  isOn(
    'S11-see-through-copy-off-drawn-on',
    pageOf(
      `${HEADING}<div style="position:relative"><span id="k">${LABEL}</span><input type="checkbox" aria-labelledby="k" style="opacity:0;position:absolute"><div class="tgl tgl--on" tabindex="0" style="width:3em;height:1.5em;background:green"></div></div>`,
    ),
    { why: 'a checkbox that nobody keeps in step lies unseen over what is drawn by a class' },
  ),
  isOn(
    'S13-clipped-copy-off-radios-on',
    pageOf(
      `${HEADING}<div>${NAMED_RADIOS_ON}</div><div style="position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden">${switchOf(false)}</div>`,
    ),
  ),
  isOn(
    'S15-details-closed-off-radios-on',
    pageOf(`${HEADING}<div>${NAMED_RADIOS_ON}</div><details><summary>More</summary>${switchOf(false)}</details>`),
  ),
  isOn(
    'S17-zero-scale-off-radios-on',
    pageOf(`${HEADING}<div>${NAMED_RADIOS_ON}</div><div style="transform:scale(0)">${switchOf(false)}</div>`),
  ),
  isOn(
    'S19-popover-open-with-own-checkbox',
    pageOf(
      `${HEADING}<div>${NAMED_RADIOS_ON}<div popover="manual" id="pop"><input type="checkbox" aria-label="Do not show again"></div></div>`,
      { after: `<script>pop.showPopover()</script>` },
    ),
    { why: 'a popover is a dialog too, and may take its words from around it' },
  ),
  isOn(
    'S21-two-mains-second-real',
    pageOf(`<div><p>${LABEL}</p><button aria-pressed="false" aria-label="Pin this page"></button></div>`, {
      after: `<div role="main">${HEADING}${switchOf(true)}</div>`,
    }),
  ),
  isOn(
    'S23-menu-item-checked-and-a-box',
    pageOf(
      `${HEADING}<div><p>${LABEL}</p><div role="menu"><div role="menuitemradio" aria-checked="true">On</div><div role="menuitemradio" aria-checked="false">Off</div></div><input type="checkbox" aria-label="Email me a confirmation"></div>`,
    ),
  ),
  isOn(
    'S25-read-aloud-extension-button',
    pageOf(`${HEADING}<div><p>${LABEL}</p>${RADIOS_ON}</div>`, {
      after: later(
        400,
        `const b=document.createElement('button');b.setAttribute('aria-pressed','false');b.setAttribute('aria-label','Read aloud');b.textContent='🔊';document.querySelector('#content>div').append(b)`,
      ),
    }),
    { why: 'another extension puts a button beside the text', wait: 5000 },
  ),
];
