import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import { startBackground } from '../../../src/background/background.ts';
import { KEPT_KEY } from '../../../src/guidance/kept-overview.ts';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import type { Control, Reading } from '../../../src/linkedin/reading.ts';
import { admit, type Sender } from '../../../src/protocol/admit.ts';
import { reportFile } from '../../../src/report/export-json.ts';
import { keyMeaning } from '../../../src/storage/keys.ts';
import { parseStored } from '../../../src/storage/parse.ts';
import { STORED, type StoredKind } from '../../../src/storage/stored.ts';
import { control, LABEL, listReading, pageText, reading, row, storedWith } from '../examples.ts';
import { MemoryArea } from '../storage/memory-area.ts';

/** Ten thousand messages, most of them bent out of shape, from everybody who can reach the background. */

vi.mock('webextension-polyfill', () => ({
  default: { i18n: { getMessage: (key: string) => (key === 'language' ? 'en' : key), getUILanguage: () => 'en' } },
}));

const MESSAGES = 10_000;
/** Messages to one background, so that what one leaves behind is there for the next. */
const IN_A_ROW = 20;
const NOW = Date.UTC(2026, 10, 24);

const ID = 'abcdefghijklmnop';
const SELF = { id: ID, base: `chrome-extension://${ID}/` };
const SETTING_URL = 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement';
const CATEGORY_URL = 'https://www.linkedin.com/mypreferences/d/categories/privacy';

type Kind = 'stranger' | 'reader' | 'own page';
type Post = { kind: Kind; sender: Sender; message: unknown };

const READER: Sender = { id: ID, url: SETTING_URL, frameId: 0, tab: {} };
const OWN_PAGE: Sender = { id: ID, url: `${SELF.base}popup.html` };

const SENDERS: Record<Kind, Sender[]> = {
  stranger: [
    { ...READER, id: 'ponmlkjihgfedcba' },
    { ...OWN_PAGE, id: 'ponmlkjihgfedcba' },
    { url: SETTING_URL, frameId: 0, tab: {} },
    { id: ID, frameId: 0, tab: {} },
    { ...READER, url: '' },
    { ...READER, url: 'https://www.linkedin.com/feed/' },
    { ...READER, url: 'https://www.linkedin.com.example.com/mypreferences/d/settings/data-for-ai-improvement' },
    { ...READER, url: `https://www.example.com/${SELF.base}popup.html` },
    { ...READER, url: `chrome-extension://${ID}x/popup.html` },
    { ...READER, url: 'about:blank' },
    { ...READER, frameId: 3 },
    { ...READER, tab: { incognito: true } },
    { id: ID, url: SETTING_URL },
  ],
  reader: [READER, { ...READER, url: CATEGORY_URL }, { ...READER, url: `${SETTING_URL}/?${SELF.base}#popup.html` }],
  'own page': [OWN_PAGE, { ...OWN_PAGE, url: `${SELF.base}report.html#x`, frameId: 0, tab: {} }],
};

const EXPORTED = JSON.stringify(
  reportFile(
    {
      ...storedWith(),
      region: { ...STORED.region.empty, country: 'FR' },
      marks: { ...STORED.marks.empty, marks: { [AI_TRAINING]: { at: NOW - 1, note: 'Brought in.' } } },
    },
    { version: '0.1.0', now: NOW },
  ),
);

/** What each message of an own page may change; nothing where it is not named. */
const CHANGES: Record<string, readonly StoredKind[]> = {
  'choose-country': ['region'],
  'change-objection': ['objection'],
  'edit-letter': ['objection'],
  'set-reminders': ['reminders'],
  mark: ['marks'],
  recognise: ['recognised'],
  'seen-changes': ['report'],
  import: ['setting', 'piece', 'region', 'objection', 'reminders', 'marks'],
  erase: Object.keys(STORED) as StoredKind[],
};

const yesOrNo = fc.boolean();
const anyControl = fc
  .record({
    state: fc.constantFrom<Control['state']>('on', 'off', 'mixed', null),
    inert: yesOrNo,
    doubts: fc.constantFrom<Control['doubts']>([], ['restored'], ['hidden', 'unspoken']),
    name: fc.constantFrom(
      ...[[LABEL], [LABEL], [], ['x'.repeat(201)], ['<img src=x onerror=alert(1)>'], ['\u202effO\u202c']].map((texts) =>
        texts.map((text) => pageText(text)),
      ),
    ),
  })
  .map((changes) => control(changes));

const anyReading = fc
  .record({
    load: fc.nat(3),
    settled: yesOrNo,
    origin: fc.constantFrom<Reading['origin']>('server', 'server', 'cache', 'inside'),
    stillness: fc.constantFrom<Reading['stillness']>('no', 'still', 'long'),
    waited: yesOrNo,
    touched: yesOrNo,
    switchedAt: fc.constantFrom(null, null, NOW - 1),
    lingering: yesOrNo,
    language: fc.constantFrom('en', 'de', 'mi', '', '__proto__'),
    controls: fc.array(anyControl, { maxLength: 2 }),
    rows: fc.array(fc.constantFrom(row(), row({ value: 'On' }), row({ path: '/__proto__' })), { maxLength: 3 }),
    instead: fc.constantFrom(null, null, null, 'sign-in' as const, 'frame' as const),
  })
  .chain((changes) => fc.constantFrom(reading(changes), listReading(changes)));

