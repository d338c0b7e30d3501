import { isLayoutDescribed } from './address.ts';
import type { Control, Reading } from './reading.ts';
import type { Reason } from './reasons.ts';
import { compareLabel, knownLabel, stateOfWord } from './words.ts';

/** What the page calls the setting, and how far evidence goes for its words and its layout. */
export type About = { label: string; language: string; wordsKnown: boolean; layoutDescribed: boolean };

/** What a reading means for one setting. `confirmed`: LinkedIn has it stored so, it is not just what a click did. */
export type Meaning = About & ({ state: 'on' | 'off'; confirmed: boolean } | { state: 'unknown'; reason: Reason });

/** Decides what a reading of a setting's own page says. Any doubt is an `unknown` with its reason. */
export function interpret(reading: Reading, setting: string): Meaning {
  const { snapshot, tree } = reading;
  const { language } = snapshot;
  const control = theControl(reading, setting);
  const label = control ? (knownLabel(setting, language, control.texts) ?? control.texts[0] ?? '') : '';
  const wordsKnown = compareLabel(setting, language, [label]) !== 'unknown';
  const about: About = { label, language, wordsKnown, layoutDescribed: isLayoutDescribed(tree) };
  const reason = whyNot(reading, control, setting);
  if (reason) return { state: 'unknown', reason, ...about };
  const state = control?.state as 'on' | 'off';
  return { state, confirmed: isConfirmed(reading, control as Control), ...about };
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
  if (snapshot.controls.length === 0) {
    if (snapshot.instead === 'frame') return 'in-frame';
    return snapshot.main ? 'no-control' : 'no-main';
  }
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
