import { isLayoutDescribed } from './address.ts';
import { withChoices } from './choices.ts';
import { LIMITS } from './limits.ts';
import { isNamed, labelOf } from './naming.ts';
import type { Control, ControlState, PageText, Reading, Row } from './reading.ts';
import type { Reason } from './reasons.ts';
import {
  areStatesKnown,
  claimsOn,
  endsInOn,
  hasLabel,
  isPending,
  isSign,
  mayReverse,
  namesOn,
  sortOf,
  stateOfWord,
  type Vocabulary,
  vocabularyOf,
} from './words.ts';

/** The questions that an "off" must answer, in the order in which members are told what is missing. docs/reading.md says what each rests on. */
export const PROOFS = ['named', 'told', 'shown', 'whole', 'served', 'newest'] as const;

export type Proof = (typeof PROOFS)[number];

/** What was read: what LinkedIn calls the setting, where it was seen, and how far evidence goes for its words and layout. */
export type About = {
  label: string;
  language: string;
  /** Its own page, or the list on a category page, which is less certain. */
  via: 'page' | 'list';
  wordsKnown: boolean;
  layoutDescribed: boolean;
  /** The label is one that only the member can tell for the setting's. */
  recognisable: boolean;
  /** The document load it was read in. */
  load: number;
};

/** What a reading means for one setting. `missing`: the first proof that is not there; null when all are, which for "off" is a confirmation. */
export type Meaning = About &
  ({ state: 'on' | 'off'; missing: Proof | null } | { state: 'unknown'; reason: Reason; word: string });

/** What the member has said of a label: whether it is the setting's. */
export type Recognised = { setting: string; label: string; language: string; answer: 'yes' | 'no' };

/** Decides what a reading of a setting's own page says. Any doubt is an `unknown` with its reason. */
export function interpret(reading: Reading, setting: string, recognised: Recognised[] = []): Meaning {
  const { language } = reading.snapshot;
  const answers = recognised.filter((one) => one.setting === setting && one.language === language);
  const vocabulary = vocabularyOf(setting, language, labelsWith(answers, 'yes'));
  const { control, isNamed } = theControl(reading, vocabulary);
  const label = control ? labelOf(control, vocabulary) : '';
  const isDenied = !isNamed && labelsWith(answers, 'no').includes(label);
  const about: About = {
    ...aboutOf(reading),
    label,
    via: 'page',
    wordsKnown: vocabulary.labels.length > 0,
    recognisable: control !== null && !isNamed && !isDenied && label !== '',
  };
  const { state, reason } = stateOf(reading, control, isNamed, vocabulary);
  if (!reason && isDenied) return { state: 'unknown', reason: 'wording-changed', word: '', ...about };
  if (reason) return { state: 'unknown', reason, word: '', ...about };
  return { state, missing: missingProof(reading, control as Control, state, isNamed, vocabulary), ...about };
}

/**
 * Decides what the rows of a category page say of one setting: nothing (null) while its value may still come. A row is never proof:
 * LinkedIn fetches its value apart from the page.
 */
export function interpretRows(rows: Row[], reading: Reading): Meaning | null {
  const { language, translated } = reading.snapshot;
  const values = [...new Set(rows.map(({ value }) => value).filter(Boolean))];
  const states = new Set(values.map((value) => stateOfWord(language, value)));
  const [value = ''] = values;
  const [state] = states;
  const about: About = {
    ...aboutOf(reading),
    label: rows[0]?.label ?? '',
    via: 'list',
    wordsKnown: areStatesKnown(language),
    recognisable: false,
  };
  if (translated) return { state: 'unknown', reason: 'translated', word: '', ...about };
  if (states.size > 1) return { state: 'unknown', reason: 'several-values', word: '', ...about };
  if (state) return { state, missing: 'served', ...about };
  if (value) return { state: 'unknown', reason: 'unknown-word', word: value, ...about };
  return reading.waited ? { state: 'unknown', reason: 'no-value', word: '', ...about } : null;
}

