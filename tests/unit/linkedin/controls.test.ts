import { afterEach, describe, expect, it, vi } from 'vitest';
import { type FoundControl, findControls, mainRegion } from '../../../src/linkedin/controls.ts';
import { LIMITS } from '../../../src/linkedin/reading.ts';
import type { ShadowRootOf } from '../../../src/linkedin/tree.ts';
import { parsePage } from './load-page.ts';

const SWITCH = '<input type="checkbox">';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The controls of a page with this in main. */
function controlsIn(main: string, shadowRootOf?: ShadowRootOf): FoundControl[] {
  return controlsOf(parsePage(`<body><main>${main}</main></body>`), shadowRootOf);
}

function controlsOf(document: Document, shadowRootOf?: ShadowRootOf): FoundControl[] {
  return findControls(mainRegion(document) as Element, shadowRootOf);
}

/** The one control of a page with this in main. */
function controlIn(main: string): FoundControl {
  const controls = controlsIn(main);
  expect(controls).toHaveLength(1);
  return controls[0] as FoundControl;
}

/** A custom element with this in its shadow root. */
function shadow(content: string, mode = 'open'): string {
  return `<x-host><template shadowrootmode="${mode}">${content}</template></x-host>`;
}

function repeat(count: number, html: string): string {
  return html.repeat(count);
}

describe('the main region', () => {
  it.each([
    ['the main element', '<main id="it"></main>'],
    ['what has the role of one', '<div role="main" id="it"></div>'],
    ['the first of several', '<main id="it"></main><main></main>'],
    ['the first that is shown', '<main hidden></main><main id="it"></main>'],
    [
      'what has the role, where the element is hidden',
      '<main style="display: none"></main><p role="main" id="it"></p>',
    ],
    ['the element before the role', '<div role="main"></div><main id="it"></main>'],
    ['the outer one of two', '<main id="it"><main></main></main>'],
  ])('is %s', (_, body) => {
    expect(mainRegion(parsePage(body))?.id).toBe('it');
  });

  it.each([
    ['there is none', '<div id="main" class="main"></div>'],
    ['it is hidden', '<main hidden></main>'],
    ['what is around it is hidden', '<div aria-hidden="true"><main></main></div>'],
    ['all are hidden', '<main hidden></main><div role="main" inert></div>'],
  ])('is null where %s', (_, body) => {
    expect(mainRegion(parsePage(body))).toBeNull();
  });
});

describe('a control', () => {
  it.each([
    ['<input type="checkbox">', 'input', 'off'],
    ['<input type="checkbox" checked>', 'input', 'on'],
    ['<input type="checkbox" role="switch" checked>', 'input[switch]', 'on'],
    ['<input type="checkbox" aria-checked="true" checked>', 'input', 'on'],
    ['<div role="switch" aria-checked="true"></div>', 'div[switch]', 'on'],
    ['<div role="switch" aria-checked="false"></div>', 'div[switch]', 'off'],
    ['<button role="switch" aria-checked="true"></button>', 'button[switch]', 'on'],
    ['<span role="checkbox" aria-checked="false"></span>', 'span[checkbox]', 'off'],
    ['<button aria-pressed="true"></button>', 'button', 'on'],
    ['<button aria-pressed="false"></button>', 'button', 'off'],
    ['<x-switch role="switch" aria-checked="true"></x-switch>', 'x-switch[switch]', 'on'],
  ])('is found as %s', (html, markup, state) => {
    expect(controlIn(html)).toMatchObject({ markup, state });
  });

  it.each([
    '<input>',
    '<input type="radio" checked>',
    '<input type="submit" aria-checked="true">',
    '<button>On</button>',
    '<button aria-checked="true">On</button>',
    '<div aria-pressed="true"></div>',
    '<div aria-checked="true"></div>',
    '<div role="button" aria-pressed="true"></div>',
    '<div role="radio" aria-checked="true"></div>',
    '<div class="switch toggled"></div>',
  ])('is not %s', (html) => {
    expect(controlsIn(html)).toEqual([]);
  });

  it('comes in the order of the page, whatever its markup', () => {
    const controls = controlsIn(
      '<button aria-pressed="true"></button><i role="switch"></i><p><b role="checkbox"></b></p><input type="checkbox">',
    );
    expect(controls.map(({ markup }) => markup)).toEqual(['button', 'i[switch]', 'b[checkbox]', 'input']);
  });

  it('is told of in no more than 120 characters', () => {
    const { markup } = controlIn(`<x-${'long'.repeat(50)} role="switch"></x-${'long'.repeat(50)}>`);
    expect(markup).toHaveLength(LIMITS.markup);
  });

  it.each([
    [2, 2],
    [6, 6],
    [7, 7],
    [8, 7],
    [100, 7],
  ])('of %i, at most one more than the limit is told of: %i', (count, told) => {
    expect(controlsIn(repeat(count, SWITCH))).toHaveLength(told);
  });

  it.each([
    [499, 1],
    [500, 0],
  ])('is looked for among 500 buttons: behind %i, %i is found', (count, found) => {
    expect(controlsIn(`${repeat(count, '<button></button>')}<button aria-pressed="true"></button>`)).toHaveLength(
      found,
    );
  });
});