const wellFormed: fc.Arbitrary<object> = fc.oneof(
  { weight: 8, arbitrary: anyReading.map((one) => ({ type: 'reading', reading: one })) },
  fc.record({ type: fc.constant('choose-country'), country: fc.constantFrom('DE', 'US', null) }),
  { weight: 4, arbitrary: fc.record({ type: fc.constantFrom('overview', 'report', 'changes', 'everything') }) },
  fc.record({ type: fc.constant('history'), setting: fc.constantFrom(AI_TRAINING, 'research') }),
  fc.record({
    type: fc.constant('edit-letter'),
    objection: fc.constantFrom('era 0', '__proto__'),
    edit: fc.constantFrom(
      { language: 'en', from: null, to: 'Dear LinkedIn' },
      { language: 'en', from: 'Dear LinkedIn', to: null },
      { language: 'valueOf', from: null, to: '<b>1</b>' },
    ),
  }),
  fc.record({
    type: fc.constant('change-objection'),
    objection: fc.constantFrom('era 0', 'era 1', ''),
    changes: fc.constantFrom<object>(
      { sentOn: '2026-11-20' },
      { replaced: true },
      { closed: true },
      { caseNumber: '<b>1</b>' },
    ),
  }),
  fc.record({
    type: fc.constant('set-reminders'),
    recheckDays: fc.constantFrom(7, 30, 90, null),
    notify: yesOrNo,
  }),
  fc.record({
    type: fc.constant('mark'),
    setting: fc.constantFrom(AI_TRAINING, 'research'),
    note: fc.constantFrom('Wanted.', null),
  }),
  fc.record({
    type: fc.constant('recognise'),
    setting: fc.constant(AI_TRAINING),
    label: fc.constantFrom(LABEL, '<b>x</b>', '__proto__'),
    language: fc.constantFrom('en', 'mi', '__proto__'),
    answer: fc.constantFrom('yes', 'no', null),
  }),
  fc.record({ type: fc.constant('seen-changes'), until: fc.nat(NOW) }),
  fc.record({
    type: fc.constantFrom('preview-import', 'import'),
    text: fc.constantFrom(EXPORTED, EXPORTED.replace('"FR"', '"fr"'), EXPORTED.slice(0, 300), '{"__proto__":1}'),
  }),
  fc.constant({ type: 'erase' }),
);

/** What no message should hold: everything that the structured clone of a browser lets through, and what could do harm as a key. */
const circular: Record<string, unknown> = {};
circular.self = circular;
const oddity = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -1,
    0.5,
    10n,
    '',
    'erase',
    'reading',
    'report',
    '__proto__',
    'x'.repeat(100_000),
    [],
    {},
    circular,
    new Map([['type', 'erase']]),
    new Date(NOW),
    new Uint8Array(8),
    new Error('x'),
    JSON.parse('{"__proto__":{"type":"erase"},"constructor":{"prototype":{}}}'),
    Array.from({ length: 5000 }, () => 0),
  ),
  fc.anything({ withNullPrototype: true, withSparseArray: true, withBigInt: true, withDate: true, maxDepth: 2 }),
);

type Bend = { at: number; how: 'replace' | 'delete' | 'add' | 'retype'; by: unknown; key: string };

const bends = fc.array(
  fc.record<Bend>({
    at: fc.nat(60),
    how: fc.constantFrom('replace', 'delete', 'add', 'retype'),
    by: oddity,
    key: fc.constantFrom('type', 'extra', 'reading', 'country', 'constructor', 'toJSON', 'then'),
  }),
  { minLength: 1, maxLength: 2 },
);

const TYPES = ['reading', 'overview', 'report', 'choose-country', 'erase', 'import', 'mark', 'toString'];

/** A copy of a message with something in it replaced, left out, added, or the whole said to be of another type. */
function bent(message: object, changes: Bend[]): unknown {
  let copy = structuredClone(message) as Record<string, unknown>;
  for (const { at, how, by, key } of changes) {
    if (how === 'retype') {
      copy = { ...copy, type: TYPES[at % TYPES.length] };
      continue;
    }
    const places = placesIn(copy);
    const place = places[at % places.length];
    if (!place) return by;
    if (how === 'replace') place.owner[place.key] = structuredClone(by);
    else if (how === 'delete') delete place.owner[place.key];
    else place.owner[key] = structuredClone(by);
  }
  return copy;
}

function placesIn(value: unknown, depth = 0): { owner: Record<string, unknown>; key: string }[] {
  if (Object.prototype.toString.call(value) !== '[object Object]' && !Array.isArray(value)) return [];
  if (depth > 5) return [];
  const owner = value as Record<string, unknown>;
  return Object.keys(owner)
    .slice(0, 30)
    .flatMap((key) => [{ owner, key }, ...placesIn(owner[key], depth + 1)]);
}

