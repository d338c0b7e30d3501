import fc from 'fast-check';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { interpret } from '../../../src/linkedin/interpret.ts';
import type { Reading } from '../../../src/linkedin/reading.ts';
import { lookAt } from '../../../src/linkedin/snapshot.ts';
import { labelKnown } from '../../replica/languages.ts';
import { expectedOf } from '../../replica/outcome.ts';
import { SHAPES } from '../../replica/shapes/index.ts';
import { anyChanges, type Change, change, cosmeticChanges, type Page, truthOf } from './derived-pages.ts';

/** Runs inside a page of a real browser, where reading a page costs a fraction of what it does in jsdom. */

const LANGUAGES = ['en', 'de', 'fr', 'mi'];
/** Every page is drawn once each has its switch, and then some: several change their mind within a second. Milliseconds. */
const LOOK_AGAIN = 250;
const AFTERWARDS = 2000;
const OPPOSITE = { on: 'off', off: 'on' } as const;

/** What came of all the pages. */
export type Results = {
  derived: number;
  rightlyOff: number;
  /** The smallest page that was read as the opposite of what it is, or as a state where it has none; null where there was none. */
  counterexample: string | null;
  restyled: number;
  readRight: number;
  wrong: string[];
};

type Base = { name: string; language: string; on: boolean; root: Element };
type Outcome = { outcome: string; page: Page; base: Base };

/** Derives that many pages from every shape that is read with certainty, and reads them. The same seed gives the same pages. */
async function run(derived: number, restyled: number, seed: number): Promise<Results> {
  const frame = addFrame('');
  const bases = await drawBases();
  const read = (index: number, changes: [Change, number][]) =>
    readDerived(frame, bases[index % bases.length] as Base, changes);
  let rightlyOff = 0;
  const checked = fc.check(
    fc.property(fc.nat(), anyChanges, (index, changes) => {
      const { outcome, page } = read(index, changes);
      const truth = truthOf(page);
      if (outcome === 'off' && truth === 'off') rightlyOff++;
      return truth === null ? outcome !== 'off' : outcome !== OPPOSITE[truth];
    }),
    { numRuns: derived, seed },
  );
  const wrong: string[] = [];
  fc.assert(
    fc.property(fc.nat(), cosmeticChanges, (index, changes) => {
      const { outcome, page, base } = read(index, changes);
      // In a language whose label is not known the member has to recognise it first.
      const right = page.wordsKnown ? truthOf(page) : `${truthOf(page)}?`;
      if (outcome !== right) wrong.push(tell({ outcome, page, base }, changes));
    }),
    { numRuns: restyled, seed },
  );
  const [index, changes] = checked.counterexample ?? [];
  return {
    derived: checked.numRuns,
    rightlyOff,
    counterexample: index === undefined || !changes ? null : tell(read(index, changes), changes),
    restyled,
    readRight: restyled - wrong.length,
    wrong,
  };
}

/** Every shape that is read with certainty, on and off, in each language, as it stands once its scripts have run. */
async function drawBases(): Promise<Base[]> {
  const wanted = SHAPES.flatMap((shape) =>
    LANGUAGES.flatMap((language) => [true, false].map((on) => ({ shape, language, on }))),
  ).filter(({ shape, language, on }) => {
    const expected = expectedOf(shape, on, labelKnown(language));
    // What a click has just changed is not what the server has.
    const isClicked = 'state' in expected && expected.confirmed === false && labelKnown(language) && !on;
    return !shape.inShadow && 'state' in expected && !isClicked;
  });
  const frames = wanted.map(({ shape, language, on }) =>
    addFrame(shape.html({ on, language, delay: 0, saveUrl: '/save' })),
  );
  while (!frames.every(isDrawn)) await sleep(LOOK_AGAIN);
  await sleep(AFTERWARDS);
  return wanted.map(({ shape, language, on }, index) => {
    const frame = frames[index] as HTMLIFrameElement;
    // Importing copies the live state of checkboxes too.
    const root = document.importNode((frame.contentDocument as Document).documentElement, true);
    frame.remove();
    for (const script of root.querySelectorAll('script')) script.remove();
    return { name: shape.name, language, on, root };
  });
}

function isDrawn(frame: HTMLIFrameElement): boolean {
  return Boolean(frame.contentDocument?.querySelector('main input, main [role=switch], main [aria-pressed]'));
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function addFrame(html: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.srcdoc = html;
  document.body.append(frame);
  return frame;
}

/** Changes a copy of a base and reads it, as if it had been loaded so and had stood still. */
function readDerived(frame: HTMLIFrameElement, base: Base, changes: [Change, number][]): Outcome {
  const document = frame.contentDocument as Document;
  document.documentElement.replaceWith(document.importNode(base.root, true));
  const main = document.querySelector('main') as Element;
  const page: Page = { document, main, speaks: true, wordsKnown: labelKnown(base.language) };
  change(page, changes);
  const reading: Reading = {
    kind: 'setting',
    tree: 'd',
    path: 'settings/data-for-ai-improvement',
    load: 1,
    origin: 'server',
    settled: true,
    stillness: 'long',
    waited: false,
    touched: false,
    switchedAt: null,
    lingering: false,
    snapshot: lookAt(
      document,
      'setting',
      (element) => element.shadowRoot,
      () => true,
    ).snapshot,
  };
  const meaning = interpret(reading, AI_TRAINING);
  const outcome = meaning.state === 'unknown' ? meaning.reason : meaning.missing ? `${meaning.state}?` : meaning.state;
  return { outcome, page, base };
}

function tell({ outcome, page, base }: Outcome, changes: [Change, number][]): string {
  const what = changes.map(([{ name }, seed]) => `${name} (${seed})`).join('; ');
  return `${base.name} in ${base.language}, ${base.on ? 'on' : 'off'}: read as ${outcome}, is ${truthOf(page)}, after: ${what}\n${page.main.outerHTML}`;
}

Object.assign(window, { run });
