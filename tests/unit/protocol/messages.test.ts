import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { LIMITS } from '../../../src/linkedin/limits.ts';
import type { Control, PageText } from '../../../src/linkedin/reading.ts';
import { admit, type Sender } from '../../../src/protocol/admit.ts';
import { COUNTRIES } from '../../../src/regions/countries.ts';
import { REPORT_LIMITS } from '../../../src/report/limits.ts';
import { TYPED_LIMITS } from '../../../src/storage/limits.ts';
import { control, listReading, reading, row } from '../examples.ts';

const SELF = { id: 'abcdefghijklmnop', base: 'chrome-extension://abcdefghijklmnop/' };
const SETTING_URL = 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement';

const READER: Sender = { id: SELF.id, url: SETTING_URL, frameId: 0, tab: {} };
const POPUP: Sender = { id: SELF.id, url: `${SELF.base}popup.html` };
const OWN_TAB: Sender = { id: SELF.id, url: `${SELF.base}report.html#history`, frameId: 0, tab: {} };

const READING = { type: 'reading', reading: reading() };
const OVERVIEW = { type: 'overview' };
const CHOICE = { type: 'choose-country', country: 'DE' };
const OBJECTED = { type: 'change-objection', objection: 'era 0', changes: { sentOn: '2026-11-24' } };
const ANOTHER_OBJECTION = { type: 'change-objection', objection: 'era 0', changes: { replaced: true } };
const EDITED = { type: 'edit-letter', objection: 'era 0', edit: { language: 'en', from: null, to: 'No.' } };
const REMINDERS = { type: 'set-reminders', recheckDays: 7, notify: true };

/** One of each kind that the extension's own pages may say. */
const PAGE_MESSAGES = [
  OVERVIEW,
  CHOICE,
  OBJECTED,
  ANOTHER_OBJECTION,
  EDITED,
  REMINDERS,
  { type: 'mark', setting: AI_TRAINING, note: 'Wanted.' },
  { type: 'recognise', setting: AI_TRAINING, label: 'Tuku raraunga', language: 'mi', answer: 'yes' },
  { type: 'seen-changes', until: 0 },
  { type: 'report' },
  { type: 'changes' },
  { type: 'history', setting: AI_TRAINING },
  { type: 'everything' },
  { type: 'preview-import', text: '{}' },
  { type: 'import', text: '{}' },
  { type: 'erase' },
];

const RECOGNISED = { type: 'recognise', setting: AI_TRAINING, label: 'Tuku raraunga', language: 'mi', answer: 'yes' };

const STRANGER = { from: 'nobody', why: 'stranger' };
const MALFORMED = { from: 'nobody', why: 'malformed' };

/** The reading of the examples with one row, and with its own properties, its snapshot's, its control's or its row's changed to anything at all. */
function readingWith(changes: { reading?: object; snapshot?: object; control?: object; row?: object }): unknown {
  const controls = [{ ...control(), ...changes.control }];
  const rows = [{ ...row(), ...changes.row }];
  const snapshot = { ...READING.reading.snapshot, controls, rows, ...changes.snapshot };
  return { type: 'reading', reading: { ...READING.reading, snapshot, ...changes.reading } };
}

const LONGEST: PageText = { text: 'x'.repeat(LIMITS.text), as: 'heading', depth: LIMITS.depth };

/** As many of something as asked for. */
function many<Value>(count: number, value: Value): Value[] {
  return Array.from({ length: count }, () => value);
}

