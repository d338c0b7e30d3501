import { parseAddress } from './address.ts';
import { CONTROL, type FoundControl } from './controls.ts';
import type { Reading, Snapshot } from './reading.ts';
import { beginSettling, nextLook, PACE, type Settling, type Sight, settle } from './settling.ts';
import { type Look, lookAt, UNREADABLE } from './snapshot.ts';

/** How long, in milliseconds, after the member touched a switch it is looked at again and again: a failed save flips it back late. */
const AFTERMATH = 15_000;
/** A timer this late was taken away by the page. */
const LOST_TIMER = 1000;
/** How often the address is compared where the browser has no Navigation API (Firefox before 147). */
const ADDRESS_POLL = 1000;

const STATE_ATTRIBUTES = ['aria-checked', 'aria-pressed', 'aria-disabled', 'aria-busy', 'disabled', 'checked', 'role'];
const LAYOUT_ATTRIBUTES = [...STATE_ATTRIBUTES, 'class', 'style', 'hidden', 'inert', 'aria-hidden', 'href', 'lang'];

export type Watch = {
  /** Looks again at once and tells again what there is to tell. Returns how far it is, with the setting's path ("" where the page is none). */
  look(): { status: Settling['status']; path: string };
  /** Stops for good and leaves no listener behind. */
  stop(): void;
};

/**
 * Watches a settings page from now on and reports every reading worth telling: once the page has settled on an answer, when
 * that answer has held, when it changes, and when there is none. Writes nothing into the page.
 * Before an answer every change of the page leads to a look, at most one each 100 ms; after it only the control and the
 * address are watched.
 */
