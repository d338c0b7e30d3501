import { type PageAddress, pageAddress } from './address.ts';
import { CONTROL, type FoundControl } from './controls.ts';
import type { Reading, Snapshot } from './reading.ts';
import { beginSettling, NEVER, nextLook, PACE, type Settling, type Sight, settle } from './settling.ts';
import { type Look, lookAt, UNREADABLE } from './snapshot.ts';
import { openShadowRootOf, parentOf, type ShadowRootOf } from './tree.ts';

/** How long, in milliseconds, after the member touched the page it is looked at again and again: a failed save flips a switch back late. */
const AFTERMATH = 15_000;
/** Around a switch there is hardly more than this; where a page hides the real parents the walk would never end. */
const DEEPEST = 2000;
/** A timer this late was taken away by the page. */
const LOST_TIMER = 1000;
/** A document is first looked at once the browser has had time to draw it: to ask what is visible before would have it computed twice. */
const DRAWN = 50;
/** So much after its start, a document that is still being read is looked at as far as it goes. */
const LATE_DOCUMENT = 1000;
/** How often the address is compared where the browser has no Navigation API (Firefox before 147). */
const ADDRESS_POLL = 1000;

/** What a click turns a control by. */
const TOUCHABLE = `${CONTROL}, label`;

const TOUCHES = ['click', 'keydown', 'input', 'change'];

const STATE_ATTRIBUTES = ['aria-checked', 'aria-pressed', 'aria-disabled', 'aria-busy', 'disabled', 'checked', 'role'];
const LAYOUT_ATTRIBUTES = [...STATE_ATTRIBUTES, 'class', 'style', 'hidden', 'inert', 'aria-hidden', 'href', 'lang'];

export type Watch = {
  /** Looks again at once and tells again what there is to tell. Returns how far it is, with the setting's path ("" where the page is none). */
  look(): { status: Settling['status']; path: string };
  /**
   * Scrolls the switch into view and focuses it, so that the browser's own focus ring shows. Among several it is the one that this label
   * names. Returns whether it has the focus; nothing is done where it cannot be told for certain.
   */
  show(label: string): boolean;
  /** Stops for good and leaves no listener behind. */
  stop(): void;
};

/**
 * Watches a settings page from now on and reports every reading worth telling: once the page has settled on an answer, when
 * that answer has held, when it changes, and when there is none. Writes nothing into the page.
 * Before an answer every change of the page leads to a look, at most one each 100 ms; after it only the control (or the rows)
 * and the address are watched.
 */
