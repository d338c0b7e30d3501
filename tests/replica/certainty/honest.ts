import { type Case, page } from './case.ts';
import { element, HEADING, LABEL, pageOf, radiosOf, settingPage, switchOf } from './markup.ts';

/** Pages that tell the truth in markup that is not the usual one. Each must be read, on and off. */

const STATES = [true, false];

const honest = (id: string, html: (on: boolean) => string, more: (on: boolean) => Partial<Case> = () => ({})) =>
  STATES.map((on) => page(on ? 'on' : 'off', `${id}-${on ? 'on' : 'off'}`, html(on), more(on)));

const translated = (text: string) =>
  `<font style="vertical-align: inherit;"><font style="vertical-align: inherit;">${text}</font></font>`;

export const honestPages: Case[] = [
  ...honest('H01-radio-pair', (on) => pageOf(`${HEADING}<p id="lab">${LABEL}</p>${radiosOf(on)}`)),
  ...honest('H03-select', (on) =>
    pageOf(
      `${HEADING}<label>${LABEL} <select><option ${on ? 'selected' : ''}>On</option><option ${on ? '' : 'selected'}>Off</option></select></label>`,
    ),
  ),
  ...honest('H05-menuitemcheckbox', (on) =>
    pageOf(
      `${HEADING}<div role="menu"><div role="menuitemcheckbox" aria-checked="${on}" tabindex="0">${LABEL}</div></div>`,
    ),
  ),
  ...honest('H07-state-word-one-level-up', (on) =>
    pageOf(
      `${HEADING}<div class="row"><p>${LABEL}</p><div class="right"><span>${on ? 'On' : 'Off'}</span><div class="track"><button role="switch" aria-checked="${on}"></button></div></div></div>`,
    ),
  ),
  ...honest('H09-label-inside-button', (on) =>
    pageOf(
      `${HEADING}<div class="row"><button type="button" aria-expanded="false">${LABEL}</button><div role="switch" tabindex="0" aria-checked="${on}" style="width:3em;height:1em"></div></div>`,
    ),
  ),
  ...honest('H11-flat-aria-labels-two', (on) =>
    pageOf(
      `${HEADING}<p>${LABEL}</p><button role="switch" aria-checked="${on}" aria-label="${LABEL}"></button><p>Use my data for research</p><button role="switch" aria-checked="${!on}" aria-label="Use my data for research"></button>`,
    ),
  ),
  ...honest('H13-main-display-contents', (on) => settingPage(on, { mainAttributes: 'style="display:contents"' })),
  ...honest('H15-main-in-shadow', (on) => {
    const main = JSON.stringify(`<main>${HEADING}${switchOf(on)}</main>`).replaceAll('</', '<\\/');
    return pageOf('').replace(/<main.*<\/main>/s, `<x-app></x-app>${element('x-app', main)}`);
  }),
  ...honest('H17-declarative-shadow-closed-custom', (on) =>
    pageOf(`${HEADING}<x-row><template shadowrootmode="closed">${switchOf(on)}</template></x-row>`),
  ),
  ...honest('H19-slotted-checkbox-in-shadow-switch', (on) =>
    pageOf(`${HEADING}<p>${LABEL}</p><x-t><input type="checkbox" ${on ? 'checked' : ''}></x-t>`, {
      after: element('x-t', `'<div role=switch tabindex=0 aria-checked=${on}><slot></slot></div>'`),
    }),
  ),
  ...honest(
    'H21-chrome-translated-to-de',
    (on) =>
      pageOf(
        `<h1><font><font>Daten zur Verbesserung der generativen KI</font></font></h1>${switchOf(on, { label: translated('Meine Daten zum Trainieren von KI-Modellen zur Inhaltserstellung verwenden'), word: `<font><font>${on ? 'An' : 'Aus'}</font></font>` })}`,
        { htmlAttributes: 'lang="de" class="translated-ltr"' },
      ),
    // A page in machine translation proves nothing. That it is on may be said of it all the same.
    (on) => ({ expect: on ? ['opted-in', 'unknown'] : ['unconfirmed', 'unknown', 'opted-out'] }),
  ),
  ...honest('H23-bilingual-extension', (on) =>
    pageOf(
      HEADING +
        switchOf(on, {
          label: `${LABEL}<font class="notranslate immersive-translate-target-wrapper" lang="de"><br><font>Verwende meine Daten</font></font>`,
        }),
    ),
  ),
  ...honest('H25-password-manager-nodes', (on) =>
    pageOf(`<form>${HEADING}${switchOf(on)}</form>`, {
      after: `<com-1password-button tabindex="-1"></com-1password-button><div data-lastpass-root style="position:absolute;top:0;left:0;height:0;width:0"></div>`,
    }),
  ),
  ...honest('H27-label-in-sibling-shadow', (on) =>
    pageOf(`${HEADING}<div class="row"><x-l></x-l><button role="switch" aria-checked="${on}"></button></div>`, {
      after: element('x-l', `'<span>${LABEL}</span>'`),
    }),
  ),
  ...honest('H29-typographic-quotes-and-nbsp', (on) =>
    pageOf(HEADING + switchOf(on, { label: LABEL.replace('AI models', 'AI\u00a0models') })),
  ),
  ...honest('H31-en-GB-switch-role-on-link', (on) =>
    pageOf(
      `${HEADING}<div><p>${LABEL}</p><a role="switch" href="#" aria-checked="${on}">${on ? 'On' : 'Off'}</a></div>`,
      { lang: 'en-GB' },
    ),
  ),
  ...honest('H34-toasts-that-say-nothing-of-it', (on) =>
    pageOf(HEADING + switchOf(on), {
      after: '<div aria-live="polite">No new notifications</div><div role="status">Not connected to chat</div>',
    }),
  ),
  ...honest('H39-texts-beside-main', (on) =>
    pageOf(HEADING + switchOf(on), {
      after:
        '<div><a href="#content">Skip to main content</a><p>You are on the messaging overlay. Press enter to open the list of conversations.</p><button>?</button><p>3 new notifications</p></div>',
    }),
  ),
  ...honest('H35-icon-with-a-name', (on) =>
    pageOf(
      `<img alt="AI" width="24" height="24" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">${HEADING}${switchOf(on)}`,
    ),
  ),
  ...honest('H37-drawn-icon', (on) =>
    pageOf(`<svg width="20" height="20" aria-hidden="true"><path d="M0 0h20v20z"/></svg>${HEADING}${switchOf(on)}`),
  ),
  ...honest('H36-class-for-when-it-is-disabled', (on) =>
    pageOf(HEADING + switchOf(on).replace('"toggle"', '"toggle disabled:opacity-50 data-[disabled]:opacity-50"')),
  ),
  ...honest('H33-described-label-single-paragraph', (on) =>
    pageOf(
      `${HEADING}<label for="y">${LABEL}<br><small>When on, we use your posts.</small></label><input id="y" type="checkbox" role="switch" ${on ? 'checked' : ''} aria-checked="${on}">`,
    ),
  ),
];
