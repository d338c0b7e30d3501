import { afterEach, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../../../src/linkedin/limits.ts';
import { type Look, lookAt, UNREADABLE } from '../../../src/linkedin/snapshot.ts';
import { anyShadowRootOf, parsePage } from './load-page.ts';

const SWITCH = '<input type="checkbox" role="switch" aria-checked="false">';
const ROW = '<a href="/mypreferences/d/settings/language"><b>Language</b> <i>English</i></a>';
const HOME = '<a href="https://www.linkedin.com/">home</a>';

afterEach(() => {
  vi.unstubAllGlobals();
});

function look(html: string, kind: 'setting' | 'category' = 'setting'): Look {
  return lookAt(parsePage(html), kind, anyShadowRootOf, () => true);
}

describe('a look', () => {
  it('at a setting’s page finds its controls and no rows', () => {
    const document = parsePage(`<html lang="en-US"><body><main><p>Train AI</p><div>${SWITCH}</div>${ROW}</main>`);
    const { snapshot, switches, region } = lookAt(document, 'setting', anyShadowRootOf, () => false);
    expect(snapshot).toMatchObject({
      language: 'en-US',
      main: true,
      controls: [{ markup: 'input[switch]', state: 'off', before: [{ text: 'Train AI' }], sight: 'unseen' }],
      rows: [],
      instead: null,
      loading: false,
      translated: false,
    });
    expect(switches[0]?.elements).toEqual([document.querySelector('input')]);
    expect(region).toBe(document.querySelector('main'));
  });

  it('at a list finds its rows and no controls', () => {
    const { snapshot, switches } = look(`<html lang="de"><body><main>${SWITCH}${ROW}</main>`, 'category');
    expect(snapshot).toMatchObject({
      language: 'de',
      controls: [],
      rows: [{ path: '/mypreferences/d/settings/language', label: 'Language', value: 'English' }],
    });
    expect(switches).toEqual([]);
  });

  it.each(['setting', 'category'] as const)('of kind "%s" sees nothing outside of main', (kind) => {
    for (const body of [
      `${SWITCH}${ROW}<main></main>`,
      `${SWITCH}${ROW}<main hidden>${SWITCH}${ROW}</main>`,
      SWITCH + ROW,
    ])
      expect(look(body, kind).snapshot).toMatchObject({ controls: [], rows: [] });
  });

  it.each([
    ['<main></main>', true],
    ['<main hidden></main>', false],
    ['', false],
  ])('at "%s" says whether there is a main region: %s', (body, main) => {
    expect(look(body).snapshot.main).toBe(main);
  });

  it('says that the page is loading or in machine translation', () => {
    expect(look('<main><progress></progress></main>').snapshot).toMatchObject({ loading: true, translated: false });
    expect(look('<html class="translated-ltr"><body><main></main>').snapshot).toMatchObject({
      loading: false,
      translated: true,
    });
  });

  it('is plain data', () => {
    const { snapshot } = look(`<main><label>Train AI ${SWITCH}</label></main>`);
    expect(structuredClone(snapshot)).toEqual(snapshot);
  });

  it.each([
    [' en ', 'en'],
    ['', ''],
    ['x'.repeat(50), 'x'.repeat(LIMITS.language)],
  ])('takes the language "%s" as "%s"', (lang, language) => {
    expect(look(`<html lang="${lang}">`).snapshot.language).toBe(language);
  });

  it('is another when anything that stands in main is', () => {
    const all = (main: string) => look(`<main>${main}</main>`).all;
    const one = `<p>Text</p>${SWITCH}`;
    expect(all(one)).toBe(all(one));
    expect(new Set([one, `<p>Other</p>${SWITCH}`, `<p>Text</p>${SWITCH}<i></i>`, `<p>Text</p>`].map(all)).size).toBe(4);
  });
});

describe('a page that cannot be looked at', () => {
  it.each<[string, () => Look]>([
    ['is larger than a look goes', () => look(`<main>${SWITCH}${'<i></i>'.repeat(11_000)}</main>`)],
    [
      'hides what the DOM says of it',
      () => {
        const document = parsePage(`<main>${SWITCH}</main>`);
        Object.defineProperty(document.querySelector('input'), 'matches', { value: document.body });
        return lookAt(document, 'setting', anyShadowRootOf, () => true);
      },
    ],
    [
      'has no document element',
      () => {
        const document = parsePage('');
        document.documentElement.remove();
        return lookAt(document, 'setting', anyShadowRootOf, () => true);
      },
    ],
  ])('has nothing on it, and says so, where it %s', (_, looked) => {
    expect(looked()).toEqual(UNREADABLE);
    expect(UNREADABLE).toMatchObject({
      snapshot: { language: '', main: false, controls: [], rows: [], instead: 'unreadable' },
      switches: [],
      region: null,
    });
  });
});

describe('instead of a switch there is', () => {
  it.each([
    ['a form to sign in', '<main><form><input type="password"></form></main>', 'sign-in'],
    ['a form to sign in that remembers', `<main><form><input type="password">${SWITCH}</form></main>`, 'sign-in'],
    ['a form to sign in, beside main', '<form><input type="password"></form><main></main>', 'sign-in'],
    ['a form to sign in, without main', '<input type="password">', 'sign-in'],
    ['a form to sign in, before hydration', `${HOME.repeat(3)}<input type="password">`, 'sign-in'],
    ['a page before hydration', `${HOME.repeat(3)}<main></main>`, 'placeholder'],
    ['a page before hydration, though with a switch', `${HOME.repeat(3)}<main>${SWITCH}</main>`, 'placeholder'],
    ['a frame', '<main><p><iframe></iframe></p></main>', 'frame'],
  ])('%s', (_, body, instead) => {
    expect(look(body).snapshot.instead).toBe(instead);
  });

  it.each([
    ['nothing in main', '<main></main>'],
    ['a switch beside a form with a password', `<main>${SWITCH}<form><input type="password"></form></main>`],
    ['a switch in a form of its own', `<main><form>${SWITCH}</form></main>`],
    ['a switch beside a frame', `<main>${SWITCH}<iframe></iframe></main>`],
    ['a frame outside of main', '<iframe></iframe><main></main>'],
    ['a frame without main', '<iframe></iframe>'],
    ['only two links home', `${HOME.repeat(2)}<main></main>`],
    ['links home and one that leads elsewhere', `${HOME.repeat(5)}<a href="/feed/">feed</a><main></main>`],
    ['links home beside some that lead nowhere', `${HOME.repeat(2)}<a>nowhere</a><main></main>`],
    ['links elsewhere', `${'<a href="/feed/">feed</a>'.repeat(5)}<main></main>`],
    ['no main and no links', ''],
  ])('nothing that can be told where there is %s', (_, body) => {
    expect(look(body).snapshot.instead).toBeNull();
  });

  it('nothing else on a list with rows', () => {
    expect(look(`<main>${ROW}<iframe></iframe></main>`, 'category').snapshot.instead).toBeNull();
    expect(look(`<main>${ROW}<input type="password"></main>`, 'category').snapshot.instead).toBeNull();
    expect(look('<main><iframe></iframe></main>', 'category').snapshot.instead).toBe('frame');
  });
});
