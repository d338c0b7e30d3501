import { afterEach, describe, expect, it, vi } from 'vitest';
import { type FoundControl, findControls } from '../../../src/linkedin/controls.ts';
import { LIMITS } from '../../../src/linkedin/limits.ts';
import { walkBody, walkMain } from './load-page.ts';

const SWITCH = '<input type="checkbox">';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The controls of a page with this in main, of which these have been in view. */
function controlsIn(main: string, wasSeen: (element: Element) => boolean = () => true): FoundControl[] {
  return findControls(walkMain(main), wasSeen);
}

/** The one control of a page with this in main. */
function controlIn(main: string, wasSeen?: (element: Element) => boolean): FoundControl {
  const controls = controlsIn(main, wasSeen);
  expect(controls).toHaveLength(1);
  return controls[0] as FoundControl;
}

/** Texts, those marked that are only told to screen readers. */
function texts(some: FoundControl['name']): string[] {
  return some.map(({ text, as }) => (as === 'unseen' ? `(${text})` : text));
}

function shadow(content: string, own = ''): string {
  return `<x-host><template shadowrootmode="open">${content}</template>${own}</x-host>`;
}

describe('a control', () => {
  it.each([
    ['<input type="checkbox" checked>', 'input', 'switch', 'on'],
    ['<div role="switch" aria-checked="false" tabindex="0"></div>', 'div[switch]', 'switch', 'off'],
    ['<button aria-pressed="true"></button>', 'button', 'pressed', 'on'],
    ['<div role="button" tabindex="0" aria-pressed="false"></div>', 'div[button]', 'pressed', 'off'],
    ['<div role="menuitemcheckbox" aria-checked="true"></div>', 'div[menuitemcheckbox]', 'switch', 'on'],
    ['<input type="radio" checked>', 'input', 'radio', 'on'],
    ['<div role="radio" aria-checked="false"></div>', 'div[radio]', 'radio', 'off'],
    ['<div role="menuitemradio" aria-checked="true"></div>', 'div[menuitemradio]', 'radio', 'on'],
    ['<select><option>On</option></select>', 'select', 'select', null],
  ])('is found as %s', (html, markup, sort, state) => {
    expect(controlIn(html)).toMatchObject({ markup, sort, state });
  });

  it('that is a list to choose from has its options, and which is chosen', () => {
    expect(controlIn('<select><option>On</option><option selected> Off </option></select>').options).toEqual([
      { text: 'On', chosen: false },
      { text: 'Off', chosen: true },
    ]);
    expect(controlIn(`<select>${'<option>x</option>'.repeat(20)}</select>`).options).toHaveLength(LIMITS.options);
    expect(controlIn(SWITCH).options).toEqual([]);
  });

  it('comes in the order of the page, whatever its markup', () => {
    const controls = controlsIn(
      `<button aria-pressed="true"></button><i role="switch"></i>${shadow(SWITCH)}<select></select>`,
    );
    expect(controls.map(({ markup }) => markup)).toEqual(['button', 'i[switch]', 'input', 'select']);
  });

  it('is described in no more than 120 characters', () => {
    expect(controlIn(`<x-${'long'.repeat(50)} role="switch"></x-${'long'.repeat(50)}>`).markup).toHaveLength(
      LIMITS.markup,
    );
  });

  it.each([
    [LIMITS.controls, LIMITS.controls],
    [LIMITS.controls + 1, LIMITS.controls],
  ])('of %i, no more than the limit are reported: %i', (count, told) => {
    expect(controlsIn(SWITCH.repeat(count))).toHaveLength(told);
  });

  it('that stands in a dialog says so', () => {
    expect(controlsIn(`${SWITCH}<div role="dialog">${SWITCH}</div>`).map(({ apart }) => apart)).toEqual([false, true]);
  });
});

