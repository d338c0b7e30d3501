/**
 * Why a page gave no certain answer: a closed list, each with a sentence for maintainers. The sentence for members is under the key
 * `reason_<code>` in `_locales`, with `-` written as `_`.
 */
export const REASON_NOTES = {
  'no-control': 'The main region holds no control. Look for markup that walk.ts does not know.',
  'no-main': 'No visible main region after the whole wait. Look for a page without a main element.',
  'several-controls': 'More than one control, and not exactly one of them is named as the setting.',
  'contradicting-signals': 'Native state, ARIA state, nested controls or the word beside them disagree.',
  'no-state': 'A control with neither a native nor an ARIA state.',
  'not-operable': 'The control or something around it is disabled or busy.',
  unstable: 'Readable at times, but the page never kept still for long enough within ten seconds.',
  'wording-changed': 'The label in this language is known, and the control is not named by it.',
  'signed-out': 'There is a password field on the page.',
  'in-frame': 'The main region holds a frame and no control. Frames are not read.',
  'half-loaded': "All of the page's first links lead to the home page, as before hydration.",
  translated: 'The page is shown in machine translation: its words are not LinkedIn’s own.',
  'not-shown': 'There are controls, and none of them can be seen: clipped away, without room or off the page.',
  'unknown-choice': 'The control is a choice between options, and their words do not tell which one means on.',
  'several-values': 'The category page shows the setting more than once, with different values.',
  'page-stayed': 'After navigation inside the page, the control of the address before is still there.',
  unreadable: "The page is larger than a look goes, or its elements hide the DOM's own properties.",
  'no-value': 'The row of the category page has no value after the whole wait.',
  'unknown-word': 'The value in the row of the category page is in none of the known words of the language.',
} as const;

export type Reason = keyof typeof REASON_NOTES;

export const REASONS = Object.keys(REASON_NOTES) as Reason[];
