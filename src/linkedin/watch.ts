import { type PageAddress, pageAddress } from './address.ts';
import type { FoundControl } from './controls.ts';
import { type Found, found, type Glance, glanceAt, NOTHING_FOUND } from './glance.ts';
import type { Reading } from './reading.ts';
import { sensesOf } from './senses.ts';
import { lookAt } from './snapshot.ts';
import { serialize } from './text.ts';
import {
  beginVisit,
  differenceOf,
  hasSaidSo,
  isDone,
  type Moment,
  needsProof,
  passTime,
  readingOf,
  restart,
  see,
  stillnessOf,
  timeToSay,
  type Visit,
} from './visit.ts';
import type { ShadowRootOf } from './walk.ts';

export type Watch = {
  /** Tells again what there is to tell. Returns whether the watch is done, with the setting's path ("" where the page is none). */
  look(): { done: boolean; path: string };
  /**
   * Scrolls the switch into view and focuses it, so that the browser's own focus ring shows. Among several it is the one that this label
   * names. Returns whether it has the focus; nothing is done where it cannot be told for certain.
   */
  show(label: string): boolean;
  /** Stops for good. */
  stop(): void;
};

/** Milliseconds from one moment to the next, about. */
const QUICK = 100;
const CLOSE = 250;
const IDLE = 1000;
/** A little more or less than that, at random, so that what flickers cannot keep in step: the least, as a share, and how much more. */
const LEAST = 0.6;
const SPREAD = 0.8;
/** A moment this late says that the page was held up, and had no time to change: what passed before it does not count. */
const LATE = 60;
/** How long, in milliseconds, after the member used the page it is followed closely: a failed save flips a switch back late. */
const AFTERMATH = 15_000;
/** Milliseconds in which every change is looked at while an answer is missing, and after which looks for one become rare. */
const EARLY = 1000;
const SEARCH = 10_000;
/** Least times between two looks: while an answer is missing or something changes, and later on. */
const SEARCH_PACE = 500;
const RARE_PACE = 2000;
/** In that many milliseconds nothing ever happens. */
const NEVER = 1e15;

/** What the watch knows. */
type State = {
  visit: Visit | null;
  found: Found;
  glance: Glance;
  /** What controls of the address before are called, which may still stand on the page. */
  previous: string[];
  lookedAt: number;
  usedAt: number;
  told: string;
};

/** Of an address that was just come to. */
const UNKNOWN: State = {
  visit: null,
  found: NOTHING_FOUND,
  glance: { own: '', all: '' },
  previous: [],
  lookedAt: -NEVER,
  usedAt: -NEVER,
  told: '',
};

/**
 * Watches a settings page from now on and reports every reading worth telling: once the page has said something for certain, when each
 * further proof is there, when it changes, and when there is nothing. What `report` could not deliver is reported again. Writes nothing into the
 * page and leaves nothing in it. Between frames it only glances at what it found before; it looks at the page in frames, when styles have
 * just been computed.
 */
