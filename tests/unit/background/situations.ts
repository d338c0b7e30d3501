import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import type { Reading } from '../../../src/linkedin/reading.ts';
import { reportFile } from '../../../src/report/export-json.ts';
import { MOVED, movedAudit } from '../../../src/storage/audit.ts';
import { ONES, pieceKey, settingKey } from '../../../src/storage/keys.ts';
import { STORED } from '../../../src/storage/stored.ts';
import type { Observation } from '../../../src/verdict/observation.ts';
import {
  control,
  DAY,
  listReading,
  NOW,
  off,
  on,
  reading,
  recordOf,
  row,
  storedItems,
  storedWith,
} from '../examples.ts';
import { type Event, PANEL, POPUP, readerIn } from './fake-browser.ts';

type Items = Record<string, unknown>;

const FROZEN = join(import.meta.dirname, '..', 'storage', 'frozen');
/** What a build of today has stored, a bit of everything. */
const FULL: Items = {
  ...Object.fromEntries(ONES.map((key) => [key, frozen(`${key}.v${STORED[key].empty.version}`)])),
  ...storedItems(movedAudit(frozen('audit.v2')).settings),
  [settingKey(AI_TRAINING)]: frozen(`setting.v${STORED.setting.empty.version}`),
  [pieceKey(AI_TRAINING, 0)]: frozen(`piece.v${STORED.piece.empty.version}`),
};

function frozen(name: string): unknown {
  return JSON.parse(readFileSync(join(FROZEN, `${name}.json`), 'utf8'));
}

/** The id of the objection that is under way there. */
const UNDER_WAY = '2026-10-20 261020-000007';

/** An audit with a history that takes several pieces. */
const LONG_AUDIT = {
  version: 2,
  settings: {
    ...(frozen('audit.v2') as { settings: object }).settings,
    [AI_TRAINING]: recordBefore(Array.from({ length: 40 }, (_, day) => (day % 2 ? on : off)(NOW - (50 - day) * DAY))),
  },
};
const AUDIT_OF_VERSION_1 = frozen('audit.v1') as { version: 1; settings: object };

/** What the last build with an audit made of these observations, each of a load of its own. */
function recordBefore(observations: Observation[]): object {
  const { history, failure, newest } = recordOf(...observations);
  const before = { entries: history.length - 1, last: history.at(-2), failure: null };
  return { history, failure, newest: { ...newest, before }, details: null };
}

function ones(items: Items): Items {
  return Object.fromEntries(ONES.map((key) => [key, items[key]]));
}

/** Off until a day ago and on since, which is to be told. */
const ON_AGAIN: Items = {
  ...storedItems({ [AI_TRAINING]: recordOf(off(NOW - 9 * DAY), on(NOW - DAY)) }),
  region: { version: 1, country: 'DE' },
  reminders: { ...STORED.reminders.empty, notify: true },
};

/** What may be stored when something happens: nothing, a bit of everything, something to tell, things that do not fit. */
export const SITUATIONS: Record<string, Items> = {
  nothing: {},
  everything: FULL,
  'something to tell': ON_AGAIN,
  misfits: {
    ...FULL,
    ...{ 'setting:research': 'damaged', [pieceKey(AI_TRAINING, 0)]: { version: 1, history: 'damaged' } },
    ...{ region: 'damaged', marks: null },
  },
  'an earlier build': { ...ones(FULL), audit: LONG_AUDIT },
  'an earlier build with misfits': {
    ...ones(FULL),
    audit: { ...AUDIT_OF_VERSION_1, settings: { ...AUDIT_OF_VERSION_1.settings, messages: 'damaged' } },
    setAside: 'damaged',
  },
  'an earlier build, installed once more in between': { ...FULL, audit: LONG_AUDIT },
  'an earlier build that all has moved from': { ...FULL, audit: MOVED },
};

/** The file that another browser exported. */
const FILE = JSON.stringify(
  reportFile(
    storedWith({
      settings: {
        [AI_TRAINING]: recordOf(on(NOW - 60 * DAY), off(NOW - 50 * DAY)),
        research: recordOf(on(NOW - DAY)),
      },
      region: { version: 1, country: 'FR' },
      marks: { version: 2, marks: { messages: { at: NOW - DAY, note: 'of the other browser' } } },
    }),
    { version: '1', now: NOW },
  ),
);

/** What a reader says of its tab. */
export function said(tab: number, changes: Parameters<typeof reading>[0] = {}, kind = reading): Event {
  const what: Reading = { ...kind(changes), load: changes.load ?? NOW - 1000 * tab };
  return { kind: 'message', message: { type: 'reading', reading: what }, sender: readerIn(tab) };
}

const stateOn = { controls: [control({ state: 'on' })] };

/** Everything that a reader can make happen. */
export const READINGS: Record<string, Event> = {
  'a reading of a setting that is off': said(1),
  'a reading of a setting that is on': said(2, stateOn),
  'a reading of a switch just used': said(3, { touched: true, switchedAt: NOW - 500, stillness: 'no' }),
  'a reading that failed': said(4, { controls: [], settled: false, waited: true }),
  'a reading of a category': said(
    5,
    {
      rows: [
        row({ value: 'On' }),
        row({ path: '/mypreferences/d/settings/policy-and-academic-research', label: 'Research', value: 'Off' }),
        row({ path: '/mypreferences/d/settings/ads-by-age', label: 'Age range', value: 'Perhaps' }),
      ],
    },
    listReading,
  ),
};

function asked(message: Extract<Event, { kind: 'message' }>['message'], sender: object = POPUP): Event {
  return { kind: 'message', message, sender };
}

/** One of each message of the extension's own pages that changes something. */
export const CHOICES = {
  'choose-country': asked({ type: 'choose-country', country: 'GB' }),
  'change-objection': asked(
    { type: 'change-objection', objection: UNDER_WAY, changes: { sentOn: '2026-11-01', extendedOn: null } },
    PANEL,
  ),
  'begin an objection': asked({ type: 'change-objection', objection: 'era 0', changes: { closed: true } }, PANEL),
  'begin another': asked({ type: 'change-objection', objection: UNDER_WAY, changes: { replaced: true } }, PANEL),
  'edit-letter': asked(
    { type: 'edit-letter', objection: UNDER_WAY, edit: { language: 'fr', from: null, to: "Je m'oppose." } },
    PANEL,
  ),
  'set-reminders': asked({ type: 'set-reminders', recheckDays: 90, notify: true }, PANEL),
  mark: asked({ type: 'mark', setting: AI_TRAINING, note: 'wanted' }),
  recognise: asked({ type: 'recognise', setting: AI_TRAINING, label: 'Tuku raraunga', language: 'mi', answer: 'no' }),
  'seen-changes': asked({ type: 'seen-changes', until: NOW }),
  import: asked({ type: 'import', text: FILE }),
  erase: asked({ type: 'erase' }),
} satisfies Record<string, Event>;

/** One of each that only asks. */
export const QUESTIONS = {
  overview: asked({ type: 'overview' }),
  report: asked({ type: 'report' }),
  changes: asked({ type: 'changes' }),
  history: asked({ type: 'history', setting: AI_TRAINING }),
  everything: asked({ type: 'everything' }),
  'preview-import': asked({ type: 'preview-import', text: FILE }),
} satisfies Record<string, Event>;

/** What the browser itself makes happen. */
export const SIGNALS: Record<string, Event> = {
  'the alarm': { kind: 'alarm' },
  'an installation or update': { kind: 'installed' },
  'a start of the browser': { kind: 'startup' },
};