describe('nested controls', () => {
  it.each([
    [
      '<div role="switch" aria-checked="true"><input type="checkbox" role="switch" checked></div>',
      'div[switch] > input[switch]',
    ],
    [
      '<button role="switch" aria-checked="true"><p><input type="checkbox" checked></p></button>',
      'button[switch] > input',
    ],
    [
      '<i role="switch" aria-checked="true"><b role="checkbox" aria-checked="true"><input type="checkbox" checked></b></i>',
      'i[switch] > b[checkbox] > input',
    ],
    [
      '<x-host role="switch" aria-checked="true"><template shadowrootmode="open"><input type="checkbox" checked></template></x-host>',
      'x-host[switch] > input',
    ],
  ])('are one: %s', (html, markup) => {
    expect(controlIn(html)).toMatchObject({ markup, state: 'on' });
  });

  it('beside another control are two', () => {
    expect(
      controlsIn(`${SWITCH}<div role="switch"><input type="checkbox"></div>`).map(({ elements }) =>
        elements.map(({ localName }) => localName),
      ),
    ).toEqual([['input'], ['div', 'input']]);
  });

  it('that disagree say neither', () => {
    expect(controlIn('<div role="switch" aria-checked="false"><input type="checkbox" checked></div>').state).toBe(
      'mixed',
    );
  });
});

describe('the name of a control', () => {
  it.each([
    ['aria-labelledby', '<p id="a">Name</p><p>Other</p><input type="checkbox" aria-labelledby="a">', ['Name']],
    [
      'all that aria-labelledby points at, in its order',
      '<p id="a">second</p><p id="b">first</p><input type="checkbox" aria-labelledby=" b  a ">',
      ['first', 'second'],
    ],
    [
      'every element that has the id which aria-labelledby names',
      '<p id="a">Name</p><p id="a">Other</p><input type="checkbox" aria-labelledby="a">',
      ['Name', 'Other'],
    ],
    [
      'aria-labelledby as far as it leads',
      '<p id="a">Name</p><input type="checkbox" aria-labelledby="gone a">',
      ['Name'],
    ],
    [
      'all texts in it',
      '<p id="a">Use <b>my</b> data</p><input type="checkbox" aria-labelledby="a">',
      ['Use', 'my', 'data'],
    ],
    [
      'aria-labelledby before aria-label and labels',
      '<p id="a">Name</p><label for="i">Label</label><input id="i" type="checkbox" aria-label="Aria" aria-labelledby="a">',
      ['Name'],
    ],
    [
      'aria-label before a label',
      '<label for="i">Label</label><input id="i" type="checkbox" aria-label="Aria">',
      ['(Aria)'],
    ],
    ['a label for it', '<p>Other</p><label for="i">Name</label><input id="i" type="checkbox">', ['Name']],
    ['a label around it', '<label>Name <input type="checkbox"> <i>more</i></label>', ['Name', 'more']],
    [
      'every one of several labels',
      '<label for="i">a</label><label for="i">b</label><input id="i" type="checkbox">',
      ['a', 'b'],
    ],
    [
      'a label where aria-labelledby leads nowhere',
      '<label>Name <input type="checkbox" aria-labelledby="gone"></label>',
      ['Name'],
    ],
    ['what it says itself', '<button role="switch">Name <i>On</i></button>', ['Name', 'On']],
    [
      'what it says besides what is tied to it',
      '<div role="switch" aria-label="Aria"><i>On</i></div>',
      ['(Aria)', 'On'],
    ],
    [
      'the names of nested controls',
      '<div role="switch" aria-label="Outer"><input type="checkbox" aria-label="Inner"></div>',
      ['(Outer)', '(Inner)'],
    ],
    ['its title, where there is nothing else', '<input type="checkbox" title="Name">', ['(Name)']],
    ['not its title where there is something else', '<button role="switch" title="Title">Name</button>', ['Name']],
    ['nothing, where nothing names it', `<p>Beside</p>${SWITCH}`, []],
    ['no empty aria-label', '<input type="checkbox" aria-label=" ">', []],
  ])('is %s', (_, html, name) => {
    expect(texts(controlIn(html).name)).toEqual(name);
  });

  it.each([
    ['hidden', '<p id="a" hidden>Old</p><input type="checkbox" aria-labelledby="a">'],
    ['seen through', '<p id="a" style="opacity: 0">Old</p><input type="checkbox" aria-labelledby="a">'],
    ['a hidden label', '<label for="i" style="display: none">Old</label><input id="i" type="checkbox">'],
  ])('is no text that is not shown: %s', (_, html) => {
    expect(controlIn(html).name).toEqual([]);
  });

  it.each([
    ['squeezed into a pixel', '10 10 1 1'],
    ['pushed off the page to the left', '-900 10 40 20'],
    ['pushed off the page to the top', '10 -900 40 20'],
  ])('is marked as told to screen readers only where it is %s', (_, box) => {
    const html = `<p id="a" data-box="${box}">Name</p><input type="checkbox" aria-labelledby="a">`;
    expect(texts(controlIn(html).name)).toEqual(['(Name)']);
  });

  it('is marked as shown where what holds it has no box of its own', () => {
    const html = '<p id="a" style="display: contents">Name</p><input type="checkbox" aria-labelledby="a">';
    expect(texts(controlIn(html).name)).toEqual(['Name']);
  });

  it('is looked up in the shadow root that the control stands in', () => {
    const inside = '<p id="a">Inside</p><input type="checkbox" aria-labelledby="a">';
    expect(texts(controlIn(`<p id="a">Outside</p>${shadow(inside)}`).name)).toEqual(['Inside']);
  });

  it('is what elements are tied to it without ids', () => {
    const walk = walkMain(`<p>Name</p><p>Other</p>${SWITCH}`);
    const [name, , input] = walk.items.map(({ element }) => element);
    Object.defineProperty(input, 'ariaLabelledByElements', { value: [name] });
    expect(findControls(walk, () => true).map((control) => texts(control.name))).toEqual([['Name']]);
  });

  it('has no more texts than the limit', () => {
    expect(controlIn(`<label>${'<i>x</i>'.repeat(50)}${SWITCH}</label>`).name).toHaveLength(LIMITS.textsInPlace);
  });
});

