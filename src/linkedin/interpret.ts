import { isLayoutDescribed } from './address.ts';
import type { Control, Reading, Row } from './reading.ts';
import type { Reason } from './reasons.ts';
import { compareLabel, knownLabel, stateOfWord } from './words.ts';

/** What was read: what LinkedIn calls the setting, where it was seen, and how far evidence goes for its words and layout. */
export type About = {
  label: string;
  language: string;
  /** Its own page, or the list on a category page, which is less certain. */
  via: 'page' | 'list';
  wordsKnown: boolean;
  layoutDescribed: boolean;
  /** The document load it was read in. */
  load: number;
};

/** What a reading means for one setting. `confirmed`: LinkedIn has it stored so, it is not just what a click did. */
export type Meaning = About &
  ({ state: 'on' | 'off'; confirmed: boolean } | { state: 'unknown'; reason: Reason; word: string });

/** Decides what a reading of a setting's own page says. Any doubt is an `unknown` with its reason. */
export function interpret(reading: Reading, setting: string): Meaning {
  const { language } = reading.snapshot;
  const control = theControl(reading, setting);
  const label = control ? (knownLabel(setting, language, control.texts) ?? control.texts[0] ?? '') : '';
  const wordsKnown = compareLabel(setting, language, [label]) !== 'unknown';
  const about: About = { ...aboutOf(reading), label, via: 'page', wordsKnown };
  const reason = whyNot(reading, control, setting);
  if (reason) return { state: 'unknown', reason, word: '', ...about };
  const state = control?.state as 'on' | 'off';
  return { state, confirmed: isConfirmed(reading, control as Control), ...about };
}

/**
 * Decides what a row of a category page says of its setting: nothing (null) while its value may still come. A row is never
 * confirmed: LinkedIn fetches its value apart from the page.
 */
export function interpretRow(row: Row, reading: Reading): Meaning | null {
  const { language } = reading.snapshot;
  const state = stateOfWord(language, row.value);
  const about: About = { ...aboutOf(reading), label: row.label, via: 'list', wordsKnown: state !== undefined };
  if (state) return { state, confirmed: false, ...about };
  if (row.value) return { state: 'unknown', reason: 'unknown-word', word: row.value, ...about };
  return reading.waited ? { state: 'unknown', reason: 'no-value', word: '', ...about } : null;
}

function aboutOf({ snapshot, tree, load }: Reading): Pick<About, 'language' | 'layoutDescribed' | 'load'> {
  return { language: snapshot.language, layoutDescribed: isLayoutDescribed(tree), load };
}

/** The one control of the page, or among several the one that carries the setting's exact known label. */
function theControl({ snapshot }: Reading, setting: string): Control | undefined {
  const { controls, language } = snapshot;
  if (controls.length === 1) return controls[0];
  const named = controls.filter(({ texts }) => knownLabel(setting, language, texts) !== undefined);
  return named.length === 1 && compareLabel(setting, language, named[0]?.texts ?? []) === 'same' ? named[0] : undefined;
}

function whyNot(reading: Reading, control: Control | undefined, setting: string): Reason | undefined {
  const { snapshot, settled, lingering } = reading;
  if (snapshot.instead === 'unreadable') return 'unreadable';
  if (snapshot.instead === 'sign-in') return 'signed-out';
  if (snapshot.instead === 'placeholder') return 'half-loaded';
  if (lingering) return 'page-stayed';
  if (!snapshot.main) return 'no-main';
  if (snapshot.controls.length === 0) return snapshot.instead === 'frame' ? 'in-frame' : 'no-control';
  if (!control) return 'several-controls';
  if (control.state === 'mixed') return 'contradicting-signals';
  if (control.state === null) return 'no-state';
  if (control.inert) return 'not-operable';
  if (!settled) return 'unstable';
  if (compareLabel(setting, snapshot.language, control.texts) === 'different') return 'wording-changed';
  const word = stateOfWord(snapshot.language, control.stateWord);
  return word && word !== control.state ? 'contradicting-signals' : undefined;
}

function isConfirmed({ fresh, held, switched }: Reading, { state, restored }: Control): boolean {
  return fresh && !switched && (state === 'on' || (held && !restored));
}