describe('nested controls', () => {
  it.each([
    [
      '<div role="switch" aria-checked="true"><input type="checkbox" role="switch" checked></div>',
      'div[switch] > input[switch]',
    ],
    ['<button role="switch" aria-checked="true"><input type="checkbox" checked></button>', 'button[switch] > input'],
    [
      '<i role="switch" aria-checked="true"><b role="checkbox" aria-checked="true"><input type="checkbox" checked></b></i>',
      'i[switch] > b[checkbox] > input',
    ],
    [
      '<x-host role="switch" aria-checked="true"><template shadowrootmode="open"><input type="checkbox" checked></template></x-host>',
      'x-host[switch] > input',
    ],
  ])('%s are one', (html, markup) => {
    expect(controlIn(html)).toMatchObject({ markup, state: 'on' });
  });

  it('are one though the inner one is hidden', () => {
    expect(
      controlIn('<div role="switch" aria-checked="true"><input type="checkbox" style="display: none"></div>'),
    ).toMatchObject({ markup: 'div[switch] > input', state: 'mixed' });
  });

  it('are made of their elements, outermost first', () => {
    const { elements } = controlIn('<div role="switch"><p><input type="checkbox"></p></div>');
    expect(elements.map(({ localName }) => localName)).toEqual(['div', 'input']);
  });

  it('beside another control are two', () => {
    expect(controlsIn(`${SWITCH}<div role="switch"><input type="checkbox"></div>`).map(({ markup }) => markup)).toEqual(
      ['input', 'div[switch] > input'],
    );
  });
});

describe('the state', () => {
  it.each([
    ['off', '<input type="checkbox" aria-checked="false">'],
    ['mixed', '<input type="checkbox" aria-checked="true">'],
    ['mixed', '<input type="checkbox" checked aria-checked="false">'],
    ['mixed', '<input type="checkbox" checked aria-pressed="false">'],
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
    expect(controlIn(html).state).toBe(state);
  });

  it.each([
    [true, 'on'],
    [false, 'off'],
  ])('of a checkbox is what it is now (%s), not what the markup says', (checked, state) => {
    const document = parsePage(`<main><input type="checkbox" ${checked ? '' : 'checked'}></main>`);
    (document.querySelector('input') as HTMLInputElement).checked = checked;
    expect(controlsOf(document)[0]?.state).toBe(state);
  });

  it('of a checkbox that is neither is mixed', () => {
    const document = parsePage(`<main><input type="checkbox" checked></main>`);
    (document.querySelector('input') as HTMLInputElement).indeterminate = true;
    expect(controlsOf(document)[0]?.state).toBe('mixed');
  });
});

describe('inert', () => {
  it.each([
    '<input type="checkbox" disabled>',
    '<fieldset disabled><input type="checkbox"></fieldset>',
    '<input type="checkbox" aria-disabled="true">',
    '<input type="checkbox" aria-busy="true">',
    '<div aria-busy="true"><p><input type="checkbox"></p></div>',
    '<div aria-disabled="true"><input type="checkbox"></div>',
    '<div role="switch" aria-checked="false"><input type="checkbox" disabled></div>',
    `<div aria-busy="true">${shadow(SWITCH)}</div>`,
  ])('is %s', (html) => {
    expect(controlIn(html).inert).toBe(true);
  });

  it.each(['', 'aria-disabled="false"', 'aria-busy="false"', 'readonly', 'aria-readonly="true"'])(
    'is no checkbox with "%s"',
    (attributes) => {
      expect(controlIn(`<input type="checkbox" ${attributes}>`).inert).toBe(false);
    },
  );
});