describe('the group of a control', () => {
  it.each([
    ['<fieldset><legend>Name</legend><input type="radio"></fieldset>', ['Name']],
    ['<div role="radiogroup" aria-label="Name"><div role="radio"></div></div>', ['(Name)']],
    ['<p id="a">Name</p><div role="radiogroup" aria-labelledby="a"><div role="radio"></div></div>', ['Name']],
    ['<p id="a">Name</p><div role="group" aria-labelledby="a"><button aria-pressed="true"></button></div>', ['Name']],
    ['<div role="toolbar" aria-label="Name"><button aria-pressed="true"></button></div>', ['(Name)']],
    ['<div role="menu" aria-label="Name"><div role="menuitemradio"></div></div>', ['(Name)']],
    ['<div role="radiogroup"><div role="radio"></div></div>', []],
    ['<input type="radio">', []],
  ])('is named: %s', (html, group) => {
    expect(texts(controlIn(html).group)).toEqual(group);
  });

  it('is read of a switch too, whose meaning it may turn round', () => {
    expect(texts(controlIn(`<div role="group" aria-label="Opt out">${SWITCH}</div>`).group)).toEqual(['(Opt out)']);
  });
});

describe('the texts beside a control', () => {
  it('come nearest first, on either side', () => {
    const { before, after } = controlIn(`<p>far</p><p>near</p>${SWITCH}<p>next</p><p>last</p>`);
    expect([texts(before), texts(after)]).toEqual([
      ['near', 'far'],
      ['next', 'last'],
    ]);
  });

  it('go as far as the next control, whose texts are its own', () => {
    const [first, second] = controlsIn(`<p>a</p><button role="switch">own</button><p>b</p>${SWITCH}<p>c</p>`);
    expect([first, second].map((one) => one && [texts(one.before), texts(one.after)])).toEqual([
      [['a'], ['b']],
      [['b'], ['c']],
    ]);
  });

  it('lie as far out as the smallest part of the page that holds both', () => {
    const { before } = controlIn(`<h2>far</h2><div><div><p>near</p></div><div>${SWITCH}</div></div><p>out</p>`);
    const [near, far] = before.map(({ depth }) => depth);
    expect(near).toBeGreaterThan(far as number);
  });

  it('after it do not say how far out they lie', () => {
    const { after } = controlIn(`<h2>far</h2><div><div><p>near</p></div><div>${SWITCH}</div></div><p>out</p>`);
    expect(after.map(({ depth }) => depth)).toEqual([0]);
  });

  it('say what they are part of', () => {
    const { before } = controlIn(
      `<h2>a</h2><a href="/">b</a><button>c</button><p>d</p><p data-box="0 0 1 1">e</p>${SWITCH}`,
    );
    expect(before.map(({ as }) => as)).toEqual(['unseen', 'text', 'button', 'link', 'heading']);
  });

  it('are at most as many as the limit', () => {
    expect(controlIn('<p>x</p>'.repeat(50) + SWITCH).before).toHaveLength(LIMITS.textsInPlace);
  });

  it('are joined by what toasts say, however far away, up to a limit', () => {
    const toasts = '<p role="status">Turned on</p>'.repeat(50);
    const [control] = findControls(walkBody(`<main>${SWITCH}${'<p>x</p>'.repeat(50)}</main>${toasts}`), () => true);
    const { after } = control as FoundControl;
    expect(after).toHaveLength(LIMITS.texts);
    expect(after.filter(({ as }) => as === 'notice')).toHaveLength(LIMITS.texts - LIMITS.textsInPlace);
  });

  it('are not looked for outside of main', () => {
    expect(controlIn(SWITCH)).toMatchObject({ before: [], after: [] });
  });
});