describe('a reader', () => {
  it.each([
    SETTING_URL,
    `${SETTING_URL}/?trk=x#y`,
    'https://www.linkedin.com/mypreferences/m/settings/data-for-ai-improvement',
    'https://www.linkedin.com/mypreferences/d/categories/privacy',
    'https://www.linkedin.com/mypreferences/d/',
  ])('on %s is listened to', (url) => {
    expect(admit(READING, { ...READER, url }, SELF)).toEqual({ from: 'reader', message: READING });
  });

  it('may say the most there can be', () => {
    const longest: Control = {
      ...control(),
      markup: 'x'.repeat(LIMITS.markup),
      options: many(LIMITS.options, { text: 'x'.repeat(LIMITS.value), chosen: false }),
      doubts: ['restored', 'unspoken', 'hidden'],
      ...Object.fromEntries(['group', 'name', 'before', 'after'].map((key) => [key, many(LIMITS.texts, LONGEST)])),
    };
    const most = readingWith({
      snapshot: {
        language: 'x'.repeat(LIMITS.language),
        controls: many(LIMITS.controls, longest),
        rows: many(LIMITS.rows, {
          path: 'x'.repeat(LIMITS.path),
          label: 'x'.repeat(LIMITS.text),
          value: 'x'.repeat(LIMITS.value),
        }),
      },
      reading: { path: 'x'.repeat(LIMITS.path) },
    });
    expect(admit(most, READER, SELF)).toEqual({ from: 'reader', message: most });
  });

  it.each([null, 'sign-in', 'frame', 'placeholder', 'unreadable'])('may say that there is %j instead', (instead) => {
    expect(admit(readingWith({ snapshot: { instead, controls: [] } }), READER, SELF).from).toBe('reader');
  });

  it('may say what it read in a list', () => {
    const message = { type: 'reading', reading: listReading() };
    expect(admit(message, READER, SELF)).toEqual({ from: 'reader', message });
  });

  it.each([...PAGE_MESSAGES, { type: 'choose-country', country: null }])(
    'may not ask for %j, which is for the extension’s own pages',
    (message) => {
      expect(admit(message, READER, SELF)).toEqual(MALFORMED);
    },
  );
});

describe('whoever is no reader of ours is refused as a stranger', () => {
  it.each<[string, Partial<Sender>]>([
    ['another extension', { id: 'ponmlkjihgfedcba' }],
    ['one without an id', { id: undefined }],
    ['one without an address', { url: undefined }],
    ['one with an empty address', { url: '' }],
    ['another site', { url: 'https://www.example.com/mypreferences/d/settings/data-for-ai-improvement' }],
    ['another LinkedIn host', { url: SETTING_URL.replace('www.', 'de.') }],
    ['plain http', { url: SETTING_URL.replace('https:', 'http:') }],
    ['the feed', { url: 'https://www.linkedin.com/feed/' }],
    ['the sign-in page', { url: 'https://www.linkedin.com/uas/login?session_redirect=x' }],
    ['a frame inside the page', { frameId: 1 }],
    ['a frame that is not told', { frameId: undefined }],
    ['something without a tab', { tab: undefined }],
    ['a look-alike of our own pages', { url: 'chrome-extension://abcdefghijklmnopq/popup.html' }],
    ['another extension’s page', { url: 'chrome-extension://ponmlkjihgfedcba/popup.html' }],
    ['an address that only holds ours', { url: `https://www.example.com/?${SELF.base}popup.html` }],
  ])('%s', (_, differently) => {
    const sender = { ...READER, ...differently };
    for (const message of [READING, ...PAGE_MESSAGES]) expect(admit(message, sender, SELF)).toEqual(STRANGER);
  });

  it('another extension, even from what looks like our own page', () => {
    for (const message of PAGE_MESSAGES) {
      expect(admit(message, { ...POPUP, id: 'ponmlkjihgfedcba' }, SELF)).toEqual(STRANGER);
    }
  });
});

describe('a private window', () => {
  const inPrivate = { ...READER, tab: { incognito: true } };

  it('is never listened to, whatever is read there', () => {
    for (const message of [READING, { type: 'reading', reading: listReading() }, ...PAGE_MESSAGES, null]) {
      expect(admit(message, inPrivate, SELF)).toEqual({ from: 'nobody', why: 'private' });
    }
  });

  it('is told by the browser, and not by default', () => {
    expect(admit(READING, { ...READER, tab: { incognito: false } }, SELF).from).toBe('reader');
    expect(admit(READING, { ...inPrivate, frameId: 1 }, SELF)).toEqual(STRANGER);
  });

  it('may show the extension’s own pages, in which the member asks and chooses', () => {
    expect(admit(CHOICE, { ...OWN_TAB, tab: { incognito: true } }, SELF).from).toBe('page');
  });
});

