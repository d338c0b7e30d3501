import type { Place } from '../../src/guidance/next-step.ts';
import type { Proof } from '../../src/linkedin/interpret.ts';
import type { Control, PageText, Reading, Row, Snapshot } from '../../src/linkedin/reading.ts';
import type { Reason } from '../../src/linkedin/reasons.ts';
import type { Stage } from '../../src/objection/life.ts';
import { ruleFor } from '../../src/regions/rules.ts';
import { ONES } from '../../src/storage/keys.ts';
import { NOTHING_KNOWN } from '../../src/storage/nothing.ts';
import { laidAnew } from '../../src/storage/pieces.ts';
import type { SettingRecord } from '../../src/storage/setting-record.ts';
import { STORED, type Stored } from '../../src/storage/stored.ts';
import { detailsOf } from '../../src/verdict/details.ts';
import { remember } from '../../src/verdict/history.ts';
import type { Observation } from '../../src/verdict/observation.ts';
import { type Verdict, verdictOf } from '../../src/verdict/verdict.ts';

export const DAY = 24 * 60 * 60 * 1000;

/** The present of all examples: a moment when every region's rule is long settled. */
export const NOW = Date.UTC(2026, 10, 24, 12);

/** The AI setting's label, as LinkedIn writes it in English. */
export const LABEL = 'Use my data for training content creation AI models';

/** A text of the page as it stands right beside or inside a control, with some properties changed. */
export function pageText(text: string, changes: Partial<PageText> = {}): PageText {
  return { text, as: 'text', depth: 5, ...changes };
}

/** A switch that stands off, in view and named as the AI setting, in English, with the word for its state before it. With some properties changed. */
export function control(changes: Partial<Control> = {}): Control {
  return {
    markup: 'input[switch]',
    sort: 'switch',
    state: 'off',
    options: [],
    group: [],
    inert: false,
    doubts: [],
    name: [pageText(LABEL)],
    before: [pageText(changes.state === 'on' ? 'On' : 'Off')],
    after: [],
    sight: 'seen',
    apart: false,
    ...changes,
  };
}

/** The AI setting's row in a list, off, in English, with some properties changed. */
export function row(changes: Partial<Row> = {}): Row {
  return {
    path: '/mypreferences/d/settings/data-for-ai-improvement',
    label: 'Data for Generative AI Improvement',
    value: 'Off',
    ...changes,
  };
}

/** What there is to change about a reading: its own properties and its snapshot's, without the nesting. */
export type Changes = Partial<Omit<Reading, 'snapshot'>> & Partial<Snapshot>;

/** A reading of the AI setting's page as certain as can be: off, with every proof. With some properties changed. */
export function reading(changes: Changes = {}): Reading {
  const { language = 'en', main = true, controls = [control()], rows = [], instead = null, ...more } = changes;
  const { loading = false, translated = false, ...others } = more;
  return {
    kind: 'setting',
    tree: 'd',
    path: 'settings/data-for-ai-improvement',
    load: NOW,
    origin: 'server',
    settled: true,
    stillness: 'still',
    waited: false,
    touched: false,
    switchedAt: null,
    lingering: false,
    ...others,
    snapshot: { language, main, controls, rows, instead, loading, translated },
  };
}

/** What stands on the AI setting's page, off, with some properties changed. */
export function snapshot(changes: Partial<Snapshot> = {}): Snapshot {
  return reading(changes).snapshot;
}

/** A reading of the category page that lists the AI setting, off. With some properties changed. */
export function listReading(changes: Changes = {}): Reading {
  return reading({ kind: 'category', path: 'privacy', controls: [], rows: [row()], ...changes });
}

/** What a reading of the setting's own page tells. Each moment is a document load of its own, which began at that moment. */
function onPage(at: number) {
  const about = { label: LABEL, language: 'en', wordsKnown: true, layoutDescribed: true, recognisable: false };
  return { at, switchedAt: null, details: detailsOf(reading()), load: at, via: 'page' as const, ...about };
}

function inList(at: number) {
  return {
    ...onPage(at),
    details: detailsOf(listReading()),
    label: 'Data for Generative AI Improvement',
    via: 'list' as const,
  };
}

/** "On", with every proof that it needs. */
export function on(at = NOW): Observation {
  return { ...onPage(at), state: 'on', missing: null };
}

/** "Off", with every proof. */
export function off(at = NOW): Observation {
  return { ...onPage(at), state: 'off', missing: null };
}

/** "Off" without a proof, without anybody having switched it. */
export function offUnproven(at = NOW, missing: Proof = 'served'): Observation {
  return { ...onPage(at), state: 'off', missing };
}

/** "Off", just switched off in the page. */
export function switchedOff(at = NOW): Observation {
  return { ...onPage(at), switchedAt: at, state: 'off', missing: 'served' };
}

/** "On", just switched on in the page. */
export function switchedOn(at = NOW): Observation {
  return { ...onPage(at), switchedAt: at, state: 'on', missing: null };
}

/** A state read in the list of a category page, which never confirms. */
export function listed(state: 'on' | 'off', at = NOW): Observation {
  return { ...inList(at), state, missing: 'served' };
}

/** An attempt to read the setting's own page that gave no certain state. */
export function failed(reason: Reason, at = NOW): Observation {
  const details = detailsOf(reading({ controls: [], settled: false }));
  return { ...onPage(at), details, state: 'unknown', reason, word: '', label: '' };
}