export function watch(
  window: Window & typeof globalThis,
  report: (reading: Reading) => Promise<boolean>,
  shadowRootOf: ShadowRootOf,
  makeSenses: typeof sensesOf = sensesOf,
): Watch {
  const senses = makeSenses(window, lookInFrame, askForLook);
  const addressNow = () => pageAddress(window.location.pathname);
  const lookNow = (kind: Reading['kind']) => lookAt(window.document, kind, shadowRootOf, senses.wasSeen);
  let isStopped = false;
  let isLookWanted = true;
  /** When the next moment is due. Those planned before it are void. */
  let dueAt = NEVER;
  let momentAt = senses.now();
  let state: State = { ...UNKNOWN, visit: visitTo(addressNow(), senses.isFromTheStart) };

  function visitTo(address: PageAddress | null, isOwn: boolean): Visit | null {
    return address && beginVisit(address, isOwn, senses.now());
  }

  function plan(pace: number): void {
    const delay = pace * (LEAST + SPREAD * Math.random());
    const due = senses.now() + delay;
    dueAt = due;
    senses.after(delay, () => {
      if (dueAt === due && !isStopped) pass(senses.now() - due);
    });
  }

  /** One moment of the watch. */
  function pass(lateness: number): void {
    const moment = momentNow(lateness > LATE ? 0 : senses.now() - momentAt);
    momentAt = moment.now;
    followAddress();
    if (!state.visit) {
      plan(IDLE);
    } else if (senses.isInFront()) {
      state = afterGlance(state, state.visit, moment);
      if (isLookWanted) senses.awaitFrame();
      else reportReading();
      plan(paceOf(state, moment));
    } else {
      state.visit = restart(state.visit, moment.now);
      isLookWanted = true;
      dueAt = NEVER;
      // The next frame comes when the page is in front again.
      senses.awaitFrame();
    }
  }

  function afterGlance(before: State, visit: Visit, moment: Moment): State {
    const glance = glanceAt(before.found);
    const later = passTime(visit, moment);
    const isOwnSame = glance.own === before.glance.own;
    const isAllSame = glance.all === before.glance.all;
    isLookWanted ||= !isOwnSame || isLookDue(before, later, moment.now, isAllSame);
    const same = isAllSame ? later : { ...later, stillFor: 0, sameFor: 0 };
    const after = isOwnSame ? same : restart(later, moment.now);
    return { ...before, visit: after, glance };
  }

  /** Called when a control has come into view, which may be all that an answer was missing. */
  function askForLook(): void {
    isLookWanted ||= !!state.visit?.isSettled;
    senses.awaitFrame();
  }

  /** Called in a frame that was asked for, or that came because the page changed its size. */
  function lookInFrame(): void {
    const now = senses.now();
    if (isStopped || !isLookWanted) return;
    // Browsers may draw a page that is not in front. Another frame must be asked for, and not from within this one.
    if (!senses.isInFront()) {
      senses.after(IDLE, senses.awaitFrame);
      return;
    }
    followAddress();
    isLookWanted = false;
    const isBack = dueAt === NEVER;
    if (isBack) {
      // What passed while the page was not in front counts for nothing.
      momentAt = now;
      if (state.visit) state.visit = { ...restart(state.visit, now), lookingSince: now };
    }
    const moment = momentNow(0);
    if (state.visit) state = afterLook(state, state.visit, moment);
    reportReading();
    // What has only just been found is followed more closely.
    const pace = paceOf(state, moment);
    if (dueAt > now + pace * (LEAST + SPREAD)) plan(pace);
  }

  function afterLook(before: State, visit: Visit, moment: Moment): State {
    const { snapshot, switches, region, all } = lookNow(visit.address.kind);
    const lingering = switches.some((control) => before.previous.includes(nameIn(control)));
    const seen = see(visit, snapshot, all, lingering, moment);
    senses.follow(switches.flatMap(({ standIns }) => standIns));
    const now = found(
      region,
      switches.flatMap(({ elements }) => elements),
    );
    const previous = seen.isSettled ? [] : before.previous;
    return { ...before, visit: seen, found: now, glance: glanceAt(now), previous, lookedAt: moment.now };
  }

  function momentNow(passed: number): Moment {
    const now = senses.now();
    const acted = senses.isUsed() && isInUse(state.found.region?.deref());
    if (acted) state.usedAt = now;
    const arrived = senses.arrivedAt() > momentAt;
    return { now, wallClock: senses.wallClock(), passed, loaded: senses.isLoaded(), arrived, acted };
  }

  function followAddress(): void {
    const { visit, previous } = state;
    const address = addressNow();
    if (serialize(address) === serialize(visit?.address ?? null)) return;
    // What stands here still belongs to the address before, until the page shows something else.
    const names = visit?.snapshot?.controls.map(nameIn) ?? [];
    state = { ...UNKNOWN, visit: visitTo(address, false), previous: [...previous, ...names] };
    isLookWanted = true;
  }

  function reportReading(): void {
    const { visit } = state;
    const reading = visit && readingOf(visit, senses.load, senses.origin(), senses.now());
    if (!reading) return;
    const told = differenceOf(reading, visit);
    if (told === state.told) return;
    state.told = told;
    void report(reading).then((isDelivered) => isDelivered || senses.after(IDLE, reportAgain));
  }

  /** Reports the current reading again, for whoever may have missed it. */
  function reportAgain(): void {
    state.told = '';
    if (!isStopped) reportReading();
  }

  /** Whether the member's pointer or focus is in main. A click elsewhere turns no switch there. */
  function isInUse(main: Element | undefined): boolean {
    return !!main?.matches(':hover,:focus-within');
  }

  plan(QUICK);

  return {
    look() {
      reportAgain();
      const { visit } = state;
      return {
        done: !!visit && isDone(visit, senses.now()),
        path: visit?.address.kind === 'setting' ? visit.address.path : '',
      };
    },
    show(label) {
      const { switches } = lookNow('setting');
      const isCalledSo = ({ name, before }: FoundControl) => [...name, ...before].some(({ text }) => text === label);
      const [control, another] = switches.filter((one) => !switches[1] || isCalledSo(one));
      if (!control || another || !state.visit?.isSettled) return false;
      const elements = control.elements as HTMLElement[];
      elements[0]?.scrollIntoView({ block: 'center' });
      return elements.some((element) => {
        element.focus({ preventScroll: true });
        return (element.getRootNode() as Document).activeElement === element;
      });
    },
    stop() {
      isStopped = true;
      senses.stop();
    },
  };
}

/** Whether it is time to look again although the control stands as it was. */
function isLookDue({ lookedAt, found }: State, visit: Visit, now: number, isAllSame: boolean): boolean {
  const since = now - lookedAt;
  if (visit.isSettled) {
    return (needsProof(visit) && stillnessOf(visit) !== visit.stillness) || (!isAllSame && since >= SEARCH_PACE);
  }
  const { snapshot, lookingSince } = visit;
  const searched = now - lookingSince;
  // A page too large to walk through is unlikely to shrink.
  const isRare = searched >= SEARCH || snapshot?.instead === 'unreadable';
  const isNew = searched < EARLY && !snapshot?.controls.length && !(found.region && isAllSame);
  return hasSaidSo(visit, now) || since >= (isRare ? RARE_PACE : isNew ? 0 : SEARCH_PACE);
}

/** Closely while an answer or a proof is missing or the page is being used, else now and then. */
function paceOf({ visit, usedAt }: State, { now, loaded }: Moment): number {
  if (!visit) return IDLE;
  const { isSettled, snapshot, lookingSince, stillness } = visit;
  const searched = now - lookingSince;
  const isSearching = !isSettled && searched < SEARCH;
  if (!loaded || (isSearching && (searched < EARLY || snapshot?.controls.length))) {
    return Math.min(timeToSay(visit, now) || QUICK, QUICK);
  }
  const isUnproven = isSettled && stillness === 'no' && needsProof(visit);
  return isSearching || isUnproven || now - usedAt < AFTERMATH ? CLOSE : IDLE;
}

function nameIn({ name, before }: Pick<FoundControl, 'name' | 'before'>): string {
  return serialize([name, before.slice(0, 3)]);
}
