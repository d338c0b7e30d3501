/** What one control says of itself. `null`: it gives no state at all. `mixed`: its own signals contradict each other. */
export type ControlState = 'on' | 'off' | 'mixed' | null;

/** A switch as it stands on the page, whatever its markup. */
export type Control = {
  /** Element names and roles, outermost first: "div[switch] > input[switch]". */
  markup: string;
  state: ControlState;
  /** It cannot be operated now (disabled or busy), so its state is not the member's choice. */
  inert: boolean;
  /** The state the page was delivered with, where the markup still tells and differs: the browser may have restored an old one. */
  restored: boolean;
  /** Texts that name the control, best first: its accessible name, else the words beside it. */
  texts: string[];
  /** The short word shown with the control ("On"), or "". A hint that can contradict, never proof. */
  stateWord: string;
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
};

/** What the reader saw on one page at one moment. Plain data; whoever receives it has to distrust it. */
export type Reading = {
  /** A setting's own page, or a category page that lists settings with their values. */
  kind: 'setting' | 'category';
  tree: string;
  /** The address path after the tree. */
  path: string;
  /** The document load it was read in: a number that no two loads share. */
  load: number;
  /** False when the reader gave up waiting for the page to say something. */
  settled: boolean;
  /** The document was loaded at this very address while the reader looked on, and nobody has touched the control since. */
  fresh: boolean;
  /** It has stayed so long enough that late data would have arrived. */
  held: boolean;
  /** The whole patience of the reader has passed: what is missing now is missing. */
  waited: boolean;
  /** The state changed while the page was open, or somebody touched the control. */
  switched: boolean;
  /** The page of the address before never went away. */
  lingering: boolean;
  snapshot: Snapshot;
};

/** Upper bounds, kept by the reader and checked by whoever receives a reading. */
export const LIMITS = {
  text: 200,
  texts: 6,
  controls: 6,
  rows: 80,
  language: 35,
  stateWord: 12,
  value: 24,
  path: 100,
  markup: 120,
} as const;
