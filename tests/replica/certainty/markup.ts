/** What the pages of the cases are made of. */

export const LABEL = 'Use my data for training content creation AI models';

/** The setting's heading, as all pages have it that do not say something else. */
export const HEADING = '<h1>Data for Generative AI Improvement</h1><p>Can LinkedIn use your personal data?</p>';

type Around = {
  lang?: string;
  /** All attributes of the document's element, instead of `lang`. */
  htmlAttributes?: string;
  mainAttributes?: string;
  /** What comes at the end of the body. */
  after?: string;
};

/** A settings page with this in main. */
export function pageOf(main: string, around: Around = {}): string {
  const { lang = 'en', htmlAttributes = `lang="${lang}"`, mainAttributes = '', after = '' } = around;
  return `<!doctype html><html ${htmlAttributes}><head><meta charset="utf-8"><title>LinkedIn</title></head>
<body><div class="app"><header><a href="/feed/">LinkedIn</a><button>Me</button></header><nav><a href="/mypreferences/d/categories/account">Account</a><a href="/mypreferences/d/categories/privacy">Data privacy</a></nav>
<main ${mainAttributes}><section><div id="content">${main}</div></section></main><footer><a href="/help">Help</a></footer></div>${after}</body></html>`;
}

/** The switch as published captures show it. */
export function switchOf(on: boolean, { label = LABEL, word = on ? 'On' : 'Off' } = {}): string {
  return `<span id="k">${label}</span><div class="toggle" id="t_k"><span aria-hidden="true" class="w">${word}</span><input type="checkbox" role="switch" aria-checked="${on}" ${on ? 'checked' : ''} aria-labelledby="k"></div>`;
}

/** The page of the setting with that switch and nothing else. */
export function settingPage(on: boolean, around: Around = {}): string {
  return pageOf(HEADING + switchOf(on), around);
}

/** The same choice as two radio buttons, named by the element with the id `lab`. */
export function radiosOf(on: boolean): string {
  return `<div role="radiogroup" aria-labelledby="lab"><label><input type="radio" name="r" ${on ? 'checked' : ''}> On</label> <label><input type="radio" name="r" ${on ? '' : 'checked'}> Off</label></div>`;
}

/** Code that sets the switch as a page's own script does, in all its signs. */
export function flip(on: boolean): string {
  return `{const i=document.querySelector('#t_k input');i.checked=${on};i.setAttribute('aria-checked','${on}');document.querySelector('#t_k .w').textContent='${on ? 'On' : 'Off'}'}`;
}

/** A script that does something after some milliseconds. */
export function later(ms: number, code: string): string {
  return `<script>setTimeout(()=>{${code}},${ms})</script>`;
}

/** A custom element whose open shadow root is made of this expression. */
export function element(name: string, html: string): string {
  return `<script>customElements.define('${name}',class extends HTMLElement{constructor(){super();this.attachShadow({mode:'open'}).innerHTML=${html}}})</script>`;
}
