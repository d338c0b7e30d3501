/** Letters that take up room and are drawn as nothing: the Hangul fillers and the empty Braille pattern. */
const BLANK = /[\u115f\u1160\u2800\u3164\uffa0]/g;
/** What is not drawn at all: controls, joiners, selectors, tags, halves of characters, and what no character stands for. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu;
const MARKS = /\p{M}+/gu;
/** A mark that takes room of its own, as vowels of Indian scripts do, and so is not piled on the letter. */
const BESIDE = /\p{Mc}/u;
/** Marks without a letter to stand on. */
const STRAY_MARKS = /(^|\s)\p{M}+/gu;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** No script that LinkedIn is written in piles more on one letter. */
const MOST_MARKS = 2;

/**
 * A text of a page as it may be quoted to the member: one line without blank or unseen characters, with no more marks on a letter than a
 * script needs, so that it cannot run out of the box it stands in. "" where nothing of it can be seen.
 */
export function quotable(text: string): string {
  const line = text
    .replace(/\s+/g, ' ')
    .replace(BLANK, ' ')
    .replace(UNSEEN, '')
    .normalize('NFC')
    .replace(STRAY_MARKS, '$1')
    .replace(MARKS, fewMarks)
    .replace(/\s+/g, ' ')
    .trim();
  return VISIBLE.test(line) ? line : '';
}

function fewMarks(marks: string): string {
  let piled = 0;
  let beside = 0;
  return [...marks].filter((mark) => (BESIDE.test(mark) ? ++beside <= 1 : ++piled <= MOST_MARKS)).join('');
}
