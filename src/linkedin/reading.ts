/** What one control says of itself. `null`: it gives no state at all. `mixed`: its own signals contradict each other. */
export type ControlState = 'on' | 'off' | 'mixed' | null;

/** A text of the page, as it stands beside or inside a control. */
export type PageText = {
  text: string;
  /** What it is part of. `unseen`: it is told to screen readers and not shown. */
  as: 'text' | 'heading' | 'link' | 'button' | 'unseen';
  /** Of a text before a control: how far out the smallest part of the page lies that holds both, the smaller, the further; else 0. */
  depth: number;
};

/** One of the options of a choice. */
export type Option = { text: string; chosen: boolean };

/** What kind of a control it is: a switch by itself, or one of several that stand for one another. */
export type Sort = 'switch' | 'radio' | 'pressed' | 'select';

/**
 * What keeps an "off" from being believed although no signal contradicts it.
 * - `restored`: the markup was delivered as on, so the browser or a script may have put an old state back
 * - `unspoken`: nothing but the missing tick of a plain checkbox says so, which is also how a page looks before its value arrives
 * - `hidden`: the state is that of a box that nobody sees, and nothing ties it to what is drawn
 */
export type Doubt = 'restored' | 'unspoken' | 'hidden';

/** A switch as it stands on the page, whatever its markup. */
export type Control = {
  /** Element names and roles, outermost first: "div[switch] > input[switch]". */
  markup: string;
  sort: Sort;
  /** Of a select it is null: which option means on, the words tell. */
  state: ControlState;
  /** The options of a select, or of radio buttons that the words have put together; else empty. */
  options: Option[];
  /** The texts that name what a radio or pressed button is part of. */
  group: PageText[];
  /** It cannot be operated now (disabled or busy), so its state is not the member's choice. */
  inert: boolean;
  doubts: Doubt[];
  /** The texts of its own accessible name, in order. */
  name: PageText[];
  /** The texts before it, nearest first, up to the control before. */
  before: PageText[];
  /** The texts right after it, nearest first. */
  after: PageText[];
  /** Whether there is something of it to see: it has been in view, it could be scrolled into view, or there is nothing. */
  sight: 'seen' | 'unseen' | 'nothing';
  /** It stands in a part of main that is about something else, such as a dialog. */
  apart: boolean;
};

/** A line of a category page: a link to a setting, with the setting's value as text. */
export type Row = {
  /** The path of the link's address. */
  path: string;
  label: string;
  /** The value in the page's own words, or "" where there is none (yet). */
  value: string;
};

/** What stands on a settings page at one moment. */
export type Snapshot = {
  language: string;
  /** Whether the page has a visible main region. Nothing outside it is ever read. */
  main: boolean;
  /** On a setting's own page. */
  controls: Control[];
  /** On a category page. */
  rows: Row[];
  /** What stands in main instead of a switch, where it can be told. */
  instead: 'sign-in' | 'frame' | 'placeholder' | 'unreadable' | null;
  /** Something in main says that it is still loading. */
  loading: boolean;
  /** The page is shown in machine translation. */
  translated: boolean;
};

/**
 * Where the document came from.
 * - `server`: over the network, for this very load
 * - `cache`: out of a cache, a service worker, a prefetch or prerender, or the history, or where that cannot be told apart
 * - `inside`: the address was reached inside the page, or the reader was not there when the document began to load
 */
export type Origin = 'server' | 'cache' | 'inside';

/** How long the page has kept still in front. `long`: so long that even a value which nothing announced would have arrived. */
export type Stillness = 'no' | 'still' | 'long';

/** What the reader saw on one page at one moment. Plain data; whoever receives it has to distrust it. */
export type Reading = {
  /** A setting's own page, or a category page that lists settings with their values. */
  kind: 'setting' | 'category';
  tree: string;
  /** The address path after the tree. */
  path: string;
  /** The document load it was read in: when it began, in milliseconds since 1970. A later load has a larger number. */
  load: number;
  origin: Origin;
  /** False when the reader gave up waiting for the page to say something. */
  settled: boolean;
  stillness: Stillness;
  /** The whole patience of the reader has passed: what is missing now is missing. */
  waited: boolean;
  /** The member used the page, in main, since it was opened at this address. */
  touched: boolean;
  /** When the state last changed while the page was open and used, in milliseconds since 1970; null if it never did. */
  switchedAt: number | null;
  /** The page of the address before never went away. */
  lingering: boolean;
  snapshot: Snapshot;
};

/** Upper bounds, kept by the reader and checked by whoever receives a reading. */
export const LIMITS = {
  text: 200,
  texts: 12,
  options: 6,
  /** A page that has so many may have more. */
  controls: 9,
  rows: 80,
  language: 35,
  value: 24,
  path: 100,
  markup: 120,
  /** Elements between the top of the page and a text. */
  depth: 2000,
} as const;