describe('restored', () => {
  it.each([
    ['on', true, true, false],
    ['on', true, false, true],
    ['off', false, true, false],
    ['off', false, false, false],
  ])('of a checkbox delivered %s, now checked (%s -> %s): %s', (_, delivered, now, restored) => {
    const document = parsePage(`<main><input type="checkbox" ${delivered ? 'checked' : ''}></main>`);
    (document.querySelector('input') as HTMLInputElement).checked = now;
    expect(controlsOf(document)[0]?.restored).toBe(restored);
  });

  it('is also what is restored in the inner part of a control', () => {
    const document = parsePage(
      '<main><div role="switch" aria-checked="false"><input type="checkbox" checked></div></main>',
    );
    (document.querySelector('input') as HTMLInputElement).checked = false;
    expect(controlsOf(document)[0]).toMatchObject({ state: 'off', restored: true });
  });

  it('is nothing that is no checkbox', () => {
    expect(controlIn('<div role="switch" aria-checked="false" checked></div>').restored).toBe(false);
  });
});

describe('a control that stands apart', () => {
  it.each([
    '<nav>',
    '<footer>',
    '<aside>',
    '<dialog open>',
    '<div role="navigation">',
    '<div role="contentinfo">',
    '<div role="complementary">',
    '<div role="dialog">',
    '<div role="alertdialog">',
  ])('in %s inside main is none', (tag) => {
    expect(controlsIn(`${tag}<p>${SWITCH}</p>`)).toEqual([]);
    expect(controlsIn(`${tag}<p>${shadow(SWITCH)}</p>`)).toEqual([]);
  });

  it('is not one because main itself stands in a dialog', () => {
    expect(controlsOf(parsePage(`<div role="dialog"><main>${SWITCH}</main></div>`))).toHaveLength(1);
  });

  it.each(['<header>', '<section>', '<form>', '<div role="region">', '<div role="group">', '<div class="dialog">'])(
    'is not one in %s',
    (tag) => {
      expect(controlsIn(`${tag}${SWITCH}`)).toHaveLength(1);
    },
  );
});

describe('a control that is hidden', () => {
  const WAYS = [
    'aria-hidden="true"',
    'aria-hidden="TRUE"',
    'inert',
    'hidden',
    'style="display: none"',
    'style="visibility: hidden"',
  ];

  it.each(WAYS)('by %s, itself or with what is around it, is none', (way) => {
    expect(controlsIn(`<input type="checkbox" ${way}>`)).toEqual([]);
    expect(controlsIn(`<div role="switch" ${way}></div>`)).toEqual([]);
    expect(controlsIn(`<div ${way}><p>${SWITCH}</p></div>`)).toEqual([]);
    expect(controlsIn(`<div ${way}>${shadow(SWITCH)}</div>`)).toEqual([]);
  });

  it.each(['aria-hidden="false"', 'style="opacity: 0"', 'class="hidden"'])('is not one with %s', (attribute) => {
    expect(controlsIn(`<input type="checkbox" ${attribute}>`)).toHaveLength(1);
  });

  it.each([
    [
      'a label for it',
      '<input type="checkbox" id="it" style="display: none"><label for="it">Use my data to train AI models</label>',
    ],
    [
      'a label around it',
      '<label>Use my data to train AI models <input type="checkbox" style="display: none"></label>',
    ],
    [
      'one of its labels',
      '<input type="checkbox" id="it" style="display: none"><label for="it" hidden>No</label><label for="it">Use my data to train AI models</label>',
    ],
  ])('counts where %s is shown', (_, html) => {
    expect(controlsIn(html)).toHaveLength(1);
  });

  it.each([
    [
      'its label is hidden too',
      '<input type="checkbox" id="it" style="display: none"><label for="it" hidden>Use my data to train AI models</label>',
    ],
    [
      'it is hidden from assistive technology',
      '<input type="checkbox" id="it" aria-hidden="true"><label for="it">Use my data to train AI models</label>',
    ],
    [
      'it is no checkbox',
      '<button role="switch" id="it" style="display: none"></button><label for="it">Use my data to train AI models</label>',
    ],
    [
      'only another one is labelled',
      '<input type="checkbox" id="it" style="display: none"><label for="other">Use my data to train AI models</label>',
    ],
  ])('is none where %s', (_, html) => {
    expect(controlsIn(html)).toEqual([]);
  });
});

