import { afterEach, describe, expect, it, vi } from 'vitest';
import { doubtsOf, isInert, stateOf } from '../../../src/linkedin/state.ts';
import { parsePage } from './load-page.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

const CONTROL = 'input, select, [role], [aria-pressed], x-switch';
const seen = () => true;
const unseen = ({ localName }: Element) => localName !== 'input' && localName !== 'select';

/** The elements of the one control on a page with this, outermost first. */
function elementsOf(html: string): Element[] {
  const { body } = parsePage(`<body>${html}</body>`);
  const found = [...body.querySelectorAll(CONTROL)];
  for (const { shadowRoot } of body.querySelectorAll('*')) found.push(...(shadowRoot?.querySelectorAll(CONTROL) ?? []));
  return found;
}

/** A checkbox delivered one way and now another. */
function turned(html: string, checked: boolean): Element[] {
  const elements = elementsOf(html);
  for (const element of elements) if (element.localName === 'input') (element as HTMLInputElement).checked = checked;
  return elements;
}

describe('the state', () => {
  it.each([
    ['off', '<input type="checkbox">'],
    ['on', '<input type="checkbox" checked>'],
    ['off', '<input type="checkbox" aria-checked="false">'],
    ['mixed', '<input type="checkbox" aria-checked="true">'],
    ['mixed', '<input type="checkbox" checked aria-checked="false">'],
    ['mixed', '<input type="checkbox" checked aria-pressed="false">'],
    ['on', '<div role="switch" aria-checked="true"></div>'],
    ['mixed', '<div role="switch" aria-checked="mixed"></div>'],
    ['mixed', '<div role="switch" aria-checked=""></div>'],
    ['mixed', '<div role="switch" aria-checked="TRUE"></div>'],
    ['mixed', '<div role="switch" aria-checked="true" aria-pressed="false"></div>'],
    ['on', '<div role="switch" aria-checked="true" aria-pressed="true"></div>'],
    [null, '<div role="switch" class="on"></div>'],
    [null, '<div role="switch" checked></div>'],
    ['mixed', '<div role="switch" aria-checked="false"><input type="checkbox" checked></div>'],
    ['off', '<div role="switch"><input type="checkbox"></div>'],
  ])('is "%s" for %s', (state, html) => {
    expect(stateOf(elementsOf(html), seen)).toBe(state);
  });

  it.each([
    [true, 'on'],
    [false, 'off'],
  ])('of a checkbox is what it is now (%s), not what the markup says', (checked, state) => {
    expect(stateOf(turned(`<input type="checkbox" ${checked ? '' : 'checked'}>`, checked), seen)).toBe(state);
  });

  it('of a checkbox that is neither is mixed', () => {
    const [box] = elementsOf('<input type="checkbox" checked>') as [HTMLInputElement];
    box.indeterminate = true;
    expect(stateOf([box], seen)).toBe('mixed');
  });

  it('of a box that nobody sees counts as "on", and as "off" only where nothing else speaks', () => {
    const around = (state: string, box: string) => `<div role="switch" ${state}><input type="checkbox" ${box}></div>`;
    expect(stateOf(elementsOf(around('aria-checked="true"', '')), unseen)).toBe('on');
    expect(stateOf(elementsOf(around('aria-checked="false"', 'checked')), unseen)).toBe('mixed');
    expect(stateOf(elementsOf(around('aria-checked="false"', '')), unseen)).toBe('off');
    expect(stateOf(elementsOf(around('', '')), unseen)).toBe('off');
    expect(stateOf(elementsOf(around('aria-checked="true"', '')), seen)).toBe('mixed');
  });

  it('of an element of the page’s own making is also what it shows to style sheets', () => {
    const [own] = elementsOf('<x-switch role="switch" aria-checked="false"></x-switch>') as [Element];
    vi.stubGlobal('CSS', { supports: () => true });
    const matches = vi.spyOn(own, 'matches').mockReturnValue(true);
    expect(stateOf([own], seen)).toBe('mixed');
    expect(matches).toHaveBeenCalledWith(':state(checked)');
    matches.mockReturnValue(false);
    expect(stateOf([own], seen)).toBe('off');
  });
});