describe('a reading that is not as agreed is refused as malformed', () => {
  it.each<[string, unknown]>([
    ['with a key added', { ...READING, extra: 1 }],
    ['with a key added to the reading', readingWith({ reading: { extra: 1 } })],
    ['with a key added to the snapshot', readingWith({ snapshot: { extra: 1 } })],
    ['with a key added to a control', readingWith({ control: { extra: 1 } })],
    ['of an unknown type', { ...READING, type: 'readings' }],
    ['without a type', { reading: READING.reading }],
    ['without the reading', { type: 'reading' }],
    ['without the snapshot', readingWith({ reading: { snapshot: undefined } })],
    ['with null for the snapshot', readingWith({ reading: { snapshot: null } })],
    ['with a tree of two letters', readingWith({ reading: { tree: 'dd' } })],
    ['with a tree in capitals', readingWith({ reading: { tree: 'D' } })],
    ['with no tree', readingWith({ reading: { tree: '' } })],
    ['with a path that is no text', readingWith({ reading: { path: 7 } })],
    ['with a path too long', readingWith({ reading: { path: 'x'.repeat(LIMITS.path + 1) } })],
    ['with a word for a truth', readingWith({ reading: { touched: 'true' } })],
    ['with a number for a truth', readingWith({ reading: { settled: 1 } })],
    ['with a truth missing', readingWith({ reading: { waited: undefined } })],
    ['with an origin that is invalid', readingWith({ reading: { origin: 'network' } })],
    ['with no origin', readingWith({ reading: { origin: null } })],
    ['with a stillness that is invalid', readingWith({ reading: { stillness: true } })],
    ['with a turn of the switch at no time', readingWith({ reading: { switchedAt: undefined } })],
    ['with a turn of the switch before 1970', readingWith({ reading: { switchedAt: -1 } })],
    ['with a turn of the switch that is only a truth', readingWith({ reading: { switchedAt: true } })],
    ['of the older shape', readingWith({ reading: { fresh: true, held: true, switched: false } })],
    ['with no word on whether it loads', readingWith({ snapshot: { loading: undefined } })],
    ['with a language for whether it is translated', readingWith({ snapshot: { translated: 'de' } })],
    ['with a language too long', readingWith({ snapshot: { language: 'x'.repeat(LIMITS.language + 1) } })],
    ['with an unknown thing instead', readingWith({ snapshot: { instead: 'advert' } })],
    ['with controls that are no list', readingWith({ snapshot: { controls: { length: 1, 0: control() } } })],
    ['with too many controls', readingWith({ snapshot: { controls: many(LIMITS.controls + 1, control()) } })],
    ['with an unknown state', readingWith({ control: { state: 'opted-out' } })],
    ['with a truth for a state', readingWith({ control: { state: false } })],
    ['with a state missing', readingWith({ control: { state: undefined } })],
    ['with a sort that is invalid', readingWith({ control: { sort: 'slider' } })],
    ['with a sight that is invalid', readingWith({ control: { sight: true } })],
    ['with a doubt that is invalid', readingWith({ control: { doubts: ['strange'] } })],
    ['with too many doubts', readingWith({ control: { doubts: many(4, 'hidden') } })],
    [
      'with too many options',
      readingWith({ control: { options: many(LIMITS.options + 1, { text: '', chosen: true }) } }),
    ],
    [
      'with an option too long',
      readingWith({ control: { options: [{ text: 'x'.repeat(LIMITS.value + 1), chosen: true }] } }),
    ],
    ['with an option that may be chosen', readingWith({ control: { options: [{ text: 'On' }] } })],
    ...['group', 'name', 'before', 'after'].flatMap((key): [string, unknown][] => [
      [
        `with a text too long in ${key}`,
        readingWith({ control: { [key]: [{ ...LONGEST, text: `${LONGEST.text}x` }] } }),
      ],
      [`with too many texts in ${key}`, readingWith({ control: { [key]: many(LIMITS.texts + 1, LONGEST) } })],
      [`with a text that is none in ${key}`, readingWith({ control: { [key]: ['On'] } })],
      [`with a text of an unknown kind in ${key}`, readingWith({ control: { [key]: [{ ...LONGEST, as: 'image' }] } })],
      [
        `with a text too deep in ${key}`,
        readingWith({ control: { [key]: [{ ...LONGEST, depth: LIMITS.depth + 1 }] } }),
      ],
    ]),
    ['with markup too long', readingWith({ control: { markup: 'x'.repeat(LIMITS.markup + 1) } })],
    ['with a key added to a row', readingWith({ row: { extra: 1 } })],
    ['with too many rows', readingWith({ snapshot: { rows: many(LIMITS.rows + 1, row()) } })],
    ['with a row’s path too long', readingWith({ row: { path: 'x'.repeat(LIMITS.path + 1) } })],
    ['with a row’s label too long', readingWith({ row: { label: 'x'.repeat(LIMITS.text + 1) } })],
    ['with a row’s value too long', readingWith({ row: { value: 'x'.repeat(LIMITS.value + 1) } })],
    ['with a row’s value that is no text', readingWith({ row: { value: false } })],
    ['of an unknown kind', readingWith({ reading: { kind: 'feed' } })],
    ['of a load before time began', readingWith({ reading: { load: -1 } })],
    ['of a load that is no number', readingWith({ reading: { load: Number.NaN } })],
    ['in a list', [READING]],
    ['as text', JSON.stringify(READING)],
  ])('%s', (_, message) => {
    expect(admit(message, READER, SELF)).toEqual(MALFORMED);
  });
});