function labelsWith(answers: Recognised[], wanted: Recognised['answer']): string[] {
  return answers.filter(({ answer }) => answer === wanted).map(({ label }) => label);
}

function aboutOf({ snapshot, tree, load }: Reading): Pick<About, 'language' | 'layoutDescribed' | 'load'> {
  return { language: snapshot.language, layoutDescribed: isLayoutDescribed(tree), load };
}

/** The one control that is named as the setting; else, for the member to recognise, the only one there is. */
function theControl(reading: Reading, vocabulary: Vocabulary): { control: Control | null; isNamed: boolean } {
  // There may be more, and among them one that is named as the setting and says the opposite.
  if (reading.snapshot.controls.length >= LIMITS.controls) return { control: null, isNamed: false };
  const shown = controlsOf(reading, vocabulary).filter(({ sight }) => sight !== 'nothing');
  const named = shown.filter((control) => isNamed(control, vocabulary));
  if (named.length > 0) return { control: named.length === 1 ? (named[0] as Control) : null, isNamed: true };
  const [only, another] = shown.filter(({ apart }) => !apart);
  return { control: only && !another ? only : null, isNamed: false };
}

/** The controls of the page, with those that are choices of one group put together. */
function controlsOf({ snapshot }: Reading, { language }: Vocabulary): Control[] {
  return withChoices(snapshot.controls.map(withoutNotices), language);
}

/** A toast beside main says something of the page, and nothing of what the control is. */
function withoutNotices(control: Control): Control {
  const isPart = ({ as }: PageText) => as !== 'notice';
  return { ...control, before: control.before.filter(isPart), after: control.after.filter(isPart) };
}

type Told = { state: 'on' | 'off'; reason?: undefined } | { state?: undefined; reason: Reason };

function stateOf(reading: Reading, control: Control | null, isNamed: boolean, vocabulary: Vocabulary): Told {
  const hindrance = hindranceOf(reading, control);
  if (hindrance) return { reason: hindrance };
  const { name, inert } = control as Control;
  const state = toldBy(control as Control, vocabulary);
  if (state === 'mixed') return { reason: 'contradicting-signals' };
  if (!state) return { reason: isChoice(control as Control) ? 'unknown-choice' : 'no-state' };
  // A button named after a state says what it would do as well as what it has done.
  if (control?.sort === 'pressed' && name.length > 0 && name.every(({ text }) => sortOf(text, vocabulary) === 'state'))
    return { reason: 'no-state' };
  if (inert) return { reason: 'not-operable' };
  if (!reading.settled) return { reason: 'unstable' };
  if (!isNamed && vocabulary.labels.length > 0) return { reason: 'wording-changed' };
  const words = isChoice(control as Control) ? [] : wordsBeside(control as Control, vocabulary);
  return words.some((word) => word !== state) ? { reason: 'contradicting-signals' } : { state };
}

/** What keeps the page from saying anything of the setting. */
function hindranceOf({ snapshot, lingering, settled }: Reading, control: Control | null): Reason | undefined {
  const { instead, main, controls, translated } = snapshot;
  if (instead === 'unreadable') return 'unreadable';
  if (instead === 'sign-in') return 'signed-out';
  if (instead === 'placeholder') return 'half-loaded';
  if (lingering) return 'page-stayed';
  if (translated) return 'translated';
  if (!main && controls.length === 0) return 'no-main';
  if (controls.length === 0) return instead === 'frame' ? 'in-frame' : 'no-control';
  if (controls.every(({ sight }) => sight === 'nothing')) return settled ? 'not-shown' : 'no-control';
  return control ? undefined : 'several-controls';
}

/** What a control says by itself, whichever sort it is. */
function toldBy(control: Control, { language }: Vocabulary): ControlState {
  return isChoice(control) ? chosenState(control, language) : control.state;
}

function isChoice({ sort }: Control): boolean {
  return sort === 'radio' || sort === 'select';
}

