/**
 * Why a page gave no certain answer: a closed list, each with a sentence for maintainers. The sentence for members is under the key
 * `reason_<code>` in `_locales`, with `-` written as `_`.
 */
export const REASON_NOTES = {
  'no-control': 'The main region holds no visible control. Look for markup that controls.ts does not know.',
  'no-main': 'No visible main region after the whole wait. Look for a page without a main element.',
  'several-controls': 'More than one control, and not exactly one of them carries the known label.',
  'contradicting-signals': 'Native state, ARIA state, nested controls or the word beside them disagree.',
  'no-state': 'A control with neither a native nor an ARIA state.',
  'not-operable': 'The control or something around it is disabled or busy.',
  unstable: 'Readable at times, but the page never stood still for 300 ms within ten seconds.',
  'wording-changed': 'The label in this language is known, and none of the texts that name the control is it.',
  'signed-out': 'There is a password field on the page.',
  'in-frame': 'The main region holds a frame and no control. Frames are not read.',
  'half-loaded': "All of the page's first links lead to the home page, as before hydration.",
  'page-stayed': 'After navigation inside the page, the control of the address before is still there.',
  unreadable: "Looking at the page threw: its elements hide the DOM's own properties.",
  'no-value': 'The row of the category page has no value after the whole wait.',
  'unknown-word': 'The value in the row of the category page is in none of the known words of the language.',
} as const;

export type Reason = keyof typeof REASON_NOTES;

export const REASONS = Object.keys(REASON_NOTES) as Reason[];
