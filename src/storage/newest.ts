/** The latest time there is, in milliseconds: a file may claim any. */
export const LATEST_CHANGE = 8.64e15;

/** When something is changed that was changed before, in milliseconds: later than then, whatever clocks say, or the change would not count. */
export function changeAfter(before: number | undefined, now: number): number {
  return Math.min(LATEST_CHANGE, Math.max(now, (before ?? -1) + 1));
}

/** A value with the time of its last change; one that never was changed has none. */
type Word = { value: unknown; at: number | undefined };

/** Whether another device's word is newer than the one here. Of two of the same time the same one wins on both. */
export function isNewer(theirs: Word, ours: Word): boolean {
  const [a, b] = [theirs.at ?? -1, ours.at ?? -1];
  if (a !== b) return a > b;
  return (JSON.stringify(theirs.value) ?? '') > (JSON.stringify(ours.value) ?? '');
}
