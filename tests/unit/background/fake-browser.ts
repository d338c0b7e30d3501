import type { Browser } from 'webextension-polyfill';
import type { Answer } from '../../../src/background/answer.ts';
import { startBackground } from '../../../src/background/background.ts';
import { badgeFor } from '../../../src/background/badge.ts';
import { nextDue } from '../../../src/background/reminders.ts';
import { type Overview, overviewOf } from '../../../src/guidance/overview.ts';
import type { PageMessage } from '../../../src/protocol/messages.ts';
import { movedAudit, onlyOf } from '../../../src/storage/audit.ts';
import { keyMeaning, ONES, pieceKey } from '../../../src/storage/keys.ts';
import { parseStored } from '../../../src/storage/parse.ts';
import { recovered, withOlder } from '../../../src/storage/pieces.ts';
import type { SettingRecord } from '../../../src/storage/setting-record.ts';
import type { Stored } from '../../../src/storage/stored.ts';

type Items = Record<string, unknown>;
type Listener = (...args: never[]) => unknown;

const ID = 'abcdefghijklmnop';
const BASE = `chrome-extension://${ID}/`;
const VERSION = '1.2.3';

/** Who speaks to the background. */
export const POPUP = { id: ID, url: `${BASE}popup.html` };
export const PANEL = { id: ID, url: `${BASE}sidepanel.html` };
/** A reader, in the tab of that number. */
export function readerIn(tab: number) {
  const url = 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement';
  return { id: ID, url, frameId: 0, tab: { id: tab } };
}

/** What wakes a background. */
export type Event =
  | { kind: 'message'; message: PageMessage | { type: 'reading'; reading: unknown }; sender: object }
  | { kind: 'alarm' | 'installed' | 'startup' | 'policy'; reason?: string };

/** The moment at which a background dies: at which of its calls to the browser, and whether the browser still got that one. */
export type Death = { call: number; arrived: boolean };

/** When the browser's next answer comes. */
export type Pace = (label: string) => Promise<unknown>;

const AT_ONCE: Pace = async () => {};

/** A call of the browser's: "storage.get region", "action.setTitle". */
type Failing = (call: string) => boolean;

/**
 * The browser's side of the background: storage, icon, alarms and notifications, which outlive it. Calls take effect in the order in
 * which they are made, as in browsers; the answers come when the pace says so.
 */
export class FakeBrowser {
  items: Items;
  /** Lasts as long as the browser runs, however often its background dies. */
  session: Items = { era: 'era' };
  readonly icon = { text: '', title: '' };
  readonly alarms = new Map<string, number>();
  /** What the organisation has set. */
  managed: Items = {};
  /** The addresses that were opened. */
  readonly opened: string[] = [];
  /** The kind of each notification that was shown. */
  readonly notified: string[] = [];
  now: number;
  failing: Failing = () => false;

  constructor(items: Items, now: number) {
    this.items = copy(items);
    this.now = now;
  }

  /** Starts a background, as the browser does for an event, on what is stored here. Without a pace the browser answers at once. */
  start(pace: Pace = AT_ONCE, death: Death | null = null): Life {
    return new Life(this, pace, death);
  }
}

/** One life of a background, from its start to its death. */
export class Life {
  calls = 0;
  dead = false;
  readonly #listeners = new Map<string, Listener>();
  readonly #browser: FakeBrowser;
  readonly #death: Death | null;
  readonly #pace: Pace;

