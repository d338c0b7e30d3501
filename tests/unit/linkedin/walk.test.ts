import { afterEach, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../../../src/linkedin/limits.ts';
import { isShown, type Walk } from '../../../src/linkedin/walk.ts';
import { parsePage, walkBody, walkMain } from './load-page.ts';

const SWITCH = '<input type="checkbox">';

/** Every way to hide an element and all that is in it. */
const WAYS_TO_HIDE = ['hidden', 'inert', 'style="display: none"'];

afterEach(() => {
  vi.unstubAllGlobals();
});

/** What was found, in order: texts as they are, controls by the name of their element. */
function found({ items }: Walk): string[] {
  return items.map(({ text, element }) => text ?? `<${element.localName}>`);
}

function shadow(content: string, around = 'x-host', mode = 'open', own = ''): string {
  return `<${around}><template shadowrootmode="${mode}">${content}</template>${own}</${around}>`;
}

describe('the main region', () => {
  it.each([
    ['the main element', '<main id="it"></main>'],
    ['what has the role of one', '<div role="main" id="it"></div>'],
    ['the first of several', '<main id="it"></main><main></main>'],
    ['the first that is shown', '<main hidden></main><main id="it"></main>'],
    ['one without a box of its own', '<main style="display: contents" id="it"></main>'],
    ['one in a shadow root', shadow('<main id="it"></main>', 'div')],
    ['one in a closed shadow root', shadow('<main id="it"></main>', 'x-host', 'closed')],
    ['one in a slot', shadow('<slot></slot>', 'x-host', 'open', '<main id="it"></main>')],
  ])('is %s', (_, body) => {
    expect(walkBody(body).region?.id).toBe('it');
  });

  it.each([
    ['there is none', '<div id="main" class="main"></div>'],
    ['it is hidden', '<main hidden></main>'],
    ['what is around it is hidden', '<div style="display: none"><main></main></div>'],
    ['it stands in another part of the page', '<aside><main></main></aside>'],
  ])('is null where %s', (_, body) => {
    expect(walkBody(body).region).toBeNull();
  });
});

describe('what a walk finds', () => {
  it('are the texts and controls of main in the order in which they are shown, and the texts beside it', () => {
    const walk = walkBody(
      `<p>Before</p>${SWITCH}<main><h2>Title</h2><p>Label</p>${SWITCH}<p>After</p></main><p>Below</p>`,
    );
    expect(found(walk)).toEqual(['Before', 'Title', 'Label', '<input>', 'After', 'Below']);
  });

  it('goes on in a second main region, where the first is empty', () => {
    expect(found(walkBody(`<main></main><main><p>Label</p>${SWITCH}</main>`))).toEqual(['Label', '<input>']);
  });

  it.each([
    ['a checkbox', '<input type="checkbox">'],
    ['a radio button', '<input type="radio">'],
    ['a list to choose from', '<select></select>'],
    ['the role of a switch', '<div role="switch"></div>'],
    ['the role of a checkbox', '<div role="checkbox"></div>'],
    ['the role of a checkbox in a menu', '<div role="menuitemcheckbox"></div>'],
    ['the role of a radio button', '<div role="radio"></div>'],
    ['the role of a radio button in a menu', '<div role="menuitemradio"></div>'],
    ['a button that can be pressed', '<button aria-pressed="false"></button>'],
    ['anything that can be pressed', '<div role="button" aria-pressed="false"></div>'],
  ])('includes a control in the shape of %s', (_, html) => {
    expect(walkMain(html).items).toMatchObject([{ element: { localName: /\w+/.exec(html)?.[0] } }]);
  });

  it.each([
    '<input>',
    '<input type="submit">',
    '<button>On</button>',
    '<div class="switch on"></div>',
    '<a href="/">On</a>',
  ])('includes no control in %s', (html) => {
    expect(walkMain(html).items.filter(({ text }) => text === undefined)).toEqual([]);
  });

  it.each([
    ['a heading', '<h3><b>Text</b></h3>', 'heading'],
    ['what has the role of a heading', '<div role="heading">Text</div>', 'heading'],
    ['a link', '<a href="/"><b>Text</b></a>', 'link'],
    ['a button', '<button>Text</button>', 'button'],
    ['anything else', '<p>Text</p>', 'text'],
  ])('marks a text as part of %s', (_, html, as) => {
    expect(walkMain(html).items).toMatchObject([{ text: 'Text', as }]);
  });

  it('is one line of text, without white space and invisible characters, and never too long', () => {
    expect(found(walkMain(`<p>  Use\n my\u200b data </p> \n <p>\u200b</p><p>${'x'.repeat(500)}</p>`))).toEqual([
      'Use my data',
      'x'.repeat(LIMITS.text),
    ]);
  });

  it.each(['script', 'style', 'noscript', 'svg', 'math', 'code', 'textarea', 'template'])(
    'has no text from <%s>',
    (name) => {
      expect(found(walkMain(`<p>Label</p><${name}>other words</${name}>`))).toEqual(['Label']);
    },
  );

  it('has the words of pictures', () => {
    expect(found(walkMain('<p>Label</p><img alt="On"><img alt=" ">'))).toEqual(['Label', 'On']);
  });

  it('has what stands beside main, as notices, but for the navigation and the like', () => {
    const beside =
      '<p role="status">Saved</p><div><b>Sent</b></div><nav>Home</nav><aside>News</aside><footer>Help</footer>';
    const { items } = walkBody(`<header>Search</header><main><p role="status">Inside</p></main>${beside}`);
    expect(items.map(({ text, as }) => [text, as])).toEqual([
      ['Inside', 'text'],
      ['Saved', 'notice'],
      ['Sent', 'notice'],
    ]);
  });

  it('has no text from the options of a list to choose from', () => {
    expect(found(walkMain('<select><option>Everybody</option></select>'))).toEqual(['<select>']);
  });

  it('names the control in which something stands: the outermost', () => {
    const { items } = walkMain(`<p>Label</p><div role="switch"><i>On</i><p>${SWITCH}<b>deep</b></p></div><p>After</p>`);
    expect(items.map(({ inside }) => inside)).toEqual([-1, -1, 1, 1, 1, -1]);
  });
});

describe('what is hidden', () => {
  it.each(WAYS_TO_HIDE)('by %s, itself or with what is around it, is not found', (way) => {
    expect(found(walkMain(`<input type="checkbox" ${way}><p ${way}>Text</p>`))).toEqual([]);
    expect(found(walkMain(`<div ${way}><p>Text ${SWITCH}</p></div>`))).toEqual([]);
    expect(found(walkMain(`<div ${way}>${shadow(`Text ${SWITCH}`)}</div>`))).toEqual([]);
  });

  it.each(['style="visibility: hidden"', 'style="opacity: 0"'])('by %s has no texts', (way) => {
    expect(found(walkMain(`<p ${way}>Text</p><div ${way}><p>Text</p></div><p>Label</p>`))).toEqual(['Label']);
  });

  it('as an element may show its inner parts again', () => {
    expect(
      found(walkMain('<div style="visibility: hidden">no <p style="visibility: visible">Label</p></div>')),
    ).toEqual(['Label']);
  });

  it('from screen readers has its texts, since they are drawn, and no controls', () => {
    expect(found(walkMain(`<div aria-hidden="true"><i>Off</i>${SWITCH}</div>`))).toEqual(['Off']);
    expect(found(walkMain(`<div aria-hidden="false">${SWITCH}</div>`))).toEqual(['<input>']);
  });

  it('is not what only has no box of its own', () => {
    expect(found(walkMain(`<div style="display: contents"><p>Label</p>${SWITCH}</div>`))).toEqual(['Label', '<input>']);
    expect(found(walkMain(`<div hidden><div style="display: contents"><p>Label</p>${SWITCH}</div></div>`))).toEqual([]);
  });
});

describe('whether an element shows what is in it', () => {
  it.each([
    ['<p id="it"></p>', true],
    ['<p id="it" style="display: contents"></p>', true],
    ['<p id="it" hidden></p>', false],
    ['<p id="it" style="opacity: 0"></p>', false],
    ['<p id="it" style="visibility: hidden"></p>', false],
    ['<div style="opacity: 0"><p id="it"></p></div>', false],
    ['<div style="opacity: 0"><p id="it" style="display: contents"></p></div>', false],
    ['<div hidden><p id="it" style="display: contents"></p></div>', false],
  ])('is told for %s: %s', (html, expected) => {
    expect(isShown(parsePage(html).querySelector('#it') as Element)).toBe(expected);
  });
});

describe('parts about something else', () => {
  it.each(['nav', 'footer', 'aside', 'div role="navigation"', 'div role="contentinfo"', 'div role="complementary"'])(
    'are left out of main: <%s>',
    (tag) => {
      expect(found(walkMain(`<p>Label</p><${tag}>Text ${SWITCH}</${tag.split(' ')[0]}>`))).toEqual(['Label']);
    },
  );

  it('are not headers and sections inside main', () => {
    expect(found(walkMain(`<header>Title</header><section>${SWITCH}</section>`))).toEqual(['Title', '<input>']);
  });

  it.each(['<dialog open>', '<div role="dialog">', '<div role="alertdialog">', '<div popover style="display: block">'])(
    'are marked as such in %s, inside main and outside of it',
    (tag) => {
      const end = tag.startsWith('<dialog') ? '</dialog>' : '</div>';
      expect(walkMain(`${SWITCH}${tag}${SWITCH}${end}`).items.map(({ apart }) => apart === true)).toEqual([
        false,
        true,
      ]);
      expect(walkBody(`<main></main>${tag}Text ${SWITCH}${end}`).items.map(({ apart }) => apart)).toEqual([true, true]);
    },
  );

  it('are not found in a dialog that is closed', () => {
    expect(found(walkMain(`<dialog>${SWITCH}</dialog>`))).toEqual([]);
  });
});

describe('shadow roots', () => {
  it.each([
    ['of an element of the page’s own making', shadow(`<p>Label</p>${SWITCH}`)],
    ['of a plain element', shadow(`<p>Label</p>${SWITCH}`, 'div')],
    ['that are closed, where the browser opens them', shadow(`<p>Label</p>${SWITCH}`, 'x-host', 'closed')],
    ['that are closed, of a plain element', shadow(`<p>Label</p>${SWITCH}`, 'div', 'closed')],
    ['in a shadow root', shadow(shadow(`<p>Label</p>${SWITCH}`))],
  ])('%s are walked through', (_, html) => {
    expect(found(walkMain(html))).toEqual(['Label', '<input>']);
  });

  it('come where their host stands', () => {
    expect(found(walkMain(`<p>Before</p>${shadow('Inside')}<p>After</p>`))).toEqual(['Before', 'Inside', 'After']);
  });

  it('show in a slot what is put there, and nothing else of their host’s own', () => {
    expect(found(walkMain(shadow('<b>Root</b><slot></slot>', 'x-host', 'open', `<p>Own</p>${SWITCH}`)))).toEqual([
      'Root',
      'Own',
      '<input>',
    ]);
    expect(found(walkMain(shadow('<b>Root</b>', 'x-host', 'open', '<p>Own</p>')))).toEqual(['Root']);
    expect(found(walkMain(shadow('<slot>Instead</slot>')))).toEqual(['Instead']);
  });
});

describe('how far apart two things are', () => {
  it('is told by the depth of the smallest part that holds both', () => {
    const { items } = walkMain('<section><div><p>a</p><p>b</p></div><p>c</p></section>d');
    const [, b = 0, c = 0, d = 0] = items.map(({ up }) => up);
    expect(items.map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd']);
    expect(b).toBeGreaterThan(c);
    expect(c).toBeGreaterThan(d);
  });

  it('does not depend on how deep each of the two lies in it', () => {
    const [, deep] = walkMain('<p>a</p><div><div><p>b</p></div></div>').items;
    const [, flat] = walkMain('<p>a</p><p>b</p>').items;
    expect(deep?.up).toBe(flat?.up);
  });
});

describe('what an element holds', () => {
  it('is told for labels, links and whatever has an id', () => {
    const { items, ranges } = walkMain(
      '<p id="a">one<b>two</b></p><label>three</label><a href="/">four</a><p>five</p>',
    );
    const texts = [...ranges].map(([{ localName }, [from, to]]) => [
      localName,
      items.slice(from, to).map(({ text }) => text),
    ]);
    expect(texts).toEqual([
      ['p', ['one', 'two']],
      ['label', ['three']],
      ['a', ['four']],
    ]);
  });
});

describe('a page that is loading', () => {
  it.each([
    '<progress></progress>',
    '<div role="progressbar"></div>',
    '<div aria-busy="true"></div>',
    '<div class="spinner"></div>',
    '<div class="content is-loading"></div>',
    '<div class="loader__inner"></div>',
    '<div class="Skeleton"></div>',
    '<p class="shimmer-line"></p>',
    '<p role="alert">It could not be loaded</p>',
  ])('says so by %s', (html) => {
    expect(walkMain(html).loading).toBe(true);
  });

  it.each([
    '<div class="uploading"></div>',
    '<p role="alert"> </p>',
    '<div class="loaded"></div>',
    '<div aria-busy="false"></div>',
    '<p>Loading</p>',
    '<div class="spinner" hidden></div>',
    '<div class="spinner" style="opacity: 0"></div>',
    '<div class="spinner" style="visibility: hidden"></div>',
    '<nav><progress></progress></nav>',
  ])('is not assumed because of %s', (html) => {
    expect(walkMain(html).loading).toBe(false);
  });

  it('is told by a bar, a mark or an alert beside main too, but by no name there', () => {
    expect(walkBody('<progress></progress><main></main>').loading).toBe(true);
    expect(walkBody('<main></main><div role="alert">Something went wrong.</div>').loading).toBe(true);
    expect(walkBody('<main></main><div role="alert"></div>').loading).toBe(false);
    expect(walkBody('<main></main><div class="spinner"></div>').loading).toBe(false);
  });
});

describe('a page in machine translation', () => {
  it.each(['translated-ltr', 'translated-rtl', 'theme translated-ltr'])('is known by the class "%s"', (name) => {
    expect(walkBody('<main></main>', `lang="de" class="${name}"`).translated).toBe(true);
  });

  it('is known by the elements that it puts texts into', () => {
    expect(walkMain('<p><font><font>Label</font></font></p>').translated).toBe(true);
  });

  it.each([
    '<p><font>Label</font></p>',
    '<p class="translated-ltr">Label</p>',
    '<p lang="de"><font><font>x</font></font></p>',
  ])('is not assumed because of %s', (html) => {
    expect(walkMain(html).translated).toBe(false);
  });
});

describe('texts in another language than the page’s', () => {
  it('are not read, and controls there are', () => {
    expect(found(walkMain(`<div lang="fr">Texte ${SWITCH}</div><p lang="en-GB">Label</p>`))).toEqual([
      '<input>',
      'Label',
    ]);
  });

  it('are those of every language but the page’s, where it names none', () => {
    expect(found(walkMain('<p lang="en">English</p><p>Label</p>', ''))).toEqual(['Label']);
  });
});

describe('a frame', () => {
  it.each([
    ['in main', '<main><iframe></iframe></main>', true],
    ['hidden in main', '<main><iframe hidden></iframe></main>', false],
    ['outside of main', '<iframe></iframe><main></main>', false],
  ])('%s is noted: %s', (_, body, hasFrame) => {
    expect(walkBody(body).hasFrame).toBe(hasFrame);
  });
});
