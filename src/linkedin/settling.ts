/**
 * When a page that is still moving may be believed. Pure: sights and times go in, what to do comes out.
 * Times are milliseconds on a clock that never runs backwards.
 */

/** How long a page must say the same before it counts as said. */
export const QUIET = 300;
/** How long "off" must have stood on a fresh page: switches are known to be drawn off before their value arrives. */
export const HELD = 1500;
/** When to say that nothing could be read. The watch goes on after that. */
export const PATIENCE = 10_000;
/** In that many milliseconds nothing ever happens. */
export const NEVER = Number.POSITIVE_INFINITY;
/** Least time between two looks, whatever the page does. */
export const PACE = 100;

/** Further looks at a settled page: a native switch that a script flips leaves no trace to observe. */
const LATE_LOOKS = [HELD, 5000, 15_000];
/** Looks while there is a control but no answer yet, and while there is none. Changes of the page bring them forward. */
const WAIT_FOR_ANSWER = 200;
const WAIT_FOR_CONTROL = 1000;
const WAIT_AFTER_GIVING_UP = 15_000;

/** One look at the page, reduced to what settling needs: everything seen, the states alone, and whether they make an answer. */
export type Sight = { all: string; states: string; controls: number; isAnswer: boolean };

export type Settling = {
  status: 'looking' | 'settled' | 'gave-up';
  /** Since when an answer has been missing. */
  lookingSince: number;
  /** Since when the page has said `all`, and how many looks have found it unchanged. */
  quietSince: number;
  unchanged: number;
  all: string | null;
  /** The states of the last settled answer. */
  settledStates: string | null;
  /** An answer was settled before with other states. */
  switched: boolean;
  held: boolean;
  /** Patience is over: what is missing now is missing. */
  waited: boolean;
};

/** The state of mind before the first look. */
export function beginSettling(now: number): Settling {
  return {
    status: 'looking',
    lookingSince: now,
    quietSince: now,
    unchanged: 0,
    all: null,
    settledStates: null,
    switched: false,
    held: false,
    waited: false,
  };
}

/**
 * Takes one more look into account. A look that came late says that the page was held up, and may only have had no time to change: it
 * takes another one to believe that it stands still.
 */
export function settle(before: Settling, sight: Sight, now: number, isLate = false): Settling {
  const changed = sight.all !== before.all;
  const quietSince = changed ? now : before.quietSince;
  const unchanged = changed ? 0 : before.unchanged + 1;
  const lookingSince = changed && before.status === 'settled' ? now : before.lookingSince;
  const after = {
    ...before,
    all: sight.all,
    quietSince,
    unchanged,
    lookingSince,
    held: false,
    waited: now - lookingSince >= PATIENCE,
  };
  if (sight.isAnswer && now - quietSince >= QUIET && !(isLate && unchanged < 2)) {
    const switched = before.switched || (before.settledStates !== null && before.settledStates !== sight.states);
    return { ...after, status: 'settled', settledStates: sight.states, switched, held: now - quietSince >= HELD };
  }
  return { ...after, status: after.waited ? 'gave-up' : 'looking' };
}

/** In how many milliseconds to look again even if nothing happens; Infinity when only a change can tell more. */
export function nextLook({ status, quietSince }: Settling, sight: Sight, now: number): number {
  const quiet = now - quietSince;
  if (status === 'settled') return (LATE_LOOKS.find((delay) => delay > quiet) ?? NEVER) - quiet;
  if (sight.isAnswer) return Math.max(PACE, QUIET - quiet);
  if (status === 'gave-up') return WAIT_AFTER_GIVING_UP;
  return sight.controls > 0 ? WAIT_FOR_ANSWER : WAIT_FOR_CONTROL;
}