/** What a choice says: its options must be known words, one of each, and exactly one chosen. */
function chosenState({ options }: Control, language: string): 'on' | 'off' | null {
  const states = options.map(({ text }) => stateOfWord(language, text));
  const chosen = states.filter((_, index) => options[index]?.chosen);
  const isPair = states.length === 2 && states.includes('on') && states.includes('off');
  return isPair && chosen.length === 1 ? (chosen[0] ?? null) : null;
}

/**
 * The known words for on and off that are shown with a control: its own, and those next to it on either side. A switch that holds both
 * shows one of them by drawing alone.
 */
function wordsBeside(control: Control, vocabulary: Vocabulary): ('on' | 'off')[] {
  const word = ({ text }: PageText) => stateOfWord(vocabulary.language, text) ?? [];
  const own = new Set(control.name.filter(isRead).flatMap(word));
  return [
    ...(own.size > 1 ? [] : own),
    ...nearTexts(control, vocabulary).flatMap(word),
    ...wordsAfterLabels(control, vocabulary).flatMap(word),
    ...control.after.slice(0, 1).flatMap(word),
  ];
}

/** The texts between a control and the label, or the title, before it; where there is neither, the nearest text. */
function nearTexts({ before }: Control, vocabulary: Vocabulary): PageText[] {
  const end = before.findIndex(({ text }) => ['label', 'title'].includes(sortOf(text, vocabulary)));
  return before.slice(0, end < 0 ? 1 : end).filter(isRead);
}

/** State words right after the label or title farther out, such as in the heading of a part that can be folded. */
function wordsAfterLabels({ before, after }: Control, vocabulary: Vocabulary): PageText[] {
  const isNaming = (one: PageText | undefined) => one && ['label', 'title'].includes(sortOf(one.text, vocabulary));
  return [
    ...before.filter((one, place) => isRead(one) && isNaming(before[place + 1])),
    ...after.filter((one, place) => isRead(one) && isNaming(after[place - 1])),
  ];
}

function isRead({ as }: PageText): boolean {
  return as !== 'unseen' && as !== 'link';
}

function missingProof(
  reading: Reading,
  control: Control,
  state: 'on' | 'off',
  isNamed: boolean,
  vocabulary: Vocabulary,
): Proof | null {
  if (!isNamed) return 'named';
  if (state === 'on') return control.sight === 'seen' ? null : 'shown';
  const isLast = reading.snapshot.controls.at(-1)?.name === control.name;
  const texts = textsAround(reading, control);
  const isDoubted = texts.some(isDoubtfulIn(vocabulary)) || isUnderStrangeHeading(control, vocabulary);
  if (isDoubted || isBesideOn(reading, control, vocabulary)) return 'told';
  if (!isTold(control, vocabulary, isUsed(reading))) return 'told';
  if (isLast && isFollowedByStrangeWord(control, vocabulary)) return 'told';
  if (control.sight !== 'seen') return 'shown';
  // However long one waits on a page that was used, or was not loaded for this, it proves nothing of what is stored.
  if (isUsed(reading) || reading.origin === 'inside') return 'served';
  if (texts.some(({ text, as }) => as !== 'link' && isPending(text, vocabulary.language))) return 'whole';
  const isSpoken = !control.doubts.includes('unspoken') || wordsBeside(control, vocabulary).length > 0;
  if (reading.stillness === 'no' || (!isSpoken && reading.stillness !== 'long')) return 'whole';
  return reading.origin === 'server' && isLayoutDescribed(reading.tree) ? null : 'served';
}

/** The texts of a control and around it, and what toasts say anywhere on the page. */
function textsAround({ snapshot }: Reading, { name, group, before, after }: Control): PageText[] {
  const beside = snapshot.controls.flatMap((one) => [...one.before, ...one.after]);
  const notices = beside.filter(({ as }) => as === 'notice');
  // A switch that is a button has the words for both states in it, and offers nothing.
  const own = name.map((one): PageText => ({ ...one, as: 'text' }));
  return [...own, ...group, ...before, ...after, ...notices];
}

