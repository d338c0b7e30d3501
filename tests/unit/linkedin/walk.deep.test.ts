import { afterEach, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../../../src/linkedin/limits.ts';
import { walkPage } from '../../../src/linkedin/walk.ts';
import { anyShadowRootOf, parsePage, walkMain } from './load-page.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a walk through a page of any size', () => {
  it('ends after 10,000 nodes, and says so', () => {
    expect(() => walkMain('<i></i>'.repeat(20_000))).toThrow('too large');
    expect(() => walkMain('<i><b></b></i>'.repeat(6000))).toThrow('too large');
    expect(walkMain('<i></i>'.repeat(9900)).nodes).toBe(9903);
  });

  it('does not go into what is hidden', () => {
    expect(walkMain(`<div hidden>${'<i></i>'.repeat(20_000)}</div>`).nodes).toBeLessThan(10);
  });

  it('ends where the page is too deep', () => {
    const document = parsePage('<main></main>');
    let inner = document.querySelector('main') as Element;
    for (let depth = 0; depth < LIMITS.depth; depth++) inner = inner.appendChild(document.createElement('i'));
    vi.stubGlobal('getComputedStyle', () => ({ display: 'block', visibility: 'visible' }));
    document.defaultView?.Object.assign(document.defaultView.Element.prototype, { checkVisibility: () => true });
    expect(() => walkPage(document, anyShadowRootOf)).toThrow('too large');
  });
});