export function watch(
  window: Window & typeof globalThis,
  report: (reading: Reading) => void,
  shadowRootOf: ShadowRootOf = openShadowRootOf,
): Watch {
  const { document, performance } = window;
  const { navigation } = window as { navigation?: EventTarget };
  const now = () => performance.now();
  const observer = new window.MutationObserver(() => lookWithin(PACE));
  const bornAt = pageAddress(window.location.href);

  /** Whether what stands on the page came with the document, and not from a click or from navigation inside the page. */
  let pristine = document.readyState === 'loading' && isServerLoad(performance);
  let current = bornAt;
  let settling = beginSettling(now());
  let latest: FoundControl[] = [];
  /** The controls of the address before, which may still stand on the page. */
  let previous: FoundControl[] = [];
  let reported = '';
  let touchedAt = -NEVER;
  /** Somebody touched a control, or what may be one, since the page was opened at this address. */
  let touched = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = NEVER;
  let lookedAt = -NEVER;
  let observed: 'nothing' | 'page' | 'answer' = 'nothing';

  /**
   * Plans a look, unless one is due before. However often a page has it called, looks keep their pace. By the window's own timers, although
   * a page can see that their numbers are shared: any other clock was seen to run ahead of a page whose timers were held up, which could
   * pass for standing still.
   */
  function lookWithin(delay: number): void {
    const wanted = Math.max(now() + delay, lookedAt + PACE);
    const isLost = now() > dueAt + LOST_TIMER;
    if (stopped || (wanted >= dueAt && !isLost)) return;
    clearTimeout(timer);
    dueAt = wanted;
    timer = setTimeout(lookNow, wanted - now());
  }

  function lookNow(): void {
    clearTimeout(timer);
    const isLate = now() > dueAt + PACE;
    dueAt = NEVER;
    if (stopped) return;
    // Again with each look, which changes nothing, unless the page has thrown its listeners away by `document.open`.
    listen('addEventListener');
    lookedAt = now();
    if (!isSameTarget(pageAddress(window.location.href), current)) startOver();
    if (!navigation) lookWithin(ADDRESS_POLL);
    if (current) weigh(current, lookSafely(current.kind), isLate);
  }

  function weigh(target: PageAddress, look: Look, isLate: boolean): void {
    const { snapshot } = look;
    const lingering = look.controls.some((control) => isSameControl(control, previous));
    const sight: Sight = {
      all: JSON.stringify([lingering, snapshot]),
      states: JSON.stringify(snapshot.controls.map(({ state }) => state)),
      controls: look.controls.length + look.rows.length,
      isAnswer: !lingering && isAnswer(snapshot),
    };
    latest = look.controls;
    settling = settle(settling, sight, now(), isLate);
    if (settling.status === 'settled') {
      previous = [];
      observeOnly(look);
    } else observePage();
    lookWithin(nextLook(settling, sight, now()));
    const sinceTouch = now() - touchedAt;
    if (sinceTouch < AFTERMATH) lookWithin(Math.max(PACE, sinceTouch / 2));
    // Last, since whoever is told may stop the watch.
    if (settling.status !== 'looking') tell(target, snapshot, lingering);
  }

  function tell(target: PageAddress, snapshot: Snapshot, lingering: boolean): void {
    const reading: Reading = {
      ...target,
      load: performance.timeOrigin,
      settled: settling.status === 'settled',
      fresh: pristine && !touched && target === bornAt,
      held: settling.held,
      waited: settling.waited,
      switched: settling.switched || touched,
      lingering,
      snapshot,
    };
    const key = JSON.stringify(reading);
    if (key === reported) return;
    reported = key;
    report(reading);
  }

  function startOver(): void {
    // What stands here still belongs to the address before, until the page shows something else.
    if (current?.kind === 'setting' && settling.status !== 'settled') latest = lookSafely('setting').controls;
    previous = current?.kind === 'setting' ? [...previous, ...latest] : [];
    latest = [];
    current = pageAddress(window.location.href);
    pristine = false;
    touched = false;
    reported = '';
    settling = beginSettling(now());
    if (!current) stopObserving();
  }

  /** A page can give its elements names that hide the DOM's own properties. Such a page is unreadable, not a reason to fail. */
  function lookSafely(kind: Reading['kind']): Look {
    try {
      return lookAt(document, kind, shadowRootOf);
    } catch {
      return UNREADABLE;
    }
  }

  function observePage(): void {
    if (observed === 'page') return;
    observer.disconnect();
    observer.observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: LAYOUT_ATTRIBUTES,
    });
    observed = 'page';
  }

  function observeOnly({ controls, rows }: Look): void {
    observer.disconnect();
    for (const { link } of rows) observer.observe(link, { subtree: true, childList: true, characterData: true });
    for (const element of controls.flatMap(({ elements }) => elements)) {
      observer.observe(element, { attributes: true, attributeFilter: STATE_ATTRIBUTES });
      // Whatever takes a control away takes it, or something around it, out of its parent.
      for (let around = parentOf(element), steps = 0; around && steps < DEEPEST; steps++, around = parentOf(around))
        observer.observe(around, { childList: true });
    }
    observed = 'answer';
  }

  function stopObserving(): void {
    observer.disconnect();
    observed = 'nothing';
  }

  function onTouch(event: Event): void {
    // Tab only passes by.
    if ((event as KeyboardEvent).key === 'Tab') return;
    // Scripts may turn a switch for a click anywhere, so any is followed by looks.
    touchedAt = now();
    lookWithin(0);
    const [target] = event.composedPath();
    // Out of a closed shadow root only the custom element itself is seen.
    if (target instanceof window.Element && (target.closest(TOUCHABLE) || target.localName.includes('-'))) {
      touched = true;
    }
  }

  function onShow(event: PageTransitionEvent): void {
    // A page out of the back-forward cache shows what it showed then. The first time it is shown tells nothing.
    if (!event.persisted) return;
    pristine = false;
    lookWithin(0);
  }

  const onSign = () => lookWithin(0);

  /** All on the window: they are the first to hear, whatever the page keeps to itself. */
  function listen(act: 'addEventListener' | 'removeEventListener'): void {
    for (const type of TOUCHES) window[act](type, onTouch, true);
    window[act]('visibilitychange', onSign, true);
    window[act]('pageshow', onShow as (event: Event) => void, true);
    window[act]('DOMContentLoaded', begin, true);
    // It alone tells of pushState without anything the page could see.
    navigation?.[act]('currententrychange', onSign);
  }

  /** The first look waits for the whole document: each before would find less, and watching one grow costs more than all looks. */
  function begin(): void {
    const isWhole = document.readyState !== 'loading';
    // Already now, as the sign to look again upon where a page takes the timer away.
    if (isWhole && current) observePage();
    lookWithin(isWhole ? DRAWN : LATE_DOCUMENT);
  }

  listen('addEventListener');
  begin();

  return {
    look() {
      // Whoever asks may have missed what was told before.
      reported = '';
      lookNow();
      return { status: settling.status, path: current?.kind === 'setting' ? current.path : '' };
    },
    show(label) {
      lookNow();
      const [control, another] = latest.length > 1 ? latest.filter(({ texts }) => texts.includes(label)) : latest;
      if (!control || another || settling.status !== 'settled') return false;
      const elements = control.elements as HTMLElement[];
      elements[0]?.scrollIntoView({ block: 'center' });
      return elements.some((element) => {
        element.focus({ preventScroll: true });
        return (element.getRootNode() as Document).activeElement === element;
      });
    },
    stop() {
      clearTimeout(timer);
      stopObserving();
      stopped = true;
      listen('removeEventListener');
    },
  };
}

function isSameTarget(one: PageAddress | null, other: PageAddress | null): boolean {
  return one?.kind === other?.kind && one?.tree === other?.tree && one?.path === other?.path;
}

/** Whether the document came from the server and not out of the history. */
function isServerLoad(performance: Performance): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.type === 'navigate' || entry?.type === 'reload';
}

function isAnswer({ controls, rows, instead }: Snapshot): boolean {
  if (instead !== null) return false;
  return (
    rows.some(({ value }) => value) ||
    controls.some(({ state, inert }) => (state === 'on' || state === 'off') && !inert)
  );
}

/** A control of the address before: named the same, or, where it has no name, made of the same element. */
function isSameControl(control: FoundControl, previous: FoundControl[]): boolean {
  const name = control.texts.join('\n');
  return previous.some((old) => (name ? old.texts.join('\n') === name : old.elements[0] === control.elements[0]));
}
