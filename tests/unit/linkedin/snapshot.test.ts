import { afterEach, describe, expect, it, vi } from 'vitest';
import { lookAt, UNREADABLE } from '../../../src/linkedin/snapshot.ts';
import { parsePage } from './load-page.ts';

const SWITCH = '<input type="checkbox">';
const ROW = '<a href="/mypreferences/d/settings/language"><b>Language</b> <i>English</i></a>';
const HOME = '<a href="https://www.linkedin.com/">home</a>';

afterEach(() => {
  vi.unstubAllGlobals();
});

function insteadOn(body: string, kind: 'setting' | 'category' = 'setting'): unknown {
  return lookAt(parsePage(body), kind).snapshot.instead;
}

describe('a look', () => {
  it('at a setting’s page finds its controls and no rows', () => {
    const document = parsePage(`<html lang="en-US"><body><main><p>Train AI</p><div>${SWITCH}</div>${ROW}</main>`);
    const { snapshot, controls, rows } = lookAt(document, 'setting');
    expect(snapshot).toEqual({
      language: 'en-US',
      main: true,
      controls: [{ markup: 'input', state: 'off', inert: false, restored: false, texts: ['Train AI'], stateWord: '' }],
      rows: [],
      instead: null,
    });
    expect(controls[0]?.elements).toEqual([document.querySelector('input')]);
    expect(rows).toEqual([]);
  });

  it('at a list finds its rows and no controls', () => {
    const document = parsePage(`<html lang="de"><body><main>${SWITCH}${ROW}</main>`);
    const { snapshot, controls, rows } = lookAt(document, 'category');
    expect(snapshot).toEqual({
      language: 'de',
      main: true,
      controls: [],
      rows: [{ path: '/mypreferences/d/settings/language', label: 'Language', value: 'English' }],
      instead: null,
    });
    expect(controls).toEqual([]);
    expect(rows[0]?.link).toBe(document.querySelector('a'));
  });

  it.each(['setting', 'category'] as const)('of kind "%s" sees nothing outside of main', (kind) => {
    for (const body of [
      `${SWITCH}${ROW}<main></main>`,
      `${SWITCH}${ROW}<main hidden>${SWITCH}${ROW}</main>`,
      SWITCH + ROW,
    ])
      expect(lookAt(parsePage(body), kind).snapshot).toMatchObject({ controls: [], rows: [] });
  });

  it.each([
    ['<main></main>', true],
    ['<main hidden></main>', false],
    ['', false],
  ])('at "%s" says whether there is a main region: %s', (body, main) => {
    expect(lookAt(parsePage(body), 'setting').snapshot.main).toBe(main);
  });

  it('takes no more than six controls', () => {
    const { snapshot, controls } = lookAt(parsePage(`<main>${SWITCH.repeat(10)}</main>`), 'setting');
    expect(snapshot.controls).toHaveLength(6);
    expect(controls).toHaveLength(6);
  });

  it('is plain data', () => {
    const { snapshot } = lookAt(parsePage(`<main>${SWITCH}</main>`), 'setting');
    expect(structuredClone(snapshot)).toEqual(snapshot);
  });

  it('is into closed shadow roots where they can be opened', () => {
    const document = parsePage('<main><x-switch></x-switch></main>');
    const root = document.querySelector('x-switch')?.attachShadow({ mode: 'closed' }) as ShadowRoot;
    root.innerHTML = SWITCH;
    expect(lookAt(document, 'setting').controls).toEqual([]);
    expect(lookAt(document, 'setting', (host) => (host === root.host ? root : null)).controls).toHaveLength(1);
  });

  it.each([
    [' en ', 'en'],
    ['', ''],
    ['x'.repeat(50), 'x'.repeat(35)],
  ])('takes the language "%s" as "%s"', (lang, language) => {
    expect(lookAt(parsePage(`<html lang="${lang}">`), 'setting').snapshot.language).toBe(language);
  });

  it('that fails has seen nothing, and says so', () => {
    expect(UNREADABLE).toEqual({
      snapshot: { language: '', main: false, controls: [], rows: [], instead: 'unreadable' },
      controls: [],
      rows: [],
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
    [
      'a form to sign in around the second switch',
      `<main>${SWITCH}<form>${SWITCH}<input type="password"></form></main>`,
      'sign-in',
    ],
    ['a page before hydration', `${HOME.repeat(3)}<main></main>`, 'placeholder'],
    ['a page before hydration, though with a switch', `${HOME.repeat(3)}<main>${SWITCH}</main>`, 'placeholder'],
    ['a frame', '<main><p><iframe></iframe></p></main>', 'frame'],
  ])('%s', (_, body, instead) => {
    expect(insteadOn(body)).toBe(instead);
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
    expect(insteadOn(body)).toBeNull();
  });

  it('nothing else on a list with rows', () => {
    expect(insteadOn(`<main>${ROW}<iframe></iframe></main>`, 'category')).toBeNull();
    expect(insteadOn(`<main>${ROW}<input type="password"></main>`, 'category')).toBeNull();
    expect(insteadOn('<main><iframe></iframe></main>', 'category')).toBe('frame');
  });
});