describe('shadow roots', () => {
  it.each([
    ['one', shadow(SWITCH)],
    ['one within another', shadow(`<p>${shadow(SWITCH)}</p>`)],
  ])('are searched: %s', (_, html) => {
    expect(controlIn(html)).toMatchObject({ markup: 'input', state: 'off' });
  });

  it('follow what is outside of any', () => {
    expect(controlsIn(`${shadow(SWITCH)}<i role="switch"></i>`).map(({ markup }) => markup)).toEqual([
      'i[switch]',
      'input',
    ]);
  });

  it('that are closed stay unseen, but for whoever can open them', () => {
    const document = parsePage('<main><x-host></x-host></main>');
    const root = document.querySelector('x-host')?.attachShadow({ mode: 'closed' }) as ShadowRoot;
    root.innerHTML = SWITCH;
    expect(controlsOf(document)).toEqual([]);
    expect(controlsOf(document, (element) => (element === root.host ? root : null))).toHaveLength(1);
  });

  it('are asked for of custom elements alone', () => {
    const asked: string[] = [];
    controlsIn(`<div><x-one></x-one></div><p>text</p><svg><font-face></font-face></svg><x-two></x-two>`, (element) => {
      asked.push(element.localName);
      return null;
    });
    expect(asked).toEqual(['x-one', 'x-two']);
  });

  it.each([
    [1499, 1],
    [1500, 0],
  ])('are looked for among the first 1500 elements: behind %i, %i is found', (count, found) => {
    expect(controlsIn(repeat(count, '<i></i>') + shadow(SWITCH))).toHaveLength(found);
  });
});

