import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closest, contains, openShadowRootOf, parentOf } from '../../../src/linkedin/tree.ts';
import { parsePage } from './load-page.ts';

/** A page of three trees, one within the other; every element is named by its id. */
const PAGE = `<main id="main"><x-outer id="outer" class="host"><template shadowrootmode="open">
  <div id="wrap"><x-inner id="inner"><template shadowrootmode="open"><p id="deep" class="leaf"><b id="deepest"></b></p></template></x-inner></div>
</template></x-outer><p id="beside"></p></main>`;

let elements: Map<string, Element>;

beforeEach(() => {
  elements = new Map();
  collect(parsePage(PAGE));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function collect(root: ParentNode): void {
  for (const element of root.querySelectorAll('*')) {
    elements.set(element.id, element);
    if (element.shadowRoot) collect(element.shadowRoot);
  }
}

function get(id: string): Element {
  return elements.get(id) as Element;
}

describe('what a node stands in', () => {
  it.each([
    ['beside', 'main'],
    ['inner', 'wrap'],
    ['deepest', 'deep'],
  ])('is, for #%s, #%s', (id, around) => {
    expect(parentOf(get(id))).toBe(get(around));
  });

  it('is a shadow root, and around that its host', () => {
    const root = get('inner').shadowRoot as ShadowRoot;
    expect(parentOf(get('deep'))).toBe(root);
    expect(parentOf(root)).toBe(get('inner'));
  });

  it('is nothing around the document and what is not in one', () => {
    const { ownerDocument } = get('main');
    expect(parentOf(ownerDocument)).toBeNull();
    expect(parentOf(ownerDocument.createElement('p'))).toBeNull();
  });
});

describe('the nearest element that fits', () => {
  it.each([
    ['deep', '.leaf', 'deep'],
    ['deepest', '.leaf', 'deep'],
    ['deepest', 'x-inner', 'inner'],
    ['deepest', '.host', 'outer'],
    ['deepest', 'main', 'main'],
    ['beside', 'main', 'main'],
  ])('to #%s and "%s" is #%s', (id, selector, found) => {
    expect(closest(get(id), selector)).toBe(get(found));
  });

  it('is none where none fits, and for no element', () => {
    expect(closest(get('deepest'), 'nav')).toBeNull();
    expect(closest(get('outer'), '#beside')).toBeNull();
    expect(closest(null, '*')).toBeNull();
  });
});

describe('an element', () => {
  it.each([
    ['main', 'main', true],
    ['main', 'beside', true],
    ['main', 'deepest', true],
    ['outer', 'deepest', true],
    ['wrap', 'deep', true],
    ['deep', 'wrap', false],
    ['beside', 'deep', false],
    ['inner', 'wrap', false],
  ])('#%s contains #%s: %s', (outer, inner, expected) => {
    expect(contains(get(outer), get(inner))).toBe(expected);
  });

  it('contains nothing that is not there', () => {
    expect(contains(get('main'), null)).toBe(false);
  });

  it('has the shadow root that the page could see, or none', () => {
    expect(openShadowRootOf(get('outer'))).toBe(get('outer').shadowRoot);
    expect(openShadowRootOf(get('outer'))).not.toBeNull();
    expect(openShadowRootOf(get('beside'))).toBeNull();
  });
});
