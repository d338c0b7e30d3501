import type { PageAddress } from './address.ts';
import type { Control, Origin, Reading, Snapshot, Stillness } from './reading.ts';
import { serialize } from './text.ts';

/**
 * One visit to one address, as a value: what was seen there, since when, and what that is worth. Pure: moments and looks go in, the next
 * value comes out. Times are milliseconds; `now` is on a clock that never runs backwards.
 */
export type Visit = {
  /** Where the page is. */
  address: PageAddress;
  /** The document was loaded at this address, and the reader was there when it began to. */
  isOwn: boolean;
  /** What the page says now has stood for long enough to count as said. */
  isSettled: boolean;
  /** Since when an answer has been missing. */
  lookingSince: number;
  /** The latest look as plain data; null before the first. */
  snapshot: Snapshot | null;
  lingering: boolean;
  /** What the page says of the setting, since when, and how many looks and glances have found it so. */
  said: string;
  saidSince: number;
  sights: number;
  /** Everything that stands in main. */
  all: string;
  /** For how long, in front and not held up, nothing at all has happened, and nothing to what stands in main. */
  stillFor: number;
  sameFor: number;
  /** How still the page was at the latest look. */
  stillness: Stillness;
  /** The states of the latest answer, since when, and how often they changed without the member. */
  states: string;
  statesSince: number;
  turns: number;
  touched: boolean;
  switchedAt: number | null;
};

/** What starts over whenever something happens. */
type Run = Pick<Visit, 'saidSince' | 'sights' | 'stillFor' | 'sameFor'>;

/** What a moment is like, apart from what stands on the page. */
export type Moment = {
  now: number;
  /** Milliseconds since 1970. */
  wallClock: number;
  /** How much time has passed since the moment before that counts: in front, and the page was not held up. */
  passed: number;
  /** The document and all that it loads at first are there. */
  loaded: boolean;
  /** Something arrived over the network since the moment before. */
  arrived: boolean;
  /** The member used the page, in main, since the moment before. */
  acted: boolean;
};

/** How long a page must say the same before it counts as said. */
export const QUIET = 300;
/** The same for a page that has changed its mind over and over by itself. */
const QUIET_AFTER_TURNS = 3000;
const MANY_TURNS = 2;
/** How many looks and glances must have found it so. */
const SIGHTS = 3;
/** How long nothing may have happened before the page counts as done. */
export const STILL = 5000;
/** After so long without a change in main, what arrives over the network does not count any more: beacons and heartbeats may go on for ever. */
export const STILL_ENOUGH = 12_000;
/** The longest that a value was seen to take, without anything on the page that announces it, was 17 s. */
export const LONG = 20_000;
/** When to say that nothing could be read. The watch goes on after that. */
export const PATIENCE = 10_000;

/** A visit that has just begun. */
export function beginVisit(address: PageAddress, isOwn: boolean, now: number): Visit {
  const visit: Omit<Visit, keyof Run> = {
    address,
    isOwn,
    isSettled: false,
    lookingSince: now,
    snapshot: null,
    lingering: false,
    said: '',
    all: '',
    stillness: 'no',
    states: '',
    statesSince: now,
    turns: 0,
    touched: false,
    switchedAt: null,
  };
  return restart(visit, now);
}

/** Time passed, and nothing else that a glance could tell. */
export function passTime(visit: Visit, { passed, loaded, arrived, acted }: Moment): Visit {
  return {
    ...visit,
    touched: visit.touched || acted,
    sights: visit.sights + 1,
    stillFor: loaded && !arrived ? visit.stillFor + passed : 0,
    sameFor: loaded ? visit.sameFor + passed : 0,
  };
}

/** The control, or what is right around it, has changed, or the page was not in front, so that nobody saw what it did: all starts over. */
export function restart<Before>(visit: Before, now: number): Before & Run {
  return { ...visit, saidSince: now, sights: 0, stillFor: 0, sameFor: 0 };
}

/** Takes a look into account. `all` is everything in main; `lingering`: what was seen may belong to the address before. */
export function see(visit: Visit, snapshot: Snapshot, all: string, lingering: boolean, moment: Moment): Visit {
  const said = serialize([
    lingering,
    snapshot.instead,
    snapshot.translated,
    snapshot.rows,
    snapshot.controls.map(essenceOf),
  ]);
  const isSame = said === visit.said;
  const before = isSame ? visit : restart(visit, moment.now);
  const isStill = all === visit.all && !snapshot.loading;
  const seen: Visit = {
    ...before,
    snapshot,
    lingering,
    said,
    all,
    touched: visit.touched || moment.acted,
    sights: before.sights + 1,
    stillFor: isStill ? before.stillFor : 0,
    sameFor: isStill ? before.sameFor : 0,
    lookingSince: visit.isSettled && !isSame ? moment.now : visit.lookingSince,
  };
  const noted = noteStates(seen, moment);
  const isSettled = hasSaidSo(noted, moment.now);
  return { ...noted, isSettled, stillness: isSettled ? stillnessOf(noted) : 'no' };
}

