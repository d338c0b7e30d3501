import { laterScript, type PageState, pageWords, saveScript, shell } from '../page.ts';
import { neither, READ_RIGHT, type Shape } from '../shape.ts';

/** The newer front end, captured on the profile intro editor in September 2026: hashed classes, two nested switches for one setting. */

const DATE = '2026-09-15';

function block(title: string, description: string, on: boolean, word: string, id: string): string {
  return `<div componentkey="c-${id}"><div class="_a1b2c3"><p>${title}</p><p>${description}</p></div>
<div><div role="switch" aria-checked="${on}" tabindex="0" aria-label="Tap to toggle setting"><div><div><p></p></div>
<div><span>${word}</span><div><label for=":${id}:"></label><input role="switch" type="checkbox"${on ? ' checked=""' : ''} id=":${id}:"><span></span></div></div></div></div></div></div>`;
}

function page({ on, language, delay, saveUrl }: PageState, extra = '', script = ''): string {
  const words = pageWords(language);
  const html = block(words.toggle, words.question, on, on ? words.on : words.off, 'r7') + extra;
  return shell(
    language,
    `<h1>${words.title}</h1><div data-testid="lazy-column"></div>`,
    `document.querySelector('main').id = 'workspace';
${saveScript(saveUrl)}
function draw(on) {
  document.querySelector('[componentkey="c-r7"] [role=switch]').setAttribute('aria-checked', String(on));
  document.querySelector('[componentkey="c-r7"] span').textContent = on ? ${JSON.stringify(words.on)} : ${JSON.stringify(words.off)};
}
function start() {
  const outer = document.querySelector('[componentkey="c-r7"] [role=switch]');
  const input = outer.querySelector('input');
  input.addEventListener('click', (event) => event.stopPropagation());
  const flip = () => {
    const on = input.checked;
    draw(on);
    save(on, (stored) => { if (!stored) { input.checked = !on; draw(!on); } });
  };
  input.addEventListener('change', flip);
  outer.addEventListener('click', () => { input.checked = !input.checked; flip(); });
}
${laterScript(delay, html, 'start();')}
${script}`,
  );
}

function shape(name: string, about: string, rest: Partial<Shape> & Pick<Shape, 'html'>): Shape {
  return { name, date: DATE, about, evidence: 'elsewhere', expected: READ_RIGHT, ...rest };
}

/** What stands on the page after a click and before the next load: the attribute still says on. */
const CLICKED_OFF = `{
  const outer = document.querySelector('[componentkey="c-r7"] [role=switch]');
  const input = outer.querySelector('input');
  input.setAttribute('checked', ''); input.checked = false; draw(false);
}`;

export const serverDriven: Shape[] = [
  shape('v4-nested', 'two nested switches for one setting, named by the text beside them', {
    html: (state) => page(state),
  }),
  shape('v4b-second-block', 'a second setting on the same page', {
    html: (state) =>
      page(
        state,
        `<div data-decoy>${block('Use my data for research', 'Some other setting', !state.on, state.on ? 'Off' : 'On', 'r9')}</div>`,
      ),
    expectedWithoutWords: neither('several-controls'),
  }),
  shape('v4c-after-click', 'the native state is off, the attribute still there', {
    html: (state) => page(state, '', state.on ? '' : CLICKED_OFF),
    expected: { on: { state: 'on' }, off: { state: 'off', confirmed: false } },
  }),
  shape('v4d-disagree-at-first', 'outer and inner switch disagree for half a second', {
    html: (state) => page(state, '', `draw(${!state.on}); setTimeout(() => draw(${state.on}), 500);`),
  }),
  shape('v4e-disagree-for-ever', 'outer and inner switch never agree', {
    html: (state) => page(state, '', `draw(${!state.on});`),
    evidence: 'plausible',
    expected: neither('contradicting-signals'),
  }),
];