const anyMessage = fc.oneof(
  { weight: 2, arbitrary: wellFormed },
  { weight: 4, arbitrary: fc.tuple(wellFormed, bends).map(([message, changes]) => bent(message, changes)) },
  { weight: 1, arbitrary: oddity },
);

const anyPost: fc.Arbitrary<Post> = fc
  .constantFrom<Kind>('stranger', 'reader', 'reader', 'own page', 'own page')
  .chain((kind) =>
    fc.record({ kind: fc.constant(kind), sender: fc.constantFrom(...SENDERS[kind]), message: anyMessage }),
  );

type Receive = (message: unknown, sender: Sender) => Promise<unknown>;

/** A background on a browser that only stores and remembers who listens. */
function start(area: MemoryArea): Receive {
  let receive: Receive | undefined;
  const event = { addListener: () => {}, hasListener: () => false };
  const done = async () => {};
  const browser = {
    runtime: {
      id: ID,
      getURL: (path: string) => `${SELF.base}${path.replace(/^\//, '')}`,
      getManifest: () => ({ version: '0.1.0' }),
      onMessage: { addListener: (listener: Receive) => (receive = listener) },
      onInstalled: event,
      onStartup: event,
    },
    storage: { local: area },
    alarms: { onAlarm: event, create: () => {}, clear: done },
    permissions: { onAdded: event },
    action: { setBadgeText: done, setBadgeBackgroundColor: done, setBadgeTextColor: done, setTitle: done },
  };
  startBackground(browser as unknown as Browser, () => NOW);
  if (!receive) throw new Error('Nobody listens.');
  return receive;
}

/** What is stored, apart from what is kept of the overview, which follows from it. */
function storedIn({ items }: MemoryArea): Record<string, unknown> {
  const { [KEPT_KEY]: _, ...others } = items as Record<string, unknown>;
  return others;
}

/** Of which kinds something else is stored than before. */
function changedKinds(before: Record<string, unknown>, after: Record<string, unknown>): (StoredKind | undefined)[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => !isDeepStrictEqual(before[key], after[key])).map((key) => keyMeaning(key)?.kind);
}

beforeEach(() => {
  // The storage in memory answers later; how much later does not matter here.
  vi.stubGlobal('setTimeout', (then: () => void) => void queueMicrotask(then));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('of ten thousand messages', () => {
  it('only well-formed, allowed ones change anything, and readers get and do nothing that is for own pages', async () => {
    const count = { all: 0, refused: 0, keptOfReader: 0, changedByOwnPage: 0, toldToOwnPage: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(anyPost, { minLength: IN_A_ROW, maxLength: IN_A_ROW }), async (posts) => {
        const area = new MemoryArea();
        const receive = start(area);
        for (const { kind, sender, message } of posts) {
          const before = structuredClone(storedIn(area));
          const answer = (await receive(message, sender)) as Record<string, unknown>;
          const changed = changedKinds(before, storedIn(area));
          const admission = admit(message, sender, SELF);
          count.all++;
          expect(typeof answer.ok).toBe('boolean');

          if (kind === 'stranger') expect(admission.from).toBe('nobody');
          if (admission.from === 'nobody') {
            count.refused++;
            expect(answer).toEqual({ ok: false, why: admission.why });
            expect(changed).toEqual([]);
          } else if (admission.from === 'reader') {
            expect(kind).toBe('reader');
            expect(Object.keys(answer).filter((key) => key !== 'ok' && key !== 'why')).toEqual([]);
            expect(changed.filter((kind) => kind !== 'setting' && kind !== 'piece')).toEqual([]);
            if (changed.length > 0) count.keptOfReader++;
          } else {
            expect(kind).toBe('own page');
            const { type } = admission.message;
            const allowed = CHANGES[type] ?? [];
            expect(changed.filter((kind) => !kind || !allowed.includes(kind))).toEqual([]);
            if (changed.length > 0) count.changedByOwnPage++;
            if (answer.overview || answer.report || answer.preview || answer.stored) count.toldToOwnPage++;
          }
        }
        // Nothing that was written is ever found not to fit.
        expect(area.items).not.toHaveProperty('setAside');
        for (const [key, value] of Object.entries(storedIn(area)))
          expect(parseStored(keyMeaning(key)?.kind as StoredKind, value)).toMatchObject({ ok: true });
      }),
      { numRuns: MESSAGES / IN_A_ROW, endOnFailure: true, seed: 20_261_124 },
    );
    expect(count.all).toBe(MESSAGES);
    // Were all refused, the rest would hold of itself.
    expect(count.refused).toBeGreaterThan(MESSAGES / 2);
    expect(count.keptOfReader).toBeGreaterThan(200);
    expect(count.changedByOwnPage).toBeGreaterThan(200);
    expect(count.toldToOwnPage).toBeGreaterThan(200);
  }, 60_000);
});
