import type { ComponentChild } from 'preact';
import type { Place } from '../../src/guidance/next-step.ts';
import { type Overview, overviewOf } from '../../src/guidance/overview.ts';
import { AI_TRAINING } from '../../src/linkedin/ai-setting.ts';
import type { Proof } from '../../src/linkedin/interpret.ts';
import type { AnswerTo, PageMessage } from '../../src/protocol/messages.ts';
import { CHANGES_SHOWN, changesSince } from '../../src/report/changes.ts';
import type { Managed } from '../../src/storage/managed.ts';
import { NO_OBJECTION } from '../../src/storage/nothing.ts';
import type { ObjectionRecord } from '../../src/storage/objection.ts';
import type { SettingRecord } from '../../src/storage/setting-record.ts';
import { STORED, type Stored } from '../../src/storage/stored.ts';
import { type Actions, ActionsContext } from '../../src/ui/actions.ts';
import { Failed } from '../../src/ui/Failed.tsx';
import { Panel } from '../../src/ui/guide/Panel.tsx';
import { Popup } from '../../src/ui/popup/Popup.tsx';
import { Report } from '../../src/ui/report/Report.tsx';
import { Welcome } from '../../src/ui/welcome/Welcome.tsx';
import type { Observation } from '../../src/verdict/observation.ts';
import {
  aiSetting,
  DAY,
  ELSEWHERE,
  failed,
  failedInList,
  inTurn,
  LABEL,
  listed,
  NOW,
  off,
  offUnproven,
  on,
  recordOf as recordOfAll,
  SENT_ELSEWHERE,
  SIGN_IN,
  switchedOff,
} from '../unit/examples.ts';

export type PageName = 'popup' | 'panel' | 'report' | 'welcome';

/** A page in one state. */
export type Specimen = {
  page: PageName;
  view(): ComponentChild;
  /** What a member did since it was opened. */
  after?(root: HTMLElement): Promise<void>;
};

type State = {
  /** What is known of the AI setting. */
  record?: SettingRecord;
  settings?: Record<string, SettingRecord>;
  country?: string | null;
  objection?: Partial<ObjectionRecord>;
  earlier?: ObjectionRecord[];
  reminders?: Partial<Stored['reminders']>;
  marks?: Stored['marks']['marks'];
  recognised?: Stored['recognised']['labels'];
  setAside?: Stored['setAside']['values'];
  managed?: Managed;
  place?: Place;
  now?: number;
  /** Before which entries of every history some could not be read. */
  gaps?: number[];
};

/** A moment at which Europe was still exempt. */
const EXEMPT = Date.UTC(2025, 5, 1, 12);

const MANAGED: Managed = {
  country: 'CH',
  recheckDays: 30,
  showObjection: false,
  contact: 'privacy@example.org',
  firstRun: true,
};

const SET_ASIDE = [
  { key: 'marks', at: NOW - DAY, problem: 'marks.marks: does not fit', value: { marks: 'once more' } },
];

const nothing = () => {};
const refused = async () => false;

type Answers = { [Type in PageMessage['type']]?: (message: Extract<PageMessage, { type: Type }>) => AnswerTo<Type> };

/** What the background answers a message of each type that a specimen sends. */
const ANSWERS: Answers = {
  'change-objection': () => ({ ok: false, why: 'before-sent' }),
  'preview-import': () => ({
    ok: true,
    preview: { sightings: { added: 12, known: 1 }, marks: { added: 2, known: 0 }, objections: 1, country: 'FR' },
  }),
};

/** Nothing is behind the gallery: all that a page can have done is refused. */
function actionsWith(answers: Answers): Actions {
  return {
    send: async (message) => (answers[message.type]?.(message as never) ?? { ok: true }) as never,
    copy: async () => {},
    saveFile: nothing,
    print: nothing,
    openGuide: nothing,
    openReport: nothing,
    expectSetting: nothing,
    reloadSetting: nothing,
    readTab: nothing,
    goToSetting: nothing,
    showSwitch: refused,
    recognise: async () => 'not kept',
    allowAccess: refused,
    allowNotifications: refused,
  };
}

function withActions(page: ComponentChild, answers: Answers = {}): ComponentChild {
  return <ActionsContext.Provider value={actionsWith({ ...ANSWERS, ...answers })}>{page}</ActionsContext.Provider>;
}