export function watch(window: Window & typeof globalThis, report: (reading: Reading) => void): Watch {
  const { document, performance } = window;
  const { navigation } = window as { navigation?: EventTarget };
  const now = () => performance.now();
  const observer = new window.MutationObserver(() => lookWithin(PACE));
  const bornAt = settingAddress(window);

  /** Whether what stands on the page came with the document, and not from a click or from navigation inside the page. */
  let pristine = document.readyState === 'loading' && isServerLoad(performance);
  let current = bornAt;
  let settling = beginSettling(now());
  let latest: FoundControl[] = [];
  /** The controls of the address before, which may still stand on the page. */
  let previous: FoundControl[] = [];
  let reported = '';
  let touchedAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  let observed: 'nothing' | 'page' | 'control' = 'nothing';
  let stopped = false;

  function lookWithin(delay: number): void {
    const lost = now() > dueAt + LOST_TIMER;
    if (stopped || delay === Number.POSITIVE_INFINITY || (now() + delay >= dueAt && !lost)) return;
    clearTimeout(timer);
    dueAt = now() + delay;
    timer = setTimeout(lookNow, delay);
  }

  function lookNow(): void {
    clearTimeout(timer);
    dueAt = Number.POSITIVE_INFINITY;
    if (stopped) return;
    if (settingAddress(window) !== current) startOver();
    if (!navigation) lookWithin(ADDRESS_POLL);
    if (current) weigh(lookSafely(document));
  }

  function weigh({ snapshot, found }: Look): void {
    const lingering = found.some((control) => isSameControl(control, previous));
    const sight: Sight = {
      all: JSON.stringify([lingering, snapshot]),
      states: JSON.stringify(snapshot.controls.map(({ state }) => state)),
      controls: found.length,
      isAnswer: !lingering && isAnswer(snapshot),
    };
    latest = found;
    settling = settle(settling, sight, now());
    if (settling.status !== 'looking') tell(snapshot, lingering);
    if (settling.status === 'settled') {
      previous = [];
      observeOnly(found);
    } else observePage();
    lookWithin(nextLook(settling, sight, now()));
    const sinceTouch = now() - touchedAt;
    if (sinceTouch < AFTERMATH) lookWithin(Math.max(PACE, sinceTouch / 2));
  }

  function tell(snapshot: Snapshot, lingering: boolean): void {
    const reading: Reading = {
      tree: current.slice(0, 1),
      path: pathOf(current),
      settled: settling.status === 'settled',
      fresh: pristine && current === bornAt,
      held: settling.held,
      switched: settling.switched,
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
    if (settling.status !== 'settled') latest = lookSafely(document).found;
    previous = current ? [...previous, ...latest] : [];
    latest = [];
    current = settingAddress(window);
    pristine = false;
    reported = '';
    settling = beginSettling(now());
    if (!current) stopObserving();
  }

  function observePage(): void {
    if (observed === 'page') return;
    observer.disconnect();
    observer.observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: LAYOUT_ATTRIBUTES,
    });
    observed = 'page';
  }

  function observeOnly(found: FoundControl[]): void {
    observer.disconnect();
    for (const element of found.flatMap(({ elements }) => elements)) {
      observer.observe(element, { attributes: true, attributeFilter: STATE_ATTRIBUTES });
    }
    // Whatever takes a control away takes it, or something around it, out of its parent.
    for (const { elements } of found) {
      for (let around = elements[0]?.parentElement; around; around = around.parentElement) {
        observer.observe(around, { childList: true });
      }
    }
    observed = 'control';
  }

  function stopObserving(): void {
    observer.disconnect();
    observed = 'nothing';
  }

  function onTouch(event: Event): void {
    const [target] = event.composedPath();
    if (!(target instanceof window.Element && target.closest(CONTROL))) return;
    pristine = false;
    touchedAt = now();
    lookWithin(0);
  }

  function onShow(event: PageTransitionEvent): void {
    // A page out of the back-forward cache shows what it showed then.
    if (event.persisted) pristine = false;
    lookWithin(0);
  }

  const onSign = () => lookWithin(0);
  const listeners: [EventTarget | undefined, string, (event: never) => void][] = [
    ...['click', 'keydown', 'input', 'change'].map(
      (type) => [document, type, onTouch] as [Document, string, typeof onTouch],
    ),
    [document, 'DOMContentLoaded', onSign],
    [document, 'visibilitychange', onSign],
    [window, 'load', onSign],
    [window, 'popstate', onSign],
    [window, 'pageshow', onShow],
    // It alone tells of pushState without anything the page could see.
    [navigation, 'currententrychange', onSign],
  ];
  for (const [target, type, listener] of listeners) target?.addEventListener(type, listener as EventListener, true);

  lookWithin(0);

  return {
    look() {
      // Whoever asks may have missed what was told before.
      reported = '';
      lookNow();
      return { status: settling.status, path: pathOf(current) };
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      stopObserving();
      for (const [target, type, listener] of listeners)
        target?.removeEventListener(type, listener as EventListener, true);
    },
  };
}

/** The setting's address as "tree/path", or "" where the page is no setting's own. */
function settingAddress(window: Window): string {
  const address = parseAddress(window.location.href);
  return address.kind === 'setting' ? `${address.tree}/${address.path}` : '';
}

function pathOf(settingAddress: string): string {
  return settingAddress.slice(settingAddress.indexOf('/') + 1);
}

/** Whether the document came from the server and not out of the history. */
function isServerLoad(performance: Performance): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.type === 'navigate' || entry?.type === 'reload';
}

/** A page can give its elements names that hide the DOM's own properties. Such a page is unreadable, not a reason to fail. */
function lookSafely(document: Document): Look {
  try {
    return lookAt(document);
  } catch {
    return UNREADABLE;
  }
}

function isAnswer({ controls, instead }: Snapshot): boolean {
  return instead === null && controls.some(({ state, inert }) => (state === 'on' || state === 'off') && !inert);
}

/** A control of the address before: named the same, or, where it has no name, made of the same element. */
function isSameControl(control: FoundControl, previous: FoundControl[]): boolean {
  const name = control.texts.join('\n');
  return previous.some((old) => (name ? old.texts.join('\n') === name : old.elements[0] === control.elements[0]));
}
