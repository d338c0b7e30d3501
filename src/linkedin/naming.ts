import type { Control, PageText } from './reading.ts';
import { hasInverter, isLabel, mayReverse, type Sort, sortOf, type Vocabulary } from './words.ts';

/** What may stand beside a label without making it another. */
const BESIDE: Sort[] = ['state', 'aside', 'label'];
/** What may follow it besides: an explanation. */
const AFTER: Sort[] = [...BESIDE, 'prose', 'title'];

/**
 * Whether a control is named as the setting: by the words of its own name, else by the nearest text before it. Any text that may make it
 * mean something else speaks against it. The rule is in docs/reading.md.
 */
export function isNamed(control: Control, vocabulary: Vocabulary): boolean {
  if (control.before.some(({ text, as }) => as !== 'link' && mayReverse(text, vocabulary))) return false;
  const own = control.name.filter(({ text }) => sortOf(text, vocabulary) !== 'aside');
  if (own.length === 0 || own.every(({ text }) => sortOf(text, vocabulary) === 'state')) {
    return isNamedByTextBefore(control.before, vocabulary);
  }
  const label = labelIn(own, vocabulary);
  if (!label || !own.slice(0, label.from).every(isOneOf(BESIDE, vocabulary))) return false;
  if (!own.slice(label.to).every(isOneOf(AFTER, vocabulary))) return false;
  // What only screen readers are told must not be contradicted by what is shown.
  const isShown = own.slice(label.from, label.to).every(({ as }) => as !== 'unseen');
  return isShown || !isContradicted(control.before, vocabulary);
}

/** What LinkedIn calls the control: the setting's known label where it is one, else its own name, else the nearest text that could be one. */
export function labelOf(control: Control, vocabulary: Vocabulary): string {
  const texts = [...control.name, ...control.before.filter(({ as }) => as !== 'unseen')];
  const sorted = (sort: Sort) => texts.find(({ text }) => sortOf(text, vocabulary) === sort)?.text;
  const joined = labelIn(control.name, vocabulary);
  if (joined)
    return control.name
      .slice(joined.from, joined.to)
      .map(({ text }) => text)
      .join(' ');
  return sorted('label') ?? sorted('other') ?? sorted('title') ?? sorted('prose') ?? '';
}

/** The first run of texts that together are the label. */
function labelIn(texts: PageText[], vocabulary: Vocabulary): { from: number; to: number } | null {
  for (let from = 0; from < texts.length; from++) {
    for (let to = from + 1; to <= texts.length; to++) {
      if (
        isLabel(
          texts.slice(from, to).map(({ text }) => text),
          vocabulary,
        )
      )
        return { from, to };
    }
  }
  return null;
}

/**
 * Going back from the control: explanations and state words are passed over, then the label must come. Beyond it nothing in the same part
 * of the page may stand that could be the real label, the known one being only quoted.
 */
function isNamedByTextBefore(before: PageText[], vocabulary: Vocabulary): boolean {
  const shown = before.filter(({ as }) => as !== 'unseen');
  const nearest = shown.findIndex((one) => !isPassedOver(one, vocabulary) || isLabel([one.text], vocabulary));
  const start = nearest < 0 ? shown.length : nearest;
  // A label may be made of several texts, and stands nearest last.
  const length = [1, 2, 3, 4].find((count) =>
    isLabel(
      shown
        .slice(start, start + count)
        .toReversed()
        .map(({ text }) => text),
      vocabulary,
    ),
  );
  if (!length) return false;
  const { depth } = shown[start + length - 1] as PageText;
  // What stands closer to the control than the label does may be its real name.
  const isNoNearer = (one: PageText) => one.depth <= depth || isOneOf(BESIDE, vocabulary)(one);
  if (!shown.slice(0, start).every(isNoNearer)) return false;
  return shown.slice(start + length).every((one) => one.depth < depth || isSurrounding(one, vocabulary));
}

function isPassedOver({ text, as }: PageText, vocabulary: Vocabulary): boolean {
  return as === 'link' || AFTER.includes(sortOf(text, vocabulary));
}

/** The nearest text that is shown and could be a label is another one. */
function isContradicted(before: PageText[], vocabulary: Vocabulary): boolean {
  for (const one of before) {
    const sort = sortOf(one.text, vocabulary);
    if (sort === 'label' || sort === 'title') return false;
    if (one.as === 'unseen' || one.as === 'link') continue;
    if (sort === 'other') return true;
  }
  return false;
}

/** Headings, links and buttons around a setting are the page's own, unless a heading turns its meaning round. */
function isSurrounding({ text, as }: PageText, vocabulary: Vocabulary): boolean {
  if (as === 'link' || as === 'button' || AFTER.includes(sortOf(text, vocabulary))) return true;
  return as === 'heading' && !hasInverter(text, vocabulary.language);
}

function isOneOf(sorts: Sort[], vocabulary: Vocabulary): (text: PageText) => boolean {
  return ({ text }) => sorts.includes(sortOf(text, vocabulary));
}