  constructor(browser: FakeBrowser, pace: Pace, death: Death | null) {
    this.#browser = browser;
    this.#death = death;
    this.#pace = pace;
    startBackground(this.#api(), () => browser.now);
  }

  /** Lets something happen. Answers what a message is answered with; never, once the background is dead. */
  async happen(event: Event): Promise<Answer | undefined> {
    const listener = this.#listeners.get(event.kind) as (...args: unknown[]) => unknown;
    const answer =
      event.kind === 'message'
        ? listener(copy(event.message), event.sender)
        : listener({ reason: event.reason ?? 'update' });
    const settled = (await answer) as Answer | undefined;
    return this.dead ? new Promise(() => {}) : settled;
  }

  /** A call of the background to the browser: an effect, and an answer that comes later. */
  async #call<Result>(label: string, effect: () => Result): Promise<Result> {
    const never = new Promise<Result>(() => {});
    if (this.dead) return never;
    const isLast = this.calls++ === this.#death?.call;
    this.dead = isLast;
    if (isLast && !this.#death?.arrived) return never;
    const isFailing = this.#browser.failing(label);
    const result = isFailing ? null : effect();
    if (isLast) return never;
    await this.#pace(label);
    if (this.dead) return never;
    if (isFailing) throw new Error(`The browser failed at ${label}.`);
    return result as Result;
  }

  #listens(kind: string) {
    return { addListener: (listener: Listener) => this.#listeners.set(kind, listener), hasListener: () => false };
  }

  #api(): Browser {
    const browser = this.#browser;
    const api = {
      storage: {
        local: {
          get: (keys: string | string[] | null) =>
            this.#call(`storage.get ${keys ?? ''}`, () => {
              const wanted = keys === null ? Object.keys(browser.items) : [keys].flat();
              const found = wanted.filter((key) => key in browser.items).map((key) => [key, browser.items[key]]);
              return copy(Object.fromEntries(found));
            }),
          set: (items: Items) =>
            this.#call(`storage.set ${Object.keys(items)}`, () => {
              browser.items = { ...browser.items, ...copy(items) };
            }),
          remove: (key: string) =>
            this.#call(`storage.remove ${key}`, () => {
              delete browser.items[key];
            }),
          clear: () =>
            this.#call('storage.clear', () => {
              browser.items = {};
            }),
        },
        session: {
          get: (key: string) =>
            this.#call(`session.get ${key}`, () => copy(key in browser.session ? { [key]: browser.session[key] } : {})),
          set: (items: Items) =>
            this.#call(`session.set ${Object.keys(items)}`, () => {
              browser.session = { ...browser.session, ...copy(items) };
            }),
          remove: (key: string) =>
            this.#call(`session.remove ${key}`, () => {
              delete browser.session[key];
            }),
        },
        managed: {
          get: () => this.#call('storage.managed', () => copy(browser.managed)),
          onChanged: this.#listens('policy'),
        },
      },
      action: {
        setIcon: () => this.#call('action.setIcon', () => {}),
        setBadgeText: ({ text }: { text: string }) =>
          this.#call('action.setBadgeText', () => {
            browser.icon.text = text;
          }),
        setBadgeBackgroundColor: () => this.#call('action.setBadgeBackgroundColor', () => {}),
        setBadgeTextColor: () => this.#call('action.setBadgeTextColor', () => {}),
        setTitle: ({ title }: { title: string }) =>
          this.#call('action.setTitle', () => {
            browser.icon.title = title;
          }),
      },
      alarms: {
        create: (name: string, { when }: { when: number }) =>
          this.#call('alarms.create', () => browser.alarms.set(name, when)),
        clear: (name: string) => this.#call('alarms.clear', () => browser.alarms.delete(name)),
        onAlarm: this.#listens('alarm'),
      },
      notifications: {
        create: (kind: string) => this.#call('notifications.create', () => browser.notified.push(kind)),
        getAll: () =>
          this.#call('notifications.getAll', () =>
            Object.fromEntries(browser.notified.map((kind): [string, boolean] => [kind, true])),
          ),
        onClicked: this.#listens('notification'),
      },
      permissions: { onAdded: this.#listens('permission') },
      runtime: {
        id: ID,
        getURL: (path: string) => BASE + path.replace(/^\//, ''),
        getManifest: () => ({ version: VERSION }),
        onMessage: this.#listens('message'),
        onInstalled: this.#listens('installed'),
        onStartup: this.#listens('startup'),
      },
      tabs: { create: ({ url }: { url: string }) => this.#call('tabs.create', () => browser.opened.push(url)) },
    };
    return api as unknown as Browser;
  }
}

/** As Chrome's storage copies. */
function copy<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value));
}

type Kept = Omit<Stored, 'setAside'> & { setAside: string[] };

/**
 * What storage holds, however it says so: a key that is not there is empty, a setting is the same in an audit of an earlier version as under
 * its own keys, and a value that does not fit is as good where it is as among what was set aside. What was told already is left out: that is
 * no reading, choice or date.
 */
