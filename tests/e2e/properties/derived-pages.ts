import fc from 'fast-check';
import { INVERTED_LABEL } from '../../replica/shapes/2026-11-artdeco-in-doubt.ts';

/**
 * Pages derived from the known shapes by changing them, each change applied to a copy of the page as it stands. A change is either
 * only cosmetic, or it may make the page ambiguous; none of them turns the setting itself.
 */

/** A change: its name, whether it is only cosmetic, and what it does. `pick` chooses among things, the same way for the same page. */
export type Change = { name: string; cosmetic: boolean; apply(page: Page, pick: Pick): void };
type Pick = <Thing>(things: readonly Thing[]) => Thing | undefined;

/** A page being changed. `speaks` is false once it no longer says what the setting is: hidden, or with its label turned round. */
export type Page = { document: Document; main: Element; speaks: boolean; wordsKnown: boolean };

/** What the setting's own control says after all changes: nothing where it is gone, contradicts itself or the page no longer speaks. */
export function truthOf(page: Page): 'on' | 'off' | null {
  const states = controls(page)
    .flatMap(signalsOf)
    .map(({ on }) => on);
  const [on = null] = states;
  return page.speaks && on !== null && states.every((state) => state === on) ? (on ? 'on' : 'off') : null;
}

const CONTROL = 'input[type=checkbox], [role=switch], button[aria-pressed]';

function controls({ main }: Page): Element[] {
  return [...main.querySelectorAll(CONTROL)].filter((element) => !element.closest('[data-decoy]'));
}

function add(page: Page, where: Element | undefined, html: string): void {
  (where ?? page.main).insertAdjacentHTML('afterbegin', html);
}

function decoy(on: boolean, attributes = ''): string {
  return `<div data-decoy ${attributes}><label>Show my photo <input type="checkbox" role="switch" aria-checked="${on}"${on ? ' checked' : ''}></label></div>`;
}

function everything({ main }: Page): Element[] {
  return [...main.querySelectorAll('*')];
}

/** Elements that can be put around, beside or elsewhere without coming between a control and what names it. */
function blocks(page: Page): Element[] {
  return everything(page).filter(
    (element) => element.querySelector(CONTROL) === null && !element.closest('label, [role=switch], button, a'),
  );
}

const COSMETIC: Change[] = [
  {
    name: 'classes renamed',
    cosmetic: true,
    apply: (page) => {
      for (const [index, element] of everything(page).entries())
        if (element.className) element.className = `_x${index}`;
    },
  },
  {
    name: 'ids renamed, with what points at them',
    cosmetic: true,
    apply: (page) => {
      for (const [index, element] of [...page.main.querySelectorAll('[id]')].entries()) {
        const id = `renamed-${index}`;
        for (const name of ['aria-labelledby', 'for']) {
          for (const pointer of page.main.querySelectorAll(`[${name}="${element.id}"]`)) pointer.setAttribute(name, id);
        }
        element.id = id;
      }
    },
  },
  {
    name: 'attributes for tests and data dropped',
    cosmetic: true,
    apply: (page) => {
      for (const element of everything(page)) {
        for (const { name } of [...element.attributes])
          if (name.startsWith('data-') && name !== 'data-decoy') element.removeAttribute(name);
      }
    },
  },
  {
    name: 'a block wrapped',
    cosmetic: true,
    apply: (page, pick) => wrap(page.document, pick(blocks(page)), 'div'),
  },
  {
    name: 'everything in main wrapped, three deep',
    cosmetic: true,
    apply: (page) => {
      for (let depth = 0; depth < 3; depth++) {
        const wrapper = page.document.createElement('div');
        wrapper.append(...page.main.childNodes);
        page.main.append(wrapper);
      }
    },
  },
  {
    name: 'a picture, a rule and an empty block added',
    cosmetic: true,
    apply: (page) => add(page, page.main, '<div></div><hr><img alt="">'),
  },
  {
    name: 'a heading and a link added',
    cosmetic: true,
    apply: (page) => add(page, page.main, '<h2>Settings</h2><a href="/help/">Help</a>'),
  },
  {
    name: 'white space and comments between elements',
    cosmetic: true,
    apply: (page) => {
      for (const element of everything(page)) {
        if (!element.closest('[role=switch], button'))
          element.before(page.document.createTextNode('\n   '), page.document.createComment('x'));
      }
    },
  },
  {
    name: 'dark theme and another direction',
    cosmetic: true,
    apply: ({ document }) => {
      document.documentElement.className = 'theme--dark';
      document.documentElement.dir = document.documentElement.dir === 'rtl' ? 'ltr' : 'rtl';
    },
  },
  {
    name: 'a banner, an overlay and a dialog with switches, apart from main',
    cosmetic: true,
    apply: (page) => {
      for (const tag of ['aside', 'footer', 'nav']) add(page, page.document.body, `<${tag}>${decoy(false)}</${tag}>`);
      add(page, page.main, `<div role="dialog">${decoy(false)}</div>`);
    },
  },
  {
    name: 'hidden copies of a switch',
    cosmetic: true,
    apply: (page) => {
      for (const attributes of ['hidden', 'inert', 'aria-hidden="true"', 'style="display:none"'])
        add(page, page.main, decoy(false, attributes));
    },
  },
];