describe('the texts that name a control', () => {
  it.each([
    [
      'aria-labelledby',
      '<p id="a">Use my data to train AI models</p><p>Other</p><input type="checkbox" aria-labelledby="a">',
      ['Use my data to train AI models'],
    ],
    [
      'aria-labelledby with several, in its order',
      '<p id="a">More</p><p id="b">Use my data to train AI models</p><input type="checkbox" aria-labelledby=" b  a ">',
      ['Use my data to train AI models', 'More'],
    ],
    [
      'aria-labelledby, as far as it leads anywhere',
      '<p id="a">Use my data to train AI models</p><input type="checkbox" aria-labelledby="gone a">',
      ['Use my data to train AI models'],
    ],
    [
      'a label for it',
      '<p>Other</p><label for="it">Use my data to train AI models</label><input type="checkbox" id="it">',
      ['Use my data to train AI models'],
    ],
    [
      'a label around it',
      '<p>Other</p><label>Use my data to train AI models <input type="checkbox"></label>',
      ['Use my data to train AI models'],
    ],
    [
      'a label for a button',
      '<p>Other</p><label for="it">Use my data to train AI models</label><button role="switch" id="it"></button>',
      ['Use my data to train AI models'],
    ],
    [
      'aria-labelledby rather than a label',
      '<p id="a">Use my data to train AI models</p><label for="it">On</label><input type="checkbox" id="it" aria-labelledby="a">',
      ['Use my data to train AI models'],
    ],
    [
      'a label where aria-labelledby leads nowhere',
      '<label for="it">Use my data to train AI models</label><input type="checkbox" id="it" aria-labelledby="gone">',
      ['Use my data to train AI models'],
    ],
    [
      'what is tied to the inner one of nested controls',
      '<p id="a">Use my data to train AI models</p><p>Other</p><div role="switch"><input type="checkbox" aria-labelledby="a"></div>',
      ['Use my data to train AI models'],
    ],
    [
      'what is tied, not the ARIA label',
      '<p id="a">Use my data to train AI models</p><input type="checkbox" aria-labelledby="a" aria-label="Toggle">',
      ['Use my data to train AI models'],
    ],
    [
      'the words beside it',
      '<div><p>Use my data to train AI models</p><input type="checkbox"></div><p>Other</p>',
      ['Use my data to train AI models'],
    ],
    [
      'the words around it',
      '<p>Use my data to train AI models</p><div><div><input type="checkbox"></div></div>',
      ['Use my data to train AI models'],
    ],
    [
      'the words on both sides',
      '<p>Use my data to train AI models</p><input type="checkbox"><p>More</p>',
      ['Use my data to train AI models', 'More'],
    ],
    [
      'the words around it where what is tied has none',
      '<p id="a"></p><div>Use my data to train AI models <input type="checkbox" aria-labelledby="a"></div>',
      ['Use my data to train AI models'],
    ],
    [
      'the ARIA label after them',
      '<p>Use my data to train AI models</p><input type="checkbox" aria-label="Toggle">',
      ['Use my data to train AI models', 'Toggle'],
    ],
    [
      'the ARIA label alone',
      '<input type="checkbox" aria-label=" Use my  data to train AI models ">',
      ['Use my data to train AI models'],
    ],
    ['no empty ARIA label', '<input type="checkbox" aria-label=" ">', []],
    [
      'the ARIA labels of nested controls',
      '<div role="switch" aria-label="Outer"><input type="checkbox" aria-label="Inner"></div>',
      ['Outer', 'Inner'],
    ],
    [
      'its own words first, where they are more than a state',
      '<p>More</p><div role="switch">May LinkedIn train AI with my data?</div>',
      ['May LinkedIn train AI with my data?', 'More'],
    ],
    [
      'each text once',
      '<p>Use my data to train AI models</p><p>Use my data to train AI models</p><input type="checkbox" aria-label="Use my data to train AI models">',
      ['Use my data to train AI models'],
    ],
    [
      'nothing of the white space between',
      ' <p> </p> \n <p>Use my data to train AI models</p> \n <input type="checkbox"> ',
      ['Use my data to train AI models'],
    ],
    [
      'words that stand directly in a shadow root',
      shadow(`Use my data to train AI models ${SWITCH}`),
      ['Use my data to train AI models'],
    ],
    ['nothing where there is nothing', '<div><input type="checkbox"></div>', []],
  ])('are %s', (_, html, texts) => {
    expect(controlIn(html).texts).toEqual(texts);
  });

  it('are not looked for outside of main', () => {
    const document = parsePage(`<body><p>Outside</p><main>${SWITCH}</main></body>`);
    expect(controlsOf(document)[0]?.texts).toEqual([]);
  });

  it('are looked for in all of main', () => {
    const document = parsePage(
      `<body><p>Outside</p><main><p>Use my data to train AI models</p>${SWITCH}</main></body>`,
    );
    expect(controlsOf(document)[0]?.texts).toEqual(['Use my data to train AI models']);
  });

  it.each(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])('are words of a heading (%s) only where there are no others', (tag) => {
    const heading = `<${tag}><span>Data for generative AI improvement</span></${tag}>`;
    expect(controlIn(heading + SWITCH).texts).toEqual(['Data for generative AI improvement']);
    expect(controlIn(`${heading}<p>Use my data to train AI models</p>${SWITCH}`).texts).toEqual([
      'Use my data to train AI models',
    ]);
  });

  it.each([
    'script',
    'style',
    'noscript',
    'svg',
    'code',
    'textarea',
    'a',
    'button',
    'b role="switch" hidden',
    'b role="checkbox" hidden',
    'button aria-pressed="true" hidden',
  ])('are no words in <%s>', (tag) => {
    const [name] = tag.split(' ');
    expect(controlIn(`<p>Use my data to train AI models</p><${tag}>other words</${name}>${SWITCH}`).texts).toEqual([
      'Use my data to train AI models',
    ]);
  });

  it('are no words of a choice', () => {
    expect(
      controlIn(`<p>Use my data to train AI models</p><select><option>other words</option></select>${SWITCH}`).texts,
    ).toEqual(['Use my data to train AI models']);
  });

  it.each([
    ['with a word in bold', '<p>Use my data to <b>train</b> AI models</p>', ['Use my data to train AI models']],
    ['with a line break', '<p>Use my data<br> to train AI models</p>', ['Use my data to train AI models']],
    [
      'with every inline element',
      '<p>a<i>b</i><em>c</em><u>d</u><small>e</small><mark>f</mark><wbr><bdi>g</bdi><sub>h</sub><sup>i</sup></p>',
      ['abcdefghi'],
    ],
    [
      'with other elements',
      '<div>Use my data to train AI models <span>now</span></div>',
      ['Use my data to train AI models', 'now'],
    ],
    [
      'with blocks',
      '<div>Use my data to train AI models<p>More</p> and more</div>',
      ['Use my data to train AI models', 'More', 'and more'],
    ],
    ['around the control', 'Use my data to train <b>AI models</b>', ['Use my data to train', 'AI models']],
  ])('are, of a paragraph %s, one each', (_, html, texts) => {
    expect(controlIn(html + SWITCH).texts).toEqual(texts);
  });

  it('are at most six', () => {
    expect(
      controlIn(repeat(5, '<p></p>') + [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `<p>${n}</p>`).join('') + SWITCH).texts,
    ).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(
      controlIn(`${[1, 2, 3, 4, 5, 6].map((n) => `<p>${n}</p>`).join('')}<input type="checkbox" aria-label="7">`).texts,
    ).toHaveLength(LIMITS.texts);
  });

  it.each([
    ['begins with a word in bold', '<p><b>Use</b> my data to train</p>', 'Use my data to train'],
    ['ends with one', '<p>Use my data to <em>train</em></p>', 'Use my data to train'],
    ['has bold in bold', '<p>Use <b>my <i>data</i></b> to train</p>', 'Use my data to train'],
  ])('are one where a paragraph %s', (_, html, text) => {
    expect(controlIn(`${html}${SWITCH}`).texts).toEqual([text]);
  });

  it('hold a short label that only stands beside the switch, in a language of few characters too', () => {
    const html = '<p>其他</p><div><span>将我的数据用于训练 AI 模型</span><input type="checkbox"></div>';
    expect(controlIn(html).texts).toEqual(['将我的数据用于训练 AI 模型']);
  });

  it('are at most 200 characters long', () => {
    expect(controlIn(`<p>${'x'.repeat(300)}</p>${SWITCH}`).texts).toEqual(['x'.repeat(200)]);
    expect(controlIn(`<input type="checkbox" aria-label="${'x'.repeat(300)}">`).texts).toEqual(['x'.repeat(200)]);
  });

  it.each([
    [298, ['Use my data to train AI models']],
    [300, []],
  ])('are looked for among the first 300 nodes: behind %i elements', (count, texts) => {
    expect(controlIn(`${repeat(count, '<i></i>')}Use my data to train AI models${SWITCH}`).texts).toEqual(texts);
  });

  it('are found from within a shadow root, first inside and then outside', () => {
    expect(controlIn(`<p>Outside</p>${shadow(`<p>Use my data to train AI models</p>${SWITCH}`)}`).texts).toEqual([
      'Use my data to train AI models',
    ]);
    expect(controlIn(`<p>Use my data to train AI models</p>${shadow(SWITCH)}`).texts).toEqual([
      'Use my data to train AI models',
    ]);
  });

  it('are found by ids of the same root', () => {
    const within = shadow(
      '<p>Other</p><div><p id="a">Use my data to train AI models</p></div><input type="checkbox" aria-labelledby="a">',
    );
    expect(controlIn(`<p id="a">Outside</p>${within}`).texts).toEqual(['Use my data to train AI models']);
  });
});