function facts({ record, settings = {}, country = 'DE', ...state }: State): { overview: Overview; stored: Stored } {
  const all = { ...settings, ...(record ? { [AI_TRAINING]: record } : {}) };
  const stored: Stored = {
    settings: all,
    region: { version: 1, country },
    objection: { version: 2, current: { ...NO_OBJECTION, ...state.objection }, earlier: state.earlier ?? [] },
    reminders: { ...STORED.reminders.empty, ...state.reminders },
    marks: { version: 2, marks: state.marks ?? {} },
    report: STORED.report.empty,
    recognised: { version: 1, labels: state.recognised ?? [] },
    setAside: { version: 1, values: state.setAside ?? [] },
  };
  const { managed = {}, now = NOW } = state;
  return { stored, overview: overviewOf(stored, { guess: 'DE', managed, era: 'era', version: '1.0.0', now }) };
}

function popup(state: State, more: { hasAccess?: boolean; after?: Specimen['after'] } = {}): Specimen {
  const { hasAccess = true, after } = more;
  const { place = ELSEWHERE, now = NOW } = state;
  return {
    page: 'popup',
    view: () => withActions(<Popup overview={facts(state).overview} place={place} hasAccess={hasAccess} now={now} />),
    ...(after ? { after } : {}),
  };
}

function panel(state: State, after?: Specimen['after']): Specimen {
  const { place = ELSEWHERE, now = NOW } = state;
  return {
    page: 'panel',
    view: () => withActions(<Panel overview={facts(state).overview} place={place} now={now} />),
    ...(after ? { after } : {}),
  };
}

function report(state: State, more: { answers?: Answers; after?: Specimen['after'] } = {}): Specimen {
  const { overview, stored } = facts(state);
  const all = changesSince(stored.settings, stored.report.seenUntil);
  const changes = { changes: all.slice(0, CHANGES_SHOWN), hasMore: all.length > CHANGES_SHOWN };
  const history = (setting: string) => ({ history: stored.settings[setting]?.history ?? [], gaps: state.gaps ?? [] });
  const asked: Answers = {
    changes: () => ({ ok: true, changes: all }),
    everything: () => ({ ok: true, stored }),
    history: ({ setting }) => ({ ok: true, ...history(setting) }),
  };
  return {
    page: 'report',
    view: () =>
      withActions(<Report overview={overview} stored={stored} {...changes} now={state.now ?? NOW} />, {
        ...asked,
        ...more.answers,
      }),
    async after(root) {
      if (state.record?.history.length) await until(root, '.timeline');
      await more.after?.(root);
    },
  };
}

function welcome(state: State): Specimen {
  return { page: 'welcome', view: () => withActions(<Welcome overview={facts(state).overview} />) };
}

