import type { Control, PageText, Reading, Row, Snapshot } from '../../../src/linkedin/reading.ts';

/** The AI setting's label, as LinkedIn writes it in English. */
export const LABEL = 'Use my data for training content creation AI models';

const AI_SETTING_PATH = 'settings/data-for-ai-improvement';

/** A text of the page as it stands right beside or inside a control, with some properties changed. */
export function pageText(text: string, changes: Partial<PageText> = {}): PageText {
  return { text, as: 'text', depth: 5, ...changes };
}

/** A switch that stands off, in English, with the word for it before it, and has been in view. With some properties changed. */
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
    before: [pageText('Off')],
    after: [],
    sight: 'seen',
    apart: false,
    ...changes,
  };
}

/** The same switch, on. */
export function controlOn(changes: Partial<Control> = {}): Control {
  return control({ state: 'on', before: [pageText('On')], ...changes });
}

/** The AI setting's row in a list, off, in English, with some properties changed. */
export function row(changes: Partial<Row> = {}): Row {
  return {
    path: `/mypreferences/d/${AI_SETTING_PATH}`,
    label: 'Data for Generative AI Improvement',
    value: 'Off',
    ...changes,
  };
}

/** What stands on the AI setting's page, with some properties changed. */
export function snapshot(changes: Partial<Snapshot> = {}): Snapshot {
  return {
    language: 'en',
    main: true,
    controls: [control()],
    rows: [],
    instead: null,
    loading: false,
    translated: false,
    ...changes,
  };
}

/** What there is to change about a reading: its own properties and its snapshot's, without the nesting. */
export type Changes = Partial<Omit<Reading, 'snapshot'>> & Partial<Snapshot>;

/** A reading of the AI setting's page as certain as can be: off, from the server, on a page that has kept still. With some properties changed. */
export function reading(changes: Changes = {}): Reading {
  const {
    language = 'en',
    main = true,
    controls = [control()],
    rows = [],
    instead = null,
    loading = false,
    translated = false,
    ...others
  } = changes;
  return {
    kind: 'setting',
    tree: 'd',
    path: AI_SETTING_PATH,
    load: 1,
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

/** A reading of the category page that lists the AI setting, off. With some properties changed. */
export function listReading(changes: Changes = {}): Reading {
  return reading({ kind: 'category', path: 'privacy', controls: [], rows: [row()], ...changes });
}
