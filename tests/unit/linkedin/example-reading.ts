import type { Control, Reading, Row, Snapshot } from '../../../src/linkedin/reading.ts';

/** The AI setting's label, as LinkedIn writes it in English. */
export const LABEL = 'Use my data for training content creation AI models';

const AI_SETTING_PATH = 'settings/data-for-ai-improvement';

/** A switch that stands off, in English, with some properties changed. */
export function control(changes: Partial<Control> = {}): Control {
  return {
    markup: 'input[switch]',
    state: 'off',
    inert: false,
    restored: false,
    texts: [LABEL],
    stateWord: 'Off',
    ...changes,
  };
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

/** What there is to change about a reading: its own properties and its snapshot's, without the nesting. */
export type Changes = Partial<Omit<Reading, 'snapshot'>> & Partial<Snapshot>;

/** A reading of the AI setting's page as certain as can be: off, on a fresh load, held. With some properties changed. */
export function reading(changes: Changes = {}): Reading {
  const { language = 'en', main = true, controls = [control()], rows = [], instead = null, ...others } = changes;
  return {
    kind: 'setting',
    tree: 'd',
    path: AI_SETTING_PATH,
    load: 1,
    settled: true,
    fresh: true,
    held: true,
    waited: false,
    switched: false,
    lingering: false,
    ...others,
    snapshot: { language, main, controls, rows, instead },
  };
}

/** A reading of the category page that lists the AI setting, off. With some properties changed. */
export function listReading(changes: Changes = {}): Reading {
  return reading({ kind: 'category', path: 'privacy', controls: [], rows: [row()], ...changes });
}