const AMBIGUOUS: Change[] = [
  {
    name: 'another switch in main, off',
    cosmetic: false,
    apply: (page, pick) => {
      const places = everything(page).filter((element) => !element.closest('label, [role=switch], button'));
      add(page, pick(places), decoy(false));
    },
  },
  ...[
    '<button type="button" aria-pressed="false" aria-label="Save for later">☆</button>',
    '<button type="button" aria-pressed="false">Pin</button>',
    '<span role="checkbox" aria-checked="false" tabindex="0" aria-label="This was helpful">👍</span>',
    '<label><input type="checkbox"> Apply to my other accounts</label>',
    '<div popover="manual"><label><input type="checkbox"> Do not show this again</label></div>',
    '<div class="modal"><input type="checkbox" aria-label="Do not show this again"></div>',
    '<button type="button" aria-pressed="false">Opt out</button>',
    '<button type="button" role="switch" aria-checked="false" title="Mute"></button>',
    '<div><p>Show my profile photo</p><div role="switch" tabindex="0" aria-checked="false" style="width:3em;height:1em"></div></div>',
    '<input type="checkbox" aria-label="Select all">',
    '<div><p>Theme</p><label><input type="radio" name="theme"> On</label><label><input type="radio" name="theme" checked> Off</label></div>',
  ].map(
    (html): Change => ({
      name: `something else to turn: ${html}`,
      cosmetic: false,
      apply: (page, pick) => {
        const places = everything(page).filter(
          (element) => !element.closest('label, [role=switch], button, [data-decoy]'),
        );
        add(page, pick(places), `<div data-decoy>${html}</div>`);
      },
    }),
  ),
  {
    name: 'words before the label',
    cosmetic: false,
    apply: (page, pick) => {
      if (!page.wordsKnown) return;
      const text = pick(['Opt out of: ', 'Do not ', 'Stop: ', 'Everything but ']) ?? '';
      for (const element of everything(page)) {
        if (element.hasAttribute('aria-label'))
          element.setAttribute('aria-label', text + element.getAttribute('aria-label'));
        if (element.closest('[data-decoy]')) continue;
        for (const node of element.childNodes)
          if (node.nodeType === Node.TEXT_NODE && (node.nodeValue?.trim().length ?? 0) > 30)
            node.nodeValue = text + node.nodeValue;
      }
      page.speaks = false;
    },
  },
  {
    name: 'main squeezed, see-through or off the page',
    cosmetic: false,
    apply: (page, pick) => {
      const style = pick([
        'opacity:0',
        'transform:scale(0)',
        'position:fixed;left:-400vw;width:50vw',
        'visibility:hidden',
      ]);
      page.main.setAttribute('style', style ?? '');
      page.speaks = false;
    },
  },
  {
    name: 'siblings reordered',
    cosmetic: false,
    apply: (page, pick) => {
      const parent = pick(everything(page).filter(({ children }) => children.length > 1));
      if (parent) parent.append(...[...parent.children].reverse());
    },
  },
  {
    name: 'the control removed',
    cosmetic: false,
    apply: (page) => {
      for (const control of controls(page)) control.remove();
    },
  },
  {
    name: 'one signal contradicted',
    cosmetic: false,
    apply: (page, pick) => {
      const signals = controls(page).flatMap(signalsOf);
      const flipped = signals.length > 1 ? pick(signals) : undefined;
      flipped?.set(!flipped.on);
    },
  },
  {
    name: 'an ARIA state dropped',
    cosmetic: false,
    apply: (page, pick) => {
      // Only where the native state is left to say what the setting is.
      if (controls(page).some(({ localName }) => localName === 'input'))
        pick(controls(page))?.removeAttribute('aria-checked');
    },
  },
  {
    name: 'the ARIA state mixed or empty',
    cosmetic: false,
    apply: (page, pick) => {
      pick(controls(page))?.setAttribute('aria-checked', pick(['mixed', '', 'undefined']) ?? '');
    },
  },
  {
    name: 'disabled or busy',
    cosmetic: false,
    apply: (page, pick) => {
      for (const control of controls(page))
        control.setAttribute(pick(['disabled', 'aria-disabled', 'aria-busy']) ?? '', 'true');
    },
  },
  {
    name: 'the label inverted',
    cosmetic: false,
    apply: (page) => {
      if (!page.wordsKnown) return;
      for (const element of everything(page)) {
        if (element.hasAttribute('aria-label')) element.setAttribute('aria-label', INVERTED_LABEL);
        if (element.closest('[data-decoy]')) continue;
        for (const node of element.childNodes) {
          if (node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()) node.nodeValue = INVERTED_LABEL;
        }
      }
      page.speaks = false;
    },
  },
  {
    name: 'the load interrupted: everything after some point missing',
    cosmetic: false,
    apply: (page, pick) => {
      const all = everything(page);
      const from = all.indexOf(pick(all) as Element);
      for (const element of all.slice(Math.max(from, 0))) element.remove();
    },
  },
  {
    name: 'main hidden',
    cosmetic: false,
    apply: (page, pick) => {
      page.main.setAttribute(pick(['hidden', 'inert']) ?? 'hidden', '');
      page.speaks = false;
    },
  },
];

