/**
 * Why a page gave no certain answer. A closed list: each has a sentence for members under the key `reason_<code>` in
 * `_locales`, with `-` written as `_`.
 */
export const REASONS = [
  /** The page loaded, its main region holds no switch. */
  'no-control',
  /** No main region after the whole wait: not a page we know. */
  'no-main',
  /** More than one switch, and no words to tell which is the setting's. */
  'several-controls',
  /** Native state, ARIA state, nested controls or the word beside them disagree. */
  'contradicting-signals',
  /** A control that says neither on nor off. */
  'no-state',
  /** The control is disabled or busy. */
  'not-operable',
  /** It would have been readable but never stood still. */
  'unstable',
  /** The words are known in this language and these are others. */
  'wording-changed',
  /** LinkedIn asks to sign in. */
  'signed-out',
  /** The setting is inside a frame, which is not read. */
  'in-frame',
  /** The page never came to life. */
  'half-loaded',
  /** The page before never went away. */
  'page-stayed',
  /** The page hides the browser's own properties. */
  'unreadable',
  /** The list shows the setting without a value. */
  'no-value',
  /** The list shows a value in words that are not known. */
  'unknown-word',
] as const;

export type Reason = (typeof REASONS)[number];
