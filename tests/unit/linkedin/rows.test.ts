import { afterEach, describe, expect, it, vi } from 'vitest';
import { LIMITS, type Row } from '../../../src/linkedin/reading.ts';
import { findRows } from '../../../src/linkedin/rows.ts';
import { parsePage } from './load-page.ts';

const PATH = '/mypreferences/d/settings/language';
const VALUE = 'data-test-category-item-sneakpeek';

afterEach(() => {
  vi.unstubAllGlobals();
});

function rowsIn(main: string): Row[] {
  const document = parsePage(`<a href="/outside">Outside</a><main>${main}</main>`, 'https://www.linkedin.com/here/');
  return findRows(document.querySelector('main') as Element).map(({ link: _, ...row }) => row);
}

/** The one row made of a link with this in it. */
function rowOf(content: string, href = PATH): Row | undefined {
  const rows = rowsIn(`<a href="${href}">${content}</a>`);
  expect(rows).toHaveLength(1);
  return rows[0];
}

describe('a row', () => {
  it.each([
    ['with the value under LinkedIn’s hook', `<b>Language</b><i ${VALUE}>English</i>`, 'Language', 'English'],
    ['with the hooked value first', `<i ${VALUE}>English</i><b>Language</b>`, '', 'English'],
    [
      'with the hooked value in parts',
      `<b>Language</b><i ${VALUE}><u>On</u> <u>now</u></i><p>More</p>`,
      'Language',
      'On now',
    ],
    ['with a hook that is still empty', `<b>Language</b><p>What you see</p><i ${VALUE}> </i>`, 'Language', ''],
    ['without a hook: its last text', '<b>Language</b><p>What you see</p><i>English</i>', 'Language', 'English'],
    ['with two texts', '<b>Language</b><i>English</i>', 'Language', 'English'],
    ['with one text, which is the label', '<b>Language</b>', 'Language', ''],
    ['with one text, which is the hooked value', `<i ${VALUE}>English</i>`, '', 'English'],
    ['with white space between', ' \n <b> Language </b> \n <i> English </i> ', 'Language', 'English'],
    ['without any text', '<img alt="Language">', '', ''],
  ])('%s has its label and value', (_, content, label, value) => {
    expect(rowOf(content)).toEqual({ path: PATH, label, value });
  });

  it.each([
    [PATH, PATH],
    [`https://www.linkedin.com${PATH}/?trk=x#y`, `${PATH}/`],
    ['relative', '/here/relative'],
    ['/', '/'],
  ])('that leads to "%s" has the path "%s"', (href, path) => {
    expect(rowOf('Language', href)?.path).toBe(path);
  });

  it('is short, whatever the page holds', () => {
    const long = 'x'.repeat(500);
    expect(rowOf(`<b>${long}</b><i>${long}</i>`, `/${long}`)).toEqual({
      path: `/${'x'.repeat(LIMITS.path - 1)}`,
      label: '',
      value: 'x'.repeat(LIMITS.value),
    });
    expect(rowOf(`<b>${long}</b><i>On</i>`)?.label).toBe('x'.repeat(LIMITS.text));
    expect(rowOf(`<b>Language</b><i ${VALUE}>${long}</i>`)?.value).toBe('x'.repeat(LIMITS.value));
  });

  it('has its value among its first six texts', () => {
    expect(rowOf([1, 2, 3, 4, 5, 6, 7].map((n) => `<b>${n}</b>`).join(''))).toMatchObject({ label: '1', value: '6' });
  });

  it('comes with its link', () => {
    const document = parsePage(`<main><a href="${PATH}">Language</a></main>`);
    const main = document.querySelector('main') as Element;
    expect(findRows(main)[0]?.link).toBe(document.querySelector('a'));
  });
});

describe('rows', () => {
  it('are the links of the region, in order, and no others', () => {
    expect(rowsIn('<ul><li><a href="/b">B</a></li><li><a href="/a">A</a></li></ul>').map(({ path }) => path)).toEqual([
      '/b',
      '/a',
    ]);
  });

  it.each([
    '<a>Language</a>',
    '<a name="language">Language</a>',
    '<a href="https://example.com/mypreferences/d/settings/language">Language</a>',
    '<a href="https://linkedin.com/mypreferences/d/settings/language">Language</a>',
    '<a href="https://www.linkedin.com.example.com/mypreferences/d/settings/language">Language</a>',
    '<a href="mailto:someone@example.com">Language</a>',
    '<a href="https://">Language</a>',
    '<button>Language</button>',
    '<link href="/mypreferences/d/settings/language">',
  ])('are not %s', (html) => {
    expect(rowsIn(html)).toEqual([]);
  });

  it('are at most 80', () => {
    expect(rowsIn('<a href="/a">A</a>'.repeat(100))).toHaveLength(LIMITS.rows);
  });
});
