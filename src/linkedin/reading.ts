import * as z from 'zod/mini';
import { LIMITS } from './limits.ts';

/**
 * What the reader sends, as schemas that whoever receives it checks it against. The reader itself imports the types alone.
 */

/** What one control says of itself. `null`: it gives no state at all. `mixed`: its own signals contradict each other. */
const ControlState = z.nullable(z.enum(['on', 'off', 'mixed']));

const Text = z.string().check(z.maxLength(LIMITS.text));

/** A text of the page, as it stands beside or inside a control. */
const PageText = z.strictObject({
  text: Text,
  /** What it is part of. `notice`: it stands beside main, as toasts do. `unseen`: it is told to screen readers and not shown. */
  as: z.enum(['text', 'heading', 'link', 'button', 'notice', 'unseen']),
  /** Of a text before a control: how far out the smallest part of the page lies that holds both, the smaller, the further; else 0. */
  depth: z.number().check(z.int(), z.nonnegative(), z.maximum(LIMITS.depth)),
});

const Texts = z.array(PageText).check(z.maxLength(LIMITS.texts));

/** One of the options of a choice. */
const Option = z.strictObject({ text: z.string().check(z.maxLength(LIMITS.value)), chosen: z.boolean() });

/** What kind of a control it is: a switch by itself, or one of several that stand for one another. */
const Sort = z.enum(['switch', 'radio', 'pressed', 'select']);

/**
 * What keeps an "off" from being believed although no signal contradicts it.
 * - `restored`: the markup was delivered as on, so the browser or a script may have put an old state back
 * - `unspoken`: nothing but the missing tick of a plain checkbox says so, which is also how a page looks before its value arrives
 * - `hidden`: the state is that of a box that nobody sees, and nothing ties it to what is drawn
 */
const DOUBTS = ['restored', 'unspoken', 'hidden'] as const;
const Doubt = z.enum(DOUBTS);

/** A switch as it stands on the page, whatever its markup. */
const Control = z.strictObject({
  /** Element names and roles, outermost first: "div[switch] > input[switch]". */
  markup: z.string().check(z.maxLength(LIMITS.markup)),
  sort: Sort,
  /** Of a select it is null: which option means on, the words tell. */
  state: ControlState,
  /** The options of a select, or of radio buttons that the words have put together; else empty. */
  options: z.array(Option).check(z.maxLength(LIMITS.options)),
  /** The texts that name the group it is part of. */
  group: Texts,
  /** It cannot be operated now (disabled or busy), so its state is not the member's choice. */
  inert: z.boolean(),
  doubts: z.array(Doubt).check(z.maxLength(DOUBTS.length)),
  /** The texts of its own accessible name, in order. */
  name: Texts,
  /** The texts before it, nearest first, up to the control before. */
  before: Texts,
  /** The texts right after it, nearest first. */
  after: Texts,
  /** Whether there is something of it to see: it has been in view, it could be scrolled into view, or there is nothing. */
  sight: z.enum(['seen', 'unseen', 'nothing']),
  /** It stands in a part of main that is about something else, such as a dialog. */
  apart: z.boolean(),
});

/** A line of a category page: a link to a setting, with the setting's value as text. */
const Row = z.strictObject({
  /** The path of the link's address. */
  path: z.string().check(z.maxLength(LIMITS.path)),
  label: Text,
  /** The value in the page's own words, or "" where there is none yet. */
  value: z.string().check(z.maxLength(LIMITS.value)),
});

/** What stands on a settings page at one moment. */
const Snapshot = z.strictObject({
  language: z.string().check(z.maxLength(LIMITS.language)),
  /** Whether the page has a visible main region. Nothing outside it is ever read. */
  main: z.boolean(),
  /** On a setting's own page. */
  controls: z.array(Control).check(z.maxLength(LIMITS.controls)),
  /** On a category page. */
  rows: z.array(Row).check(z.maxLength(LIMITS.rows)),
  /** What stands in main instead of a switch, where it can be told. */
  instead: z.nullable(z.enum(['sign-in', 'frame', 'placeholder', 'unreadable'])),
  /** Something in main says that it is still loading. */
  loading: z.boolean(),
  /** The page is shown in machine translation. */
  translated: z.boolean(),
});

/**
 * Where the document came from.
 * - `server`: over the network, for this very load
 * - `cache`: out of a cache, a service worker, a prefetch or prerender, or the history, or where that cannot be told apart
 * - `inside`: the address was reached inside the page, or the reader was not there when the document began to load
 */
const Origin = z.enum(['server', 'cache', 'inside']);

/** How long the page has kept still in front. `long`: so long that even a value which nothing announced would have arrived. */
const Stillness = z.enum(['no', 'still', 'long']);

/** What the reader saw on one page at one moment. Plain data; whoever receives it has to distrust it. */
export const Reading = z.strictObject({
  /** A setting's own page, or a category page that lists settings with their values. */
  kind: z.enum(['setting', 'category']),
  tree: z.string().check(z.regex(/^[a-z]$/)),
  /** The address path after the tree. */
  path: z.string().check(z.maxLength(LIMITS.path)),
  /** The document load it was read in: when it began, in milliseconds since 1970. A later load has a larger number. */
  load: z.number().check(z.nonnegative()),
  origin: Origin,
  /** False when the reader gave up waiting for the page to say something. */
  settled: z.boolean(),
  stillness: Stillness,
  /** The whole patience of the reader has passed: what is missing now is missing. */
  waited: z.boolean(),
  /** The member used the page, in main, since it was opened at this address. */
  touched: z.boolean(),
  /** When the state last changed while the page was open and used, in milliseconds since 1970; null if it never did. */
  switchedAt: z.nullable(z.number().check(z.int(), z.nonnegative())),
  /** The page of the address before never went away. */
  lingering: z.boolean(),
  snapshot: Snapshot,
});

export type ControlState = z.infer<typeof ControlState>;
export type PageText = z.infer<typeof PageText>;
export type Option = z.infer<typeof Option>;
export type Sort = z.infer<typeof Sort>;
export type Doubt = z.infer<typeof Doubt>;
export type Control = z.infer<typeof Control>;
export type Row = z.infer<typeof Row>;
export type Snapshot = z.infer<typeof Snapshot>;
export type Origin = z.infer<typeof Origin>;
export type Stillness = z.infer<typeof Stillness>;
export type Reading = z.infer<typeof Reading>;