describe('whether there is something of a control to see', () => {
  const GONE = 'data-box="-900 10 40 20"';

  it.each([
    ['its own box', SWITCH],
    ['its label', `<label>Name <input type="checkbox" style="opacity: 0"></label>`],
    [
      'another one of its labels',
      '<label for="i" hidden>a</label><label for="i">b</label><input id="i" type="checkbox" style="opacity: 0">',
    ],
    ['what is in it', `<x-switch role="switch" data-box="0 0 0 0"><i>x</i></x-switch>`],
    ['what is right around it', `<div><input type="checkbox" ${GONE}></div>`],
    [
      'the element whose shadow root it is in',
      `<x-host><template shadowrootmode="open"><input type="checkbox" style="opacity: 0"></template></x-host>`,
    ],
    ['its inner box', `<div role="switch" data-box="0 0 0 0" aria-checked="false"><input type="checkbox"></div>`],
  ])('is told by %s', (_, html) => {
    expect(controlIn(html, () => true).sight).toBe('seen');
    expect(controlIn(html, () => false).sight).toBe('unseen');
  });

  it.each([
    ['seen through with all around it', `<div style="opacity: 0">${SWITCH}</div>`],
    ['hidden with all around it', `<div style="visibility: hidden">${SWITCH}</div>`],
    ['pushed off the page', `<div ${GONE}><input type="checkbox" ${GONE}></div>`],
    ['without room', `<div data-box="9 9 40 0"><input type="checkbox" data-box="9 9 3 3"></div>`],
  ])('is nothing where it is %s', (_, html) => {
    expect(controlIn(html, () => true).sight).toBe('nothing');
  });

  it('is asked of what stands for it, not of the control itself', () => {
    const { standIns } = controlIn('<label id="it">Name <input type="checkbox" style="opacity: 0"></label>');
    expect(standIns.map(({ id }) => id)).toContain('it');
  });
});