describe('the extension’s own pages', () => {
  it.each([POPUP, OWN_TAB])('may ask for the overview (%j)', (sender) => {
    expect(admit(OVERVIEW, sender, SELF)).toEqual({ from: 'page', message: OVERVIEW });
  });

  it.each(['DE', 'US', 'XK', null])('may choose %s as the country', (country) => {
    const message = { type: 'choose-country', country };
    expect(admit(message, POPUP, SELF)).toEqual({ from: 'page', message });
  });

  it('may choose every country there is', () => {
    const refused = COUNTRIES.filter(
      (country) => admit({ type: 'choose-country', country }, POPUP, SELF).from !== 'page',
    );
    expect(refused).toEqual([]);
  });

  it.each(['QQ', 'de', 'DEU', '', 7, undefined, ['DE']])('may not choose %j as the country', (country) => {
    expect(admit({ type: 'choose-country', country }, POPUP, SELF)).toEqual(MALFORMED);
  });

  it.each([
    {},
    { sentOn: '2028-02-29' },
    { sentOn: null },
    { caseNumber: 'x'.repeat(TYPED_LIMITS.caseNumber) },
    { extendedOn: '2026-11-24' },
    { answer: { on: '2026-11-24', outcome: 'granted' } },
    { answer: { on: '2026-11-24', outcome: 'partly' } },
    { answer: { on: '2026-11-24', outcome: 'refused' } },
    { answer: null },
    { complainedOn: '2026-11-24' },
    { closed: true },
  ])('may tell of the objection: %o', (changes) => {
    const message = { type: 'change-objection', objection: 'era 0', changes };
    for (const sender of [POPUP, OWN_TAB]) expect(admit(message, sender, SELF)).toEqual({ from: 'page', message });
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['something added', { extra: 1 }],
    ['a month that there is not', { sentOn: '2026-13-01' }],
    ['a day that there is not', { sentOn: '2027-02-29' }],
    ['a day written otherwise', { sentOn: '24.11.2026' }],
    ['a day without its noughts', { sentOn: '2026-1-1' }],
    ['a day with a time', { extendedOn: '2026-11-24T12:00:00Z' }],
    ['a day that is a number', { complainedOn: Date.UTC(2026, 10, 24) }],
    ['an empty day', { complainedOn: '' }],
    ['an outcome that is invalid', { answer: { on: '2026-11-24', outcome: 'maybe' } }],
    ['an answer without its day', { answer: { outcome: 'granted' } }],
    ['an answer on no day', { answer: { on: null, outcome: 'granted' } }],
    ['an answer with something added', { answer: { on: '2026-11-24', outcome: 'granted', extra: 1 } }],
    ['a case number too long', { caseNumber: 'x'.repeat(TYPED_LIMITS.caseNumber + 1) }],
    ['a case number that is a number', { caseNumber: 7 }],
    ['a word for whether it is closed', { closed: 'true' }],
  ])('may not tell of the objection with %s', (_, changes) => {
    expect(admit({ type: 'change-objection', objection: 'era 0', changes }, POPUP, SELF)).toEqual(MALFORMED);
  });

  it.each<[string, unknown]>([
    ['a letter too long', { language: 'en', from: null, to: 'x'.repeat(TYPED_LIMITS.letter + 1) }],
    ['a letter that is no text', { language: 'en', from: null, to: 7 }],
    ['a letter in what is no language', { language: 'no-language', from: null, to: 'x' }],
    ['no word of what it was made of', { language: 'en', to: 'x' }],
    ['letters in a list', ['x']],
  ])('may not edit %s', (_, edit) => {
    expect(admit({ type: 'edit-letter', objection: 'era 0', edit }, POPUP, SELF)).toEqual(MALFORMED);
  });

  it.each([EDITED.type, OBJECTED.type])('may not leave open of which objection it speaks: %s', (type) => {
    const { objection: _, ...message } = type === EDITED.type ? EDITED : OBJECTED;
    expect(admit(message, POPUP, SELF)).toEqual(MALFORMED);
  });

  it.each([POPUP, OWN_TAB])('may begin another objection (%j)', (sender) => {
    expect(admit(ANOTHER_OBJECTION, sender, SELF)).toEqual({ from: 'page', message: ANOTHER_OBJECTION });
  });

  it.each([7, 30, 90, null])('may choose to be reminded each %j days, with notifications or without', (recheckDays) => {
    for (const notify of [true, false]) {
      const message = { type: 'set-reminders', recheckDays, notify };
      expect(admit(message, POPUP, SELF)).toEqual({ from: 'page', message });
    }
  });

  it.each([8, 0, -7, 7.5, '7', undefined, [7], true])('may not choose to be reminded each %j days', (recheckDays) => {
    expect(admit({ type: 'set-reminders', recheckDays, notify: true }, POPUP, SELF)).toEqual(MALFORMED);
  });

  it.each(['true', 1, null, undefined])('may not choose %j for whether to notify', (notify) => {
    expect(admit({ type: 'set-reminders', recheckDays: 7, notify }, POPUP, SELF)).toEqual(MALFORMED);
  });

  it.each(PAGE_MESSAGES)('may say, each of them, %j', (message) => {
    for (const sender of [POPUP, OWN_TAB]) expect(admit(message, sender, SELF)).toEqual({ from: 'page', message });
  });

  it.each<[string, object]>([
    ['a setting that the catalogue does not have', { type: 'mark', setting: 'no-such-setting', note: '' }],
    ['a setting named like what every object has', { type: 'mark', setting: 'constructor', note: '' }],
    ['a mark without a note or its end', { type: 'mark', setting: AI_TRAINING }],
    ['a note too long', { type: 'mark', setting: AI_TRAINING, note: 'x'.repeat(TYPED_LIMITS.note + 1) }],
    ['a label that is invalid', { ...RECOGNISED, label: '' }],
    ['a label too long', { ...RECOGNISED, label: 'x'.repeat(LIMITS.text + 1) }],
    ['a language too long', { ...RECOGNISED, language: 'x'.repeat(LIMITS.language + 1) }],
    ['no language', { ...RECOGNISED, language: null }],
    ['a label of a setting that the catalogue does not have', { ...RECOGNISED, setting: 'no-such-setting' }],
    ['an answer that is invalid', { ...RECOGNISED, answer: 'unsure' }],
    ['no answer', { ...RECOGNISED, answer: undefined }],
    ['an answer of a time of its own', { ...RECOGNISED, at: 0 }],
    ['a time before 1970', { type: 'seen-changes', until: -1 }],
    ['a time that is no whole number', { type: 'seen-changes', until: 0.5 }],
    ['a time that never comes', { type: 'seen-changes', until: Number.POSITIVE_INFINITY }],
    ['a file that is no text', { type: 'import', text: {} }],
    ['a file too long', { type: 'import', text: 'x'.repeat(REPORT_LIMITS.bytes + 1) }],
    ['a file too long to look into', { type: 'preview-import', text: 'x'.repeat(REPORT_LIMITS.bytes + 1) }],
    ['no file', { type: 'preview-import' }],
  ])('may not say %s', (_, message) => {
    expect(admit(message, POPUP, SELF)).toEqual(MALFORMED);
  });

  it.each(['yes', 'no', null])('may answer %j to whether a label is the setting’s, however long it is', (answer) => {
    const longest = { label: 'x'.repeat(LIMITS.text), language: 'x'.repeat(LIMITS.language) };
    for (const changes of [{}, longest, { language: '' }]) {
      const message = { ...RECOGNISED, ...changes, answer };
      expect(admit(message, POPUP, SELF)).toEqual({ from: 'page', message });
      expect(admit(message, READER, SELF)).toEqual(MALFORMED);
    }
  });

  it('may take a mark away', () => {
    const message = { type: 'mark', setting: AI_TRAINING, note: null };
    expect(admit(message, OWN_TAB, SELF)).toEqual({ from: 'page', message });
  });

  it('may not say what was told, which only the background knows', () => {
    expect(admit({ ...REMINDERS, told: {} }, POPUP, SELF)).toEqual(MALFORMED);
  });

  it.each([POPUP, OWN_TAB])('may not say what a page says (%j)', (sender) => {
    expect(admit(READING, sender, SELF)).toEqual(MALFORMED);
  });

  it.each([
    ...PAGE_MESSAGES.map((message) => ({ ...message, extra: 1 })),
    { type: 'change-objection' },
    { type: 'set-reminders' },
    { type: 'choose-country' },
    { type: 'clear' },
    { country: 'DE' },
    'overview',
    null,
    undefined,
  ])('may not ask for %j', (message) => {
    expect(admit(message, POPUP, SELF)).toEqual(MALFORMED);
  });

  it('are known where the address is not made of the id, too', () => {
    const self = { id: 'untrained@example.org', base: 'moz-extension://0f0e0d0c-0b0a-0908-0706-050403020100/' };
    expect(admit(OVERVIEW, { id: self.id, url: `${self.base}popup.html` }, self).from).toBe('page');
    expect(admit(READING, { ...READER, id: self.id }, self).from).toBe('reader');
    expect(admit(OVERVIEW, { ...POPUP, id: self.id }, self)).toEqual(STRANGER);
  });
});

