import { LIMITS } from './limits.ts';
import type { Control, PageText, Sort } from './reading.ts';
import { isDrawn, isReadable, standInsOf } from './sight.ts';
import { doubtsOf, isInert, stateOf } from './state.ts';
import { attributeOf, plainText } from './text.ts';
import type { Item, Walk } from './walk.ts';

/** A control together with the elements that make it up, outermost first, and those by which it may be seen. */
export type FoundControl = Control & { elements: Element[]; standIns: Element[] };

/** What puts controls together under a name, as buttons that stand for one another. */
const GROUP = 'fieldset,[role$=group],[role=menu],[role=toolbar]';

/**
 * The controls among what a walk found, nested ones counted as one. No more than {@link LIMITS} allows. `wasSeen` tells of which
 * elements have been in view.
 */
export function findControls(walk: Walk, wasSeen: (element: Element) => boolean): FoundControl[] {
  const groups = new Map<number, Element[]>();
  for (const [place, item] of walk.items.entries()) {
    if (item.text) continue;
    const outer = groups.get(item.inside);
    if (outer) outer.push(item.element);
    else groups.set(place, [item.element]);
  }
  return [...groups].slice(0, LIMITS.controls).map(([place, elements]) => controlOf(walk, place, elements, wasSeen));
}

function controlOf(
  walk: Walk,
  place: number,
  elements: Element[],
  wasSeen: (element: Element) => boolean,
): FoundControl {
  const [element] = elements as [Element];
  const sort = sortOf(element);
  const standIns = elements.flatMap(standInsOf);
  const group = element.closest(GROUP);
  return {
    elements,
    standIns,
    markup: plainText(elements.map(markupOf).join(' > '), LIMITS.markup),
    sort,
    state: stateOf(elements, isDrawn),
    options: [...((element as Partial<HTMLSelectElement>).options ?? [])]
      .slice(0, LIMITS.options)
      .map(({ text, selected }) => ({ text: plainText(text, LIMITS.value), chosen: selected })),
    group: group ? tiedTexts(walk, group) : [],
    inert: isInert(elements),
    doubts: doubtsOf(elements, isDrawn),
    name: nameOf(walk, place, elements),
    before: textsBeside(walk, place, -1),
    after: textsBeside(walk, place, 1),
    sight: standIns.some(wasSeen) ? 'seen' : standIns[0] ? 'unseen' : 'nothing',
    apart: !!walk.items[place]?.apart,
  };
}

function sortOf(element: Element): Sort {
  if ((element as Partial<HTMLSelectElement>).options) return 'select';
  if (element.matches('[type=radio],[role$=radio]')) return 'radio';
  return element.hasAttribute('aria-pressed') ? 'pressed' : 'switch';
}

function markupOf(element: Element): string {
  const role = attributeOf(element, 'role');
  return role ? `${element.localName}[${role}]` : element.localName;
}

/**
 * The texts of the accessible names of a control's elements, after "Accessible Name and Description Computation 1.2" (W3C): what
 * `aria-labelledby` points at, else `aria-label`, else its labels; then its own content, else its title. Other than there, only text that
 * is shown counts as such; what only screen readers are told is marked.
 */
function nameOf(walk: Walk, place: number, elements: Element[]): PageText[] {
  const tied = elements.flatMap((element) => tiedTexts(walk, element));
  const texts = [...tied, ...textsOf(walk, ({ inside }) => inside === place)];
  return (texts[0] ? texts : elements.flatMap((element) => unseen(attributeOf(element, 'title')))).slice(
    0,
    LIMITS.textsInPlace,
  );
}

function tiedTexts(walk: Walk, element: Element): PageText[] {
  const labelling = labellingElements(element).flatMap((one) => textsInside(walk, one));
  if (labelling[0]) return labelling;
  const label = unseen(attributeOf(element, 'aria-label'));
  if (label[0]) return label;
  const { labels } = element as Partial<HTMLInputElement>;
  return [...(labels ?? element.querySelectorAll(':scope > legend'))].flatMap((one) => textsInside(walk, one));
}

function labellingElements(element: Element): readonly Element[] {
  const { ariaLabelledByElements } = element as { ariaLabelledByElements?: readonly Element[] | null };
  const ids = attributeOf(element, 'aria-labelledby').match(/\S+/g);
  // An id is looked up where the element lives: a shadow root has ids of its own. Where two elements share one, either may be meant.
  const scope = element.getRootNode() as Document | ShadowRoot;
  return ids?.flatMap((id) => [...scope.querySelectorAll(`[id="${id}"]`)]) ?? ariaLabelledByElements ?? [];
}

function textsInside(walk: Walk, element: Element): PageText[] {
  const range = walk.ranges.get(element);
  return textsOf(walk, (item, place) =>
    range ? place >= range[0] && place < range[1] : element.contains(item.element),
  );
}

function textsOf({ items }: Walk, isWanted: (item: Item, place: number) => boolean): PageText[] {
  return items
    .filter((item, place) => item.text && isWanted(item, place))
    .slice(0, LIMITS.textsInPlace)
    .map((item) => pageText(item, 0));
}

/** The texts on one side of a control, nearest first, as far as the next control. */
function textsBeside({ items }: Walk, control: number, step: 1 | -1): PageText[] {
  const texts: PageText[] = [];
  let depth = (items[control] as Item).up;
  for (let place = control + step; ; place += step) {
    const item = items[place];
    if (!item || (!item.text && item.inside !== control)) break;
    // What failed is often said far away from the control, beside main.
    const hasRoom = texts.length < (item.as === 'notice' ? LIMITS.texts : LIMITS.textsInPlace);
    if (hasRoom && item.inside < 0) texts.push(pageText(item, step < 0 ? depth : 0));
    depth = Math.min(depth, item.up);
  }
  return texts;
}

function pageText({ text = '', as, element }: Item, depth: number): PageText {
  return { text, as: isReadable(element) ? as : 'unseen', depth };
}

function unseen(text: string): PageText[] {
  const plain = plainText(text, LIMITS.text);
  return plain ? [{ text: plain, as: 'unseen', depth: 0 }] : [];
}
