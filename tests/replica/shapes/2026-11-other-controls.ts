import { type PageState, pageWords, saveScript, shell } from '../page.ts';
import { neither, READ_RIGHT, type Shape } from '../shape.ts';

/** Other markup that a redesign may bring. No evidence of it on LinkedIn; each is a common way to build a switch. */

const DATE = '2026-11-23';

function page({ language, saveUrl }: PageState, control: string, attribute: string): string {
  const words = pageWords(language);
  return shell(
    language,
    `<h2>${words.title}</h2><div><p>${words.toggle}</p>${control}</div>`,
    `${saveScript(saveUrl)}
const control = document.querySelector('[${attribute}]');
function draw(on) {
  control.setAttribute('${attribute}', String(on));
  if (control.textContent) control.textContent = on ? ${JSON.stringify(words.on)} : ${JSON.stringify(words.off)};
}
control.addEventListener('click', () => {
  const on = control.getAttribute('${attribute}') !== 'true';
  draw(on);
  save(on, (stored) => { if (!stored) draw(!on); });
});`,
  );
}

function shape(name: string, about: string, rest: Partial<Shape> & Pick<Shape, 'html'>): Shape {
  return { name, date: DATE, about, evidence: 'plausible', expected: READ_RIGHT, ...rest };
}

export const otherControls: Shape[] = [
  shape('v6-button-switch', 'button with role switch', {
    html: (state) =>
      page(
        state,
        `<button type="button" role="switch" aria-checked="${state.on}">${wordOf(state)}</button>`,
        'aria-checked',
      ),
  }),
  shape('v6-button-pressed', 'button with aria-pressed', {
    html: (state) =>
      page(
        state,
        `<button type="button" aria-pressed="${state.on}" aria-label="${pageWords(state.language).toggle}"></button>`,
        'aria-pressed',
      ),
  }),
  shape('v6-div-switch', 'a div with role switch', {
    html: (state) =>
      page(
        state,
        `<div role="switch" tabindex="0" aria-checked="${state.on}" style="width:2em;height:1em"></div>`,
        'aria-checked',
      ),
  }),
  shape('v6-closed-shadow', 'a custom element with a closed shadow root', {
    inShadow: true,
    html: ({ on, language }) =>
      shell(
        language,
        `<h2>${pageWords(language).title}</h2><div><p>${pageWords(language).toggle}</p><closed-switch></closed-switch></div>`,
        `customElements.define('closed-switch', class extends HTMLElement {
  connectedCallback() {
    this.attachShadow({ mode: 'closed' }).innerHTML = '<button role="switch" aria-checked="${on}" style="width:2em;height:1em"></button>';
  }
});`,
      ),
  }),
  shape('v6-no-state', 'role switch, but no state', {
    html: (state) =>
      page(
        state,
        '<div role="switch" tabindex="0" aria-busy="false" style="width:40px;height:20px;border:1px solid"></div>',
        'aria-busy',
      ),
    expected: neither('no-state'),
  }),
];

function wordOf({ on, language }: PageState): string {
  const words = pageWords(language);
  return on ? words.on : words.off;
}