describe('junk', () => {
  const anyJunk = fc.anything({
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
  });

  const anySender: fc.Arbitrary<Sender> = fc.oneof(
    fc.constantFrom(READER, POPUP, OWN_TAB),
    fc.record(
      {
        id: fc.constantFrom(SELF.id, 'ponmlkjihgfedcba', undefined),
        url: fc.oneof(fc.constantFrom(SETTING_URL, `${SELF.base}popup.html`, SELF.base, undefined), fc.string()),
        frameId: fc.constantFrom(0, 1, -1, undefined),
        tab: fc.constantFrom({}, { incognito: true }, undefined),
      },
      { requiredKeys: [] },
    ),
  );

  it('is never admitted, whoever sends it, and breaks nothing', () => {
    fc.assert(
      fc.property(anyJunk, anySender, (junk, sender) => {
        expect(admit(junk, sender, SELF).from).toBe('nobody');
      }),
      { numRuns: 1000 },
    );
  });

  it('of the right type is never admitted either', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('reading', ...PAGE_MESSAGES.map(({ type }) => type)),
        fc.dictionary(fc.string({ minLength: 1 }), anyJunk, { minKeys: 1 }),
        fc.constantFrom(READER, POPUP),
        (type, junk, sender) => {
          expect(admit({ ...junk, type }, sender, SELF).from).toBe('nobody');
        },
      ),
    );
  });

  it('replacing any part of a reading is refused, unless the replacement happens to be valid', () => {
    const anyChange = fc.oneof(
      fc.record({ reading: junkIn(READING.reading) }),
      fc.record({ snapshot: junkIn(READING.reading.snapshot) }),
      fc.record({ control: junkIn(control()) }),
      fc.record({ row: junkIn(row()) }),
    );
    fc.assert(
      fc.property(anyChange, (changes) => {
        const message = readingWith(changes);
        const admission = admit(message, READER, SELF);
        expect(admission).toEqual(admission.from === 'reader' ? { from: 'reader', message } : MALFORMED);
      }),
      { numRuns: 500 },
    );
  });

  /** One of an object's own properties, with anything for its value. */
  function junkIn(object: object): fc.Arbitrary<object> {
    return fc.tuple(fc.constantFrom(...Object.keys(object)), anyJunk).map(([key, junk]) => ({ [key]: junk }));
  }
});