export function kept(items: Items): Kept {
  const { settings, misfits } = settingsIn(items);
  const parsed = ONES.map((key) => ({ key, raw: items[key], ...parseStored(key, items[key]) }));
  const values = Object.fromEntries(parsed.map(({ key, value }) => [key, value])) as Omit<Stored, 'settings'>;
  misfits.push(...parsed.filter(({ ok }) => !ok).map(({ key, raw }) => ({ key, value: raw })));
  const aside = [...values.setAside.values, ...misfits].map(({ key, value }) => JSON.stringify([key, value]));
  return { ...values, settings, reminders: { ...values.reminders, told: {} }, setAside: aside.sort() };
}

type Misfit = { key: string; value: unknown };

/** Settings, in the order of their ids, as they are under their own keys and with their whole histories, and what of them does not fit. */
export function settingsIn(items: Items): {
  heads: Stored['settings'];
  settings: Stored['settings'];
  misfits: Misfit[];
} {
  const isMoved = items.audit === undefined || (items.audit as { version?: number }).version === 3;
  const audit = isMoved ? { settings: {}, misfits: [] } : movedAudit(items.audit);
  const misfits: Misfit[] = audit.misfits.map(({ value }) => ({ key: 'audit', value }));
  const pieceAt = (key: string) => {
    const parsed = parseStored('piece', items[key]);
    if (!parsed.ok) misfits.push({ key, value: items[key] });
    return parsed.value.history;
  };
  const settings = Object.entries(items).flatMap(([key, raw]) => {
    const meaning = keyMeaning(key);
    if (meaning?.kind !== 'setting') return [];
    const { id } = meaning;
    const parsed = parseStored('setting', raw);
    const { version: _, ...record } = parsed.value;
    if (!parsed.ok) misfits.push({ key, value: raw });
    const numbers = Object.keys(items).flatMap((other) => {
      const piece = keyMeaning(other);
      return piece?.kind === 'piece' && piece.id === id ? [piece.number] : [];
    });
    const pieces = new Map(numbers.map((number) => [number, pieceAt(pieceKey(id, number))]));
    const known: SettingRecord = parsed.ok ? record : { ...record, earlier: recovered(pieces) };
    const backwards = Array.from({ length: known.earlier.pieces }, (_, index) => known.earlier.pieces - 1 - index);
    const whole = backwards.reduce((read, number) => withOlder(read, pieces.get(number) ?? null), known);
    return [{ id, known, whole }];
  });
  for (const { id } of settings) {
    if (id in audit.settings) misfits.push({ key: 'audit', value: onlyOf(items.audit, id) });
  }
  const wholes = settings.map(({ id, whole }) => [id, whole] as const);
  const all = Object.entries({ ...audit.settings, ...Object.fromEntries(wholes) });
  // Gaps are told where pieces were read; none is as good as none told.
  const told = all.map(([id, { gaps = [], ...record }]) => [id, { ...record, gaps }] as const);
  return {
    heads: { ...audit.settings, ...Object.fromEntries(settings.map(({ id, known }) => [id, known])) },
    settings: Object.fromEntries(told.sort(([a], [b]) => a.localeCompare(b))),
    misfits,
  };
}

/** The overview of what a browser has stored. */
export function overviewIn({ items, now }: FakeBrowser): Overview {
  const ones = Object.fromEntries(ONES.map((key) => [key, parseStored(key, items[key]).value]));
  const stored = { ...ones, settings: settingsIn(items).heads } as Stored;
  return overviewOf(stored, { guess: null, managed: {}, era: 'era', version: VERSION, now });
}

/** What the icon shows and the alarm waits for, and what they ought to. */
export function shown(browser: FakeBrowser) {
  const overview = overviewIn(browser);
  const { text, title } = badgeFor(overview);
  const alarm = browser.alarms.get('due') ?? null;
  return {
    is: { text: browser.icon.text, title: browser.icon.title.split(' ')[0], alarm },
    ought: { text, title: title as string, alarm: nextDue(overview) },
  };
}

/** Lets events happen one after the other in a browser where all goes well, and answers what is stored then. */
export async function calm(items: Items, now: number, ...events: Event[]): Promise<Items> {
  const browser = new FakeBrowser(items, now);
  for (const event of events) {
    await browser.start().happen(event);
    await idle();
  }
  return browser.items;
}

/** Waits until a background whose browser answers at once has nothing left to do. */
export function idle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
