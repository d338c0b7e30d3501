import { afterEach, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../../../src/linkedin/limits.ts';
import type { Row } from '../../../src/linkedin/reading.ts';
import { findRows } from '../../../src/linkedin/rows.ts';
import { walkPage } from '../../../src/linkedin/walk.ts';
import { anyShadowRootOf, parsePage } from './load-page.ts';

const PATH = '/mypreferences/d/settings/language';
const VALUE = 'data-test-category-item-sneakpeek';

afterEach(() => {
  vi.unstubAllGlobals();
});

function rowsIn(main: string): Row[] {
  const html = `<a href="/outside">Outside</a><main>${main}</main>`;
  return findRows(walkPage(parsePage(html, 'https://www.linkedin.com/here/'), anyShadowRootOf));
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
    ['with more after the value', `<b>Language</b><i ${VALUE}>English</i><p>More</p>`, 'Language', 'English'],
    ['with a hook that is still empty', `<b>Language</b><p>What you see</p><i ${VALUE}> </i>`, 'Language', ''],
    ['without a hook: its last text', '<b>Language</b><p>What you see</p><i>English</i>', 'Language', 'English'],
    ['with two texts', '<b>Language</b><i>English</i>', 'Language', 'English'],
    ['with one text, which is the label', '<b>Language</b>', 'Language', ''],
    ['with one text, which is the hooked value', `<i ${VALUE}>English</i>`, '', 'English'],
    ['with white space between', ' \n <b> Language </b> \n <i> English </i> ', 'Language', 'English'],
    ['with a text that is hidden', '<b>Language</b><i>Off</i><i hidden>On</i>', 'Language', 'Off'],
    ['with a text that is squeezed away', '<b>Language</b><i>Off</i><i data-box="0 0 1 1">On</i>', 'Language', 'Off'],
    ['with a hooked value that is hidden', `<b>Language</b><i ${VALUE} hidden>On</i>`, 'Language', ''],
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
      label: 'x'.repeat(LIMITS.text),
      value: 'x'.repeat(LIMITS.value),
    });
    expect(rowOf(`<b>Language</b><i ${VALUE}>${long}</i>`)?.value).toBe('x'.repeat(LIMITS.value));
  });
});

describe('rows', () => {
  it('are the links of main, in order, and no others', () => {
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
    '<button id="a">Language</button>',
    `<a href="${PATH}"><img alt="Language"></a>`,
    `<a href="${PATH}" hidden>Language</a>`,
    `<div style="display: none"><a href="${PATH}"><b>Language</b><i>On</i></a></div>`,
    `<a href="${PATH}" data-box="0 0 1 1">Language</a>`,
    `<a href="${PATH}" style="opacity: 0"><b>Language</b><i>On</i></a>`,
    `<nav><a href="${PATH}">Language</a></nav>`,
  ])('are not %s', (html) => {
    expect(rowsIn(html)).toEqual([]);
  });

  it('are at most 80', () => {
    expect(rowsIn('<a href="/a">A</a>'.repeat(100))).toHaveLength(LIMITS.rows);
  });
});