describe('the state word', () => {
  it.each([
    ['its own', '<button role="switch" aria-checked="true">On</button>', 'On'],
    ['its own rather than that beside it', '<div><button role="switch">On</button><i>Off</i></div>', 'On'],
    ['in its own elements', '<div role="switch"><span> On </span></div>', 'On'],
    ['beside it', '<p>Use my data to train AI models</p><div><span>On</span><input type="checkbox"></div>', 'On'],
    ['of several words', '<div><i>Turned</i> <b>on</b> <input type="checkbox"></div>', 'Turned on'],
    ['after invisible characters', '<div>\u200bOn<input type="checkbox"></div>', 'On'],
    ['of 12 characters', `<div>${'x'.repeat(12)}<input type="checkbox"></div>`, 'x'.repeat(12)],
    ['none of 13 characters', `<div>${'x'.repeat(13)}<input type="checkbox"></div>`, ''],
    ['none where it names the control', '<label>On <input type="checkbox"></label>', ''],
    [
      'none where something else names it',
      '<div><b id="a">On</b><input type="checkbox" aria-labelledby="a"></div>',
      '',
    ],
    [
      'beside what names it',
      '<div><b id="a">Use my data to train AI models</b><i>On</i><input type="checkbox" aria-labelledby="a"></div>',
      'On',
    ],
    ['not from further away', '<div>On<div><input type="checkbox"></div></div>', ''],
    ['beside it in a shadow root', `<p>Use my data to train AI models</p>${shadow(`<i>On</i>${SWITCH}`)}`, 'On'],
  ])('is %s', (_, html, word) => {
    expect(controlIn(html).stateWord).toBe(word);
  });

  it('is none of the texts that name the control', () => {
    expect(
      controlIn('<p>Use my data to train AI models</p><div><span>On</span><input type="checkbox"></div>').texts,
    ).toEqual(['Use my data to train AI models']);
    expect(
      controlIn('<p>Use my data to train AI models</p><button role="switch" aria-label="On">On</button>').texts,
    ).toEqual(['Use my data to train AI models']);
  });

  it.each([
    [299, 'On'],
    [400, ''],
  ])('is looked for among the first 300 texts: behind %i', (count, word) => {
    expect(controlIn(`<div role="switch">${repeat(count, '<i> </i>')}On</div>`).stateWord).toBe(word);
  });
});