/**
 * Whether a text around an "off" speaks against it: it says that the setting is on, offers to turn it off, or names a group of what is
 * refused. What stands beside main only has to end with a word for on.
 */
function isDoubtfulIn(vocabulary: Vocabulary): (text: PageText) => boolean {
  const { language } = vocabulary;
  return ({ text, as }) => {
    if (namesOn(text, vocabulary)) return true;
    if (as === 'notice' ? endsInOn(text, language) : isSign(text)) return true;
    if (as === 'link') return stateOfWord(language, text) === 'on';
    if (as === 'button' && (stateOfWord(language, text) === 'on' || mayReverse(text, vocabulary))) return true;
    return claimsOn(text, language);
  };
}

/** Whether something else says on that may be the setting: another control, or a word on a page with no other control that it could belong to. */
function isBesideOn(reading: Reading, control: Control, vocabulary: Vocabulary): boolean {
  const others = controlsOf(reading, vocabulary).filter(({ name }) => name !== control.name);
  const words = [...control.before, ...control.after].map(({ text }) => stateOfWord(vocabulary.language, text));
  return others.some(isOnToo(vocabulary)) || (others.length === 0 && words.includes('on'));
}

/** A control that is on and has no name that makes it another setting: none at all, the label among other words, or that of a choice between on and off. */
function isOnToo(vocabulary: Vocabulary): (control: Control) => boolean {
  return (control) => {
    const { name, group, before } = control;
    const sorts = [...name, ...group, ...before].map(({ text }) => sortOf(text, vocabulary));
    const isOther = sorts.some((sort) => sort === 'other' || sort === 'prose');
    const isLike = isChoice(control) || name.some(({ text }) => hasLabel(text, vocabulary));
    return (!isOther || isLike) && toldBy(control, vocabulary) === 'on';
  };
}

/** Whether it stands under a heading that is not the setting's, where that is known: over an example, a history, or what is refused. */
function isUnderStrangeHeading({ before, group }: Control, vocabulary: Vocabulary): boolean {
  const heading = before.find(({ as }) => as === 'heading');
  const isOther = heading && ['other', 'state'].includes(sortOf(heading.text, vocabulary));
  return (vocabulary.titles.length > 0 && isOther) || group.some(({ text }) => mayReverse(text, vocabulary));
}

/** The member has used the page since it was loaded, or its switch was seen to turn. */
function isUsed({ touched, switchedAt }: Reading): boolean {
  return touched || switchedAt !== null;
}

/** Nothing keeps its "off" from being believed. That it is not as it was delivered is no wonder once the member has used it. */
function isTold(control: Control, vocabulary: Vocabulary, isUsedSince: boolean): boolean {
  const { doubts, before } = control;
  const isSpoken = wordsBeside(control, vocabulary).length > 0;
  if ((doubts.includes('restored') && !isUsedSince) || (doubts.includes('hidden') && !isSpoken)) return false;
  // Between a label and its switch a word for the state is expected; one that nobody knows may say the opposite.
  const hasLabelBefore = before.some(({ text }) => sortOf(text, vocabulary) === 'label');
  return isChoice(control) || !hasLabelBefore || !nearTexts(control, vocabulary).some(isStrangeIn(vocabulary));
}

/** The same for a word right after the last control of the page, which no other can be named by. */
function isFollowedByStrangeWord(control: Control, vocabulary: Vocabulary): boolean {
  const [next] = control.after;
  if (isChoice(control) || !next || !isRead(next) || next.as === 'button') return false;
  // A control without a name of its own may be named by what follows it, however long.
  const isName = control.name.length === 0 && sortOf(next.text, vocabulary) === 'other';
  return isName || isStrangeIn(vocabulary)(next);
}

function isStrangeIn(vocabulary: Vocabulary): (text: PageText) => boolean {
  return ({ text }) =>
    sortOf(text, vocabulary) === 'other' && text.length <= LIMITS.value && !isPending(text, vocabulary.language);
}