/** Whether a visit has an answer, or has waited for one for long enough. */
export function isDone({ isSettled, lookingSince }: Visit, now: number): boolean {
  return isSettled || now - lookingSince >= PATIENCE;
}

/**
 * What of a control must stay the same for the page to have said something: not whether it is in view, nor the texts farther away, which
 * may be clocks.
 */
function essenceOf({ sight: _, before, after, ...control }: Control): unknown {
  const near = [...before.slice(0, control.name.length > 0 ? 1 : 3), ...after.slice(0, 1)];
  return [control, near.filter(({ text }) => !/\d/.test(text))];
}

/** Whether what the page says now has stood for long enough, and been found so often enough. */
export function hasSaidSo(visit: Visit, now: number): boolean {
  const { snapshot, lingering, sights } = visit;
  return !!snapshot && !lingering && isAnswer(snapshot) && !timeToSay(visit, now) && sights >= SIGHTS;
}

/** How much longer what the page says now has to stand to count as said, in milliseconds. */
export function timeToSay({ saidSince, turns }: Visit, now: number): number {
  return Math.max(saidSince + (turns < MANY_TURNS ? QUIET : QUIET_AFTER_TURNS) - now, 0);
}

/**
 * A state that changes after the member used the page was switched; so was an "off" that follows an "on" which had stood for a while. Any
 * other has only just arrived. Yet an "on" that had stood for long enough to count as said does not turn by arriving: a script may have
 * clicked, and what it asked for may have failed, so the page counts as used.
 */
function noteStates(visit: Visit, { now, wallClock }: Moment): Visit {
  const { snapshot, states: before, statesSince, touched, turns, switchedAt, isSettled } = visit;
  if (!snapshot || !isAnswer(snapshot)) return visit;
  const states = serialize(snapshot.controls.map(({ state, options }) => [state, options]));
  if (states === before) return visit;
  // Of a list to choose from only the words tell which choice is on.
  const wasOn = /"on"|chosen":t/.test(before);
  const isSwitched = before && (touched || (wasOn && (turns > 0 || now - statesSince >= STILL)));
  return {
    ...visit,
    states,
    statesSince: now,
    turns: before && !touched ? turns + 1 : turns,
    touched: touched || (wasOn && isSettled),
    switchedAt: isSwitched ? wallClock : switchedAt,
  };
}

/** Whether the page says anything that has more to prove than that it is said: "on" has not. */
export function needsProof({ snapshot }: Visit): boolean | undefined {
  return snapshot?.controls.some(({ state }) => state !== 'on');
}

/** How long the page has kept still. */
export function stillnessOf({ stillFor, sameFor, snapshot }: Visit): Stillness {
  if (!snapshot || snapshot.loading) return 'no';
  return sameFor >= LONG ? 'long' : stillFor >= STILL || sameFor >= STILL_ENOUGH ? 'still' : 'no';
}

/** What is told of a visit, once there is something to tell; `load` is when the document began to load, and `origin` where it came from. */
export function readingOf(visit: Visit, load: number, origin: Origin, now: number): Reading | null {
  const { address, isOwn, isSettled, snapshot, lingering, touched, switchedAt, lookingSince, stillness } = visit;
  if (!snapshot || !isDone(visit, now)) return null;
  return {
    ...address,
    load,
    origin: isOwn ? origin : 'inside',
    settled: isSettled,
    stillness,
    waited: now - lookingSince >= PATIENCE,
    touched,
    switchedAt,
    lingering,
    snapshot,
  };
}

/** What makes a reading of a visit another than the one before. */
export function differenceOf({ snapshot, ...reading }: Reading, { said }: Visit): string {
  return serialize([reading, said, snapshot.loading, snapshot.controls.map(({ sight }) => sight)]);
}

function isAnswer({ controls, rows, instead }: Snapshot): boolean {
  return (
    !instead &&
    (rows.some(({ value }) => value) ||
      controls.some(({ state, options, inert }) => (state === 'on' || state === 'off' || options.length > 0) && !inert))
  );
}