/** A row of a category page that says nothing certain. */
export function failedInList(
  reason: 'no-value' | 'unknown-word' | 'several-values',
  at = NOW,
): Observation & { state: 'unknown' } {
  return { ...inList(at), state: 'unknown', reason, word: reason === 'unknown-word' ? 'Perhaps' : '' };
}

/** The same observation, made in the document load that began at a certain time. */
export function inLoad(load: number, observation: Observation): Observation {
  return { ...observation, load };
}

/** The record that this one becomes by further observations. */
export function recordAfter(record: SettingRecord, ...observations: Observation[]): SettingRecord {
  return observations.reduce((known, observation) => remember(known, observation), record);
}

/** What is known after these observations, in this order. */
export function recordOf(...observations: Observation[]): SettingRecord {
  return recordAfter(NOTHING_KNOWN, ...observations);
}

/** Observations of which several claim one moment, each at a moment of its own: the earlier ones a second before the later. */
export function inTurn(observations: Observation[]): Observation[] {
  const inOrder: Observation[] = [];
  for (const observation of observations.toReversed()) {
    const next = inOrder.at(-1)?.at ?? Number.POSITIVE_INFINITY;
    const tooLate = observation.at - next + 1000;
    const isNear = tooLate > 0 && tooLate <= 1000 * observations.length;
    inOrder.push(isNear ? earlier(observation, tooLate) : observation);
  }
  return inOrder.reverse();
}

/** A load of its own, which began at that moment, moves with it. */
function earlier(observation: Observation, by: number): Observation {
  const { at, load, switchedAt } = observation;
  const moved = { at: at - by, load: load === at ? load - by : load };
  return { ...observation, ...moved, switchedAt: switchedAt === null ? null : switchedAt - by };
}

/** What is said now after these observations, one after the other, where no region is chosen. */
export function verdictAfter(...observations: Observation[]): Verdict {
  return verdictOf(recordOf(...inTurn(observations)), null, NOW);
}

const EXEMPT_RULE = ruleFor('DE', '2025-06-01');

/** Every verdict there is, with what may be beside it. */
export const VERDICTS = {
  'not checked': verdictAfter(),
  'opted in': verdictAfter(on()),
  'opted in, but not read since': verdictAfter(on(NOW - DAY), failed('unstable')),
  'opted in, signed out since': verdictAfter(on(NOW - DAY), failed('signed-out')),
  'on, by the list only': verdictAfter(listed('on')),
  'on again': verdictAfter(off(NOW - DAY), on()),
  'not saved': verdictAfter(on(NOW - DAY), switchedOff(NOW - DAY), on()),
  unconfirmed: verdictAfter(on(), switchedOff()),
  'unconfirmed, and not read since': verdictAfter(on(), switchedOff(), failed('unstable')),
  'off, by the list only': verdictAfter(listed('off')),
  'opted out': verdictAfter(off()),
  'opted out, once on': verdictAfter(on(), switchedOff(), off()),
  'opted out, stale': verdictAfter(off(NOW - 31 * DAY)),
  'opted out, but not read since': verdictAfter(off(NOW - DAY), failed('unstable')),
  'opted out, signed out since': verdictAfter(off(NOW - DAY), failed('signed-out')),
  unknown: verdictAfter(failed('unstable')),
  'unknown, no switch': verdictAfter(failed('no-control')),
  'unknown, signed out': verdictAfter(failed('signed-out')),
  exempt: verdictOf(recordOf(), EXEMPT_RULE, NOW),
  'exempt, no switch': verdictOf(recordOf(failed('no-control')), EXEMPT_RULE, NOW),
} satisfies Record<string, Verdict>;

export type VerdictName = keyof typeof VERDICTS;
export const VERDICT_NAMES = Object.keys(VERDICTS) as VerdictName[];

export const ELSEWHERE: Place = { kind: 'elsewhere' };
export const SIGN_IN: Place = { kind: 'sign-in' };
export const SENT_ELSEWHERE: Place = { kind: 'sent-elsewhere' };
export const ANOTHER_SETTING = { kind: 'setting', tabId: 7, isAiSetting: false, reader: 'done' } satisfies Place;

export function aiSetting(reader: 'looking' | 'done' | 'missing'): Place {
  return { kind: 'setting', tabId: 7, isAiSetting: true, reader };
}

/** Every place at which LinkedIn does not ask to sign in. */
export const OPEN_PLACES: Place[] = [
  ELSEWHERE,
  ANOTHER_SETTING,
  { ...ANOTHER_SETTING, reader: 'looking' },
  { ...ANOTHER_SETTING, reader: 'missing' },
  aiSetting('done'),
  aiSetting('looking'),
  aiSetting('missing'),
];
export const PLACES: Place[] = [...OPEN_PLACES, SIGN_IN, SENT_ELSEWHERE];

/** Every stage of an objection. */
export const STAGES = Object.keys({
  'not-begun': true,
  prepared: true,
  sent: true,
  overdue: true,
  granted: true,
  partly: true,
  refused: true,
  complained: true,
  closed: true,
} satisfies Record<Stage, true>) as Stage[];

/** Everything stored, with nothing in it but this. */
export function storedWith(changes: Partial<Stored> = {}): Stored {
  const empty = Object.fromEntries(ONES.map((key) => [key, STORED[key].empty]));
  return { ...(empty as Omit<Stored, 'settings'>), settings: {}, ...changes };
}

/** What lies in storage, by key, once this is known of settings. */
export function storedItems(settings: Record<string, SettingRecord>): Record<string, unknown> {
  return Object.assign({}, ...Object.entries(settings).map(([id, record]) => laidAnew(id, record, 0)));
}