describe('what speaks against an "off"', () => {
  it.each([
    ['<input type="checkbox" role="switch" checked>', true, []],
    ['<input type="checkbox" role="switch" checked>', false, ['restored']],
    ['<input type="checkbox" role="switch">', true, []],
    ['<input type="checkbox" role="switch">', false, []],
    ['<div role="switch" aria-checked="false"><input type="checkbox" checked></div>', false, ['restored']],
  ])('is that %s was delivered on (now %s): %j', (html, checked, doubts) => {
    expect(doubtsOf(turned(html, checked), seen)).toEqual(doubts);
  });

  it.each([
    ['<x-switch role="switch" aria-checked="false" checked></x-switch>', ['restored']],
    ['<x-switch role="switch" aria-checked="false" checked="true"></x-switch>', ['restored']],
    ['<x-switch role="switch" aria-checked="false" checked="false"></x-switch>', []],
    ['<x-switch role="switch" aria-checked="false"></x-switch>', []],
    ['<div role="switch" aria-checked="false" checked></div>', []],
    ['<x-host checked><button role="switch" aria-checked="false"></button></x-host>', ['restored']],
    ['<x-host checked="false"><button role="switch" aria-checked="false"></button></x-host>', []],
    [
      '<x-host checked><template shadowrootmode="open"><div role="switch" aria-checked="false"></div></template></x-host>',
      ['restored'],
    ],
  ])('is that an element of the page’s own making was delivered on: %s', (html, doubts) => {
    expect(doubtsOf(elementsOf(html), seen)).toEqual(doubts);
  });

  it.each([
    ['<input type="checkbox">', ['unspoken']],
    ['<input type="checkbox" role="switch">', []],
    ['<input type="checkbox" aria-checked="false">', []],
    ['<input type="checkbox" checked>', []],
    ['<div role="switch" aria-checked="false"><input type="checkbox"></div>', []],
    ['<div role="switch"><input type="checkbox"></div>', ['unspoken']],
  ])('is that nothing but a missing tick says so: %s', (html, doubts) => {
    expect(doubtsOf(elementsOf(html), seen)).toEqual(doubts);
  });

  it('is that the box is hidden, with no label that could stand for it', () => {
    expect(doubtsOf(elementsOf('<input type="checkbox">'), unseen)).toEqual(['hidden']);
    expect(doubtsOf(elementsOf('<label>Name <input type="checkbox"></label>'), unseen)).toEqual(['unspoken']);
  });
});

describe('what speaks against the choice in a list', () => {
  it('is that nobody sees the list, so that what stands in for it may show another', () => {
    const list = '<select><option>On</option><option selected>Off</option></select>';
    expect(doubtsOf(elementsOf(list), unseen)).toEqual(['hidden']);
    expect(doubtsOf(elementsOf(list), seen)).toEqual([]);
  });
});

describe('a control that cannot be used now', () => {
  it.each([
    '<input type="checkbox" disabled>',
    '<fieldset disabled><input type="checkbox"></fieldset>',
    '<input type="checkbox" aria-disabled="true">',
    '<input type="checkbox" aria-busy="true">',
    '<input type="checkbox" aria-readonly="true">',
    '<input type="checkbox" readonly>',
    '<div aria-busy="true"><p><input type="checkbox"></p></div>',
    '<div aria-disabled="true"><input type="checkbox"></div>',
    '<div role="switch" aria-checked="false" tabindex="0"><input type="checkbox" disabled></div>',
    '<div aria-busy="true"><x-host><template shadowrootmode="open"><input type="checkbox"></template></x-host></div>',
    '<input type="checkbox" style="cursor: not-allowed">',
    '<div style="cursor: wait"><input type="checkbox"></div>',
    '<div data-disabled=""><input type="checkbox"></div>',
    '<div data-disabled="true"><input type="checkbox"></div>',
    '<input type="checkbox" class="switch switch--disabled md">',
    '<div class="isDisabled"><input type="checkbox"></div>',
    '<div role="switch" aria-checked="false"></div>',
    '<div role="switch" tabindex="0"><i class="x-loading"></i></div>',
    '<div role="switch" tabindex="0"><i class="Spinner"></i></div>',
    '<button aria-pressed="false"><svg><animate></animate></svg></button>',
    '<button aria-pressed="false"><progress></progress></button>',
  ])('is %s', (html) => {
    expect(isInert(elementsOf(html))).toBe(true);
  });

  it.each([
    '<input type="checkbox">',
    '<input type="checkbox" aria-disabled="false" aria-busy="false" aria-readonly="false">',
    '<div role="switch" aria-checked="false" tabindex="0"></div>',
    '<div role="switch" aria-checked="false" tabindex="-1"></div>',
    '<button role="switch" aria-checked="false"><i class="knob"></i></button>',
    '<div role="switch" aria-checked="false"><input type="checkbox"></div>',
    '<x-switch role="switch" aria-checked="false"></x-switch>',
    '<input type="checkbox" style="cursor: pointer">',
    '<div data-disabled="false"><input type="checkbox"></div>',
    '<input type="checkbox" class="disabled:opacity-50 data-[disabled]:opacity-50">',
    // What is farther out may be named after something else, such as scrolling.
    '<div class="scroll-disabled"><p><input type="checkbox"></p></div>',
  ])('is not %s', (html) => {
    expect(isInert(elementsOf(html))).toBe(false);
  });
});
