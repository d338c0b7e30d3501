import { afterEach, describe, expect, it, vi } from 'vitest';
import { found, type Glance, glanceAt, NOTHING_FOUND } from '../../../src/linkedin/glance.ts';
import { parsePage } from './load-page.ts';

const PAGE = `<main><p id="far">Far away</p><div id="row"><p id="label">Label</p><div id="around">
<input id="box" type="checkbox"><select id="list"><option>On</option><option>Off</option></select></div></div></main>`;

afterEach(() => {
  vi.unstubAllGlobals();
});

type Named = Record<'box' | 'list' | 'row' | 'around' | 'label' | 'far', HTMLElement>;
const NAMES = ['box', 'list', 'row', 'around', 'label', 'far'] as const;

/** What a glance sees before and after something is done to a page. */
function glances(act: (elements: Named & { main: HTMLElement }) => void): { before: Glance; after: Glance } {
  const document = parsePage(PAGE);
  const main = document.querySelector('main') as HTMLElement;
  const named = Object.fromEntries(NAMES.map((name) => [name, document.getElementById(name)])) as Named;
  const seen = found(main, [named.box, named.list]);
  const before = glanceAt(seen);
  act({ ...named, main });
  return { before, after: glanceAt(seen) };
}

describe('a glance', () => {
  it('sees the same where nothing has changed', () => {
    const { before, after } = glances(() => {});
    expect(after).toEqual(before);
  });

  it.each<[string, Parameters<typeof glances>[0]]>([
    ['is ticked', ({ box }) => Object.assign(box, { checked: true })],
    ['becomes neither', ({ box }) => Object.assign(box, { indeterminate: true })],
    ['has another option chosen', ({ list }) => Object.assign(list, { selectedIndex: 1 })],
    ['says another state', ({ box }) => box.setAttribute('aria-checked', 'true')],
    ['is disabled', ({ box }) => box.setAttribute('disabled', '')],
    ['is taken away', ({ box }) => box.remove()],
    ['is hidden with what is around it', ({ row }) => row.setAttribute('hidden', 'hidden')],
    ['has something around it that is busy', ({ around }) => around.setAttribute('aria-busy', 'true')],
    ['has something around it that gets another class', ({ row }) => row.setAttribute('class', 'x')],
    ['is gone with all of main', ({ main }) => main.remove()],
  ])('sees that a control %s', (_, act) => {
    const { before, after } = glances(act);
    expect(after.own).not.toBe(before.own);
  });

  it.each<[string, Parameters<typeof glances>[0]]>([
    ['beside a control', ({ label }) => label.replaceChildren('Another label')],
    ['anywhere in main', ({ far }) => far.replaceChildren('12:01')],
    ['that is new', ({ main }) => main.append('More')],
  ])('sees a text %s change, which is no change of the control', (_, act) => {
    const { before, after } = glances(act);
    expect(after.all).not.toBe(before.all);
    expect(after.own).toBe(before.own);
  });

  it('sees nothing where nothing was found', () => {
    expect(glanceAt(NOTHING_FOUND)).toEqual(glanceAt(found(null, [])));
    expect(glanceAt(NOTHING_FOUND).all).toBe('');
  });

  it('asks for nothing that the browser would have to compute', () => {
    const document = parsePage(PAGE);
    const seen = found(document.querySelector('main'), [document.getElementById('box') as Element]);
    const { prototype } = (document.defaultView as Window & typeof globalThis).Element;
    const asked = [
      vi.spyOn(prototype, 'checkVisibility'),
      vi.spyOn(prototype, 'getBoundingClientRect'),
      vi.spyOn(globalThis, 'getComputedStyle'),
    ];
    glanceAt(seen);
    for (const spy of asked) expect(spy).not.toHaveBeenCalled();
  });

  it('sees a letter of a long text change', () => {
    const document = parsePage(`<main>${'x'.repeat(50_000)}</main>`);
    const main = document.querySelector('main') as Element;
    const { all } = glanceAt(found(main, []));
    main.replaceChildren(`${'x'.repeat(49_999)}y`);
    expect(glanceAt(found(main, [])).all).not.toBe(all);
  });

  it('holds on to nothing that the page has let go of', () => {
    const gone = { deref: () => undefined } as unknown as WeakRef<Element>;
    expect(() => glanceAt({ region: gone, elements: [gone] })).not.toThrow();
    const document = parsePage(PAGE);
    const { region, elements } = found(document.querySelector('main'), [document.getElementById('box') as Element]);
    expect([region, ...elements].every((held) => held instanceof WeakRef)).toBe(true);
  });
});