/** Lists of changes that are all cosmetic. */
export const cosmeticChanges = fc.array(fc.tuple(fc.constantFrom(...COSMETIC), fc.nat()), {
  minLength: 1,
  maxLength: 6,
});

/** Lists of changes of any kind. */
export const anyChanges = fc.array(fc.tuple(fc.constantFrom(...COSMETIC, ...AMBIGUOUS, ...AMBIGUOUS), fc.nat()), {
  minLength: 1,
  maxLength: 6,
});

/** Applies changes in turn. */
export function change(page: Page, changes: [Change, number][]): void {
  for (const [{ apply }, seed] of changes) {
    let turn = seed;
    apply(page, (things) => things[turn++ % Math.max(things.length, 1)]);
  }
  // The known limit: in a language whose words are not known, another switch in place of the setting's own cannot be told from it.
  if (page.wordsKnown || controls(page).length > 0) return;
  for (const other of page.main.querySelectorAll('[data-decoy]')) other.remove();
}

/** `on` is null for a state that is neither. */
type Signal = { on: boolean | null; set(on: boolean): void };

function signalsOf(element: Element): Signal[] {
  const signals: Signal[] = [];
  for (const name of ['aria-checked', 'aria-pressed']) {
    const value = element.getAttribute(name);
    if (value !== null)
      signals.push({
        on: value === 'true' || (value === 'false' ? false : null),
        set: (on) => element.setAttribute(name, String(on)),
      });
  }
  if (element.localName === 'input') {
    const input = element as HTMLInputElement;
    signals.push({
      on: input.checked,
      set: (on) => {
        input.checked = on;
      },
    });
  }
  return signals;
}

function wrap(document: Document, element: Element | undefined, tag: string): void {
  if (!element?.parentElement) return;
  const wrapper = document.createElement(tag);
  element.replaceWith(wrapper);
  wrapper.append(element);
}