/** Waits until something is there, since what a member did may take its time to show. */
async function until(root: HTMLElement, selector: string): Promise<void> {
  while (!root.querySelector(selector)) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Opens everything that can be opened. */
async function openAll(root: HTMLElement): Promise<void> {
  for (const details of root.querySelectorAll('details')) details.open = true;
}

/** Opens everything, and waits for the histories that are asked for then. */
async function openHistories(root: HTMLElement): Promise<void> {
  await openAll(root);
  await until(root, '[data-history]');
}

/** Opens the bug report and has it take the label along. */
async function openReport(root: HTMLElement): Promise<void> {
  await openAll(root);
  root.querySelector<HTMLElement>('[name=with-label]')?.click();
}

/** Clicks on one thing, and waits for what comes of it. */
function click(selector: string, outcome: string): (root: HTMLElement) => Promise<void> {
  return async (root) => {
    root.querySelector<HTMLElement>(selector)?.click();
    await until(root, outcome);
  };
}

async function chooseFile(root: HTMLElement): Promise<void> {
  const input = root.querySelector<HTMLInputElement>('input[type=file]');
  const files = new DataTransfer();
  files.items.add(new File(['{}'], 'untrained.json'));
  if (!input) return;
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await until(root, '[data-import=preview], [data-import=problem]');
}

const OFF = recordOf(on(NOW - 40 * DAY), switchedOff(NOW - 39 * DAY), off(NOW - 39 * DAY), off());
const ON_AGAIN = recordOf(off(NOW - 50 * DAY), on());
const SENT = { sentOn: '2026-10-01', caseNumber: 'LI-4711' };
const SENT_LATELY = { sentOn: '2026-11-10' };

/** A switch that changed every month for years. */
const YEARS = recordOf(
  ...Array.from({ length: 40 }, (_, month) => (month % 2 ? off : on)(NOW - (40 - month) * 30 * DAY)),
);

const FULL: State = {
  record: recordOf(
    on(NOW - 500 * DAY),
    switchedOff(NOW - 420 * DAY),
    off(NOW - 419 * DAY),
    off(NOW - 300 * DAY),
    on(NOW - 120 * DAY),
    switchedOff(NOW - 118 * DAY),
    off(NOW - 100 * DAY),
    off(),
  ),
  settings: {
    research: recordOf(listed('on', NOW - 3 * DAY)),
    'third-party-data': recordOf(listed('off', NOW - 60 * DAY)),
    'share-data': recordOf(failedInList('unknown-word', NOW - DAY)),
  },
  objection: SENT,
  marks: { research: { at: NOW - DAY, note: 'I like surveys.' } },
};

/** What is known after these observations, one after the other even where they claim one moment. */
function recordOf(...observations: Observation[]): SettingRecord {
  return recordOfAll(...inTurn(observations));
}

/** Read two seconds ago, as when the page has just come up. */
const JUST_NOW = NOW - 2000;

function missing(proof: Proof, at = JUST_NOW): SettingRecord {
  return recordOf(offUnproven(at, proof));
}

/** What LinkedIn may write where its words are not known, and what a page could write to pass for us. */
const HINDI = 'कंटेंट क्रिएशन AI मॉडल को प्रशिक्षित करने के लिए मेरे डेटा का उपयोग करें';
const HOSTILE =
  'Off"\u202e. You are opted out.\u3164\u3164\u3164 Sign in at example.org\u2800\u2800 to finish.' +
  ` Z${'\u0300\u0331\u0489'.repeat(12)}a${'\u033f'.repeat(20)}lgo ${'W'.repeat(60)}`;

/** What was read of a switch whose label only the member can recognise. */
function unknownLabel(observation: Observation, label: string, language: string): Observation {
  return { ...observation, label, language, wordsKnown: false, recognisable: true };
}

const NAMELESS = unknownLabel(offUnproven(JUST_NOW, 'named'), HINDI, 'hi');

const UNRECOGNISED = unknownLabel({ ...on(JUST_NOW), missing: 'named' } as Observation, HINDI, 'hi');

/** As a version that asked for less has left it. */
const CONFIRMED_BEFORE: SettingRecord = {
  ...recordOf(),
  history: [
    {
      ...{ label: LABEL, language: 'en', via: 'page', wordsKnown: true, layoutDescribed: true, recognisable: false },
      ...{ at: NOW - 20 * DAY, load: NOW - 2 * DAY, lastSeen: NOW - 2 * DAY },
      ...{ state: 'off', missing: 'whole', confirmed: null, confirmedBefore: NOW - 2 * DAY },
    },
  ],
};

const RECOGNISED: Stored['recognised']['labels'] = [
  { setting: AI_TRAINING, label: HINDI, language: 'hi', answer: 'yes', at: NOW - 3 * DAY },
  { setting: AI_TRAINING, label: HOSTILE, language: 'en-x-nobody', answer: 'no', at: NOW - DAY },
];

/** Every page in every state in which it looks otherwise. The name is "page/state". */
export const SPECIMENS: Record<string, Specimen> = {
  'popup/loading': { page: 'popup', view: () => <main aria-busy="true" /> },
  'popup/failed': { page: 'popup', view: () => <Failed /> },
  'popup/not-checked': popup({ country: null }),
  'popup/not-checked-wait': popup({ place: aiSetting('looking') }),
  'popup/not-checked-missing-reader': popup({ place: aiSetting('missing') }),
  'popup/no-access': popup(
    {},
    { hasAccess: false, after: click('[data-access] button', '[data-access] [role=status]:not(:empty)') },
  ),
  'popup/sign-in': popup({ record: recordOf(failed('signed-out')), place: SIGN_IN }),
  'popup/exempt': popup({ now: EXEMPT }),
  'popup/no-rule': popup({ country: 'CN' }),
  'popup/opted-in': popup({ record: recordOf(on()) }),
  'popup/opted-in-on-the-page': popup({ record: recordOf(on()), country: 'US', place: aiSetting('done') }),
  'popup/opted-in-failed-later': popup({ record: recordOf(on(NOW - DAY), failed('unstable')), country: 'GB' }),
  'popup/on-again': popup({ record: ON_AGAIN }),
  'popup/unconfirmed': popup({ record: recordOf(on(), switchedOff()), place: aiSetting('done') }),
  'popup/unconfirmed-list': popup({ record: recordOf(listed('off')), country: 'CA' }),
  'popup/missing-named': popup({ record: recordOf(NAMELESS), place: aiSetting('done') }),
  'popup/missing-named-unsure': popup(
    { record: recordOf(NAMELESS), place: aiSetting('done') },
    { after: click('[data-answer=unsure]', '[data-recognise] [role=status]:not(:empty)') },
  ),
  'popup/missing-told': popup({ record: missing('told'), place: aiSetting('done') }),
  'popup/missing-shown': popup(
    { record: missing('shown'), place: aiSetting('done') },
    { after: click('[data-action="show-switch"]', '.next .hint:not(:empty)') },
  ),
  'popup/missing-whole': popup({ record: missing('whole'), place: aiSetting('done') }),
  'popup/missing-whole-restless': popup({ record: missing('whole', NOW - 60_000), place: aiSetting('done') }),
  'popup/missing-whole-elsewhere': popup({ record: missing('whole') }),
  'popup/missing-newest': popup({ record: missing('newest') }),
  'popup/confirmed-before': popup({ record: CONFIRMED_BEFORE }),
  'popup/opted-in-unrecognised': popup({
    record: recordOf(UNRECOGNISED),
    place: aiSetting('done'),
  }),
  'popup/wording-changed': popup({
    record: recordOf(unknownLabel(failed('wording-changed'), 'Keep my data out of AI training', 'en')),
    place: aiSetting('done'),
  }),
  'popup/translated': popup({ record: recordOf(failed('translated')), place: aiSetting('done') }),
  'popup/hostile-label': popup(
    { record: recordOf(unknownLabel(failed('wording-changed'), HOSTILE, 'en')), place: aiSetting('done') },
    { after: openReport },
  ),
  'popup/opted-out': popup({ record: OFF }),
  'popup/opted-out-explained': popup({ record: OFF }, { after: openAll }),
  'popup/opted-out-all-done': popup({ record: OFF, objection: { ...SENT_LATELY } }),
  'popup/opted-out-overdue': popup({ record: OFF, objection: SENT }),
  'popup/opted-out-stale': popup(
    { record: recordOf(off(NOW - 60 * DAY)) },
    { after: click('.help summary', '.help[open]') },
  ),
  'popup/opted-out-failed-later': popup({ record: recordOf(off(NOW - DAY), failed('wording-changed')) }),
  'popup/unknown': popup({ record: recordOf(failed('no-control')) }),
  'popup/unknown-explained': popup({ record: recordOf(failed('contradicting-signals')) }, { after: openAll }),
  'popup/unknown-word': popup({ record: recordOf(failedInList('unknown-word')) }),
  'popup/set-aside': popup({ setAside: SET_ASIDE }, { after: openAll }),
  'popup/managed': popup({ record: OFF, managed: MANAGED }),

  'panel/begin': panel({ country: null }),
  'panel/exempt': panel({ now: EXEMPT }),
  'panel/sign-in': panel({ place: SIGN_IN }),
  'panel/sent-elsewhere': panel({ place: SENT_ELSEWHERE }),
  'panel/switch-off': panel(
    { record: recordOf(on()), place: aiSetting('done') },
    click('[data-action="show-switch"]', '[data-step=switch-off] .hint:not(:empty)'),
  ),
  'panel/not-saved': panel({ record: recordOf(on(NOW - DAY), switchedOff(NOW - DAY), on()), place: aiSetting('done') }),
  'panel/confirm': panel({ record: recordOf(on(), switchedOff()), place: aiSetting('done') }),
  'panel/missing-named': panel({ record: recordOf(NAMELESS), place: aiSetting('done') }),
  'panel/missing-told': panel({ record: missing('told'), place: aiSetting('done') }),
  'panel/missing-shown': panel({ record: missing('shown'), place: aiSetting('done') }),
  'panel/missing-whole': panel({ record: missing('whole'), place: aiSetting('done') }),
  'panel/missing-whole-restless': panel({ record: missing('whole', NOW - 60_000), place: aiSetting('done') }),
  'panel/missing-newest': panel({ record: missing('newest') }),
  'panel/confirmed-before': panel({ record: CONFIRMED_BEFORE }),
  'panel/opted-in-unrecognised': panel({
    record: recordOf(UNRECOGNISED),
    place: aiSetting('done'),
  }),
  'panel/wording-changed': panel({
    record: recordOf(unknownLabel(failed('wording-changed'), 'Keep my data out of AI training', 'en')),
    place: aiSetting('done'),
  }),
  'panel/translated': panel({ record: recordOf(off(NOW - DAY), failed('translated')), place: aiSetting('done') }),
  'panel/unreadable': panel({ record: recordOf(failed('unstable')), place: aiSetting('done') }),
  'panel/objection': panel({ record: OFF }),
  'panel/objection-misfit': panel({ record: OFF }, click('[data-action="sent"]', '.misfit:not(:empty)')),
  'panel/objection-sent': panel({ record: OFF, objection: SENT_LATELY }, openAll),
  'panel/objection-overdue': panel({ record: OFF, objection: SENT }, openAll),
  'panel/objection-other-country': panel(
    { record: OFF, objection: { ...SENT_LATELY, country: 'DE' }, country: 'GB' },
    openAll,
  ),
  'panel/objection-granted': panel({
    record: OFF,
    objection: { ...SENT, answer: { on: '2026-10-20', outcome: 'granted' } },
  }),
  'panel/objection-refused': panel(
    {
      record: OFF,
      objection: { ...SENT, answer: { on: '2026-10-20', outcome: 'refused' } },
      earlier: [{ ...NO_OBJECTION, ...SENT }],
    },
    openAll,
  ),
  'panel/objection-complained': panel(
    {
      record: OFF,
      objection: { ...SENT, answer: { on: '2026-10-20', outcome: 'partly' }, complainedOn: '2026-11-02' },
    },
    openAll,
  ),
  'panel/objection-left-out': panel({ record: OFF, objection: { closed: true } }, openAll),
  'panel/on-again': panel({ record: ON_AGAIN, objection: SENT }),
  'panel/stale': panel({ record: recordOf(off(NOW - 60 * DAY)), objection: SENT_LATELY }),
  'panel/notifications-refused': panel(
    { record: OFF, objection: SENT_LATELY },
    click('input[name=notify]', '[aria-labelledby=reminders-heading] [role=status]:not(:empty)'),
  ),
  'panel/managed': panel({ record: OFF, managed: MANAGED }),

  'report/empty': report({ country: null }),
  'report/full': report(FULL),
  'report/opened': report({ ...FULL, setAside: SET_ASIDE }, { after: openHistories }),
  'report/recognised': report({ record: recordOf(off()), recognised: RECOGNISED }),
  'report/years': report({ record: YEARS }),
  'report/gap': report({ record: OFF, gaps: [1] }, { after: openHistories }),
  'report/import-preview': report({ record: recordOf(on()) }, { after: chooseFile }),
  'report/import-misfit': report(
    { record: recordOf(on()) },
    {
      answers: {
        'preview-import': () => ({
          ok: false,
          why: 'file',
          problem: { kind: 'misfit', at: 'evidence.settings.research.history.0.at', found: '"yesterday"' },
        }),
      },
      after: chooseFile,
    },
  ),
  'report/erase': report({ record: ON_AGAIN }, { after: click('[data-action="erase"]', '[data-erase=asking]') }),
  'report/filtered-to-nothing': report(
    { record: OFF },
    { after: click('[data-filter="not-as-recommended"]', '[data-filter="not-as-recommended"][aria-pressed=true]') },
  ),

  'welcome/first': welcome({ country: null }),
  'welcome/managed': welcome({ managed: MANAGED }),
};
