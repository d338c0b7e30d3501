import { SETTINGS } from '../../src/linkedin/settings.ts';
import type { Details } from '../../src/storage/details.ts';
import { keyMeaning } from '../../src/storage/keys.ts';
import { NOTHING_KNOWN } from '../../src/storage/nothing.ts';
import { laidAnew } from '../../src/storage/pieces.ts';
import type { Sighting } from '../../src/storage/setting-record.ts';
import { StoredPiece, StoredSetting } from '../../src/storage/stored.ts';

const WEEK = 7 * 24 * 60 * 60 * 1000;
const WEEKS_PER_YEAR = 52;

const DETAILS: Details = {
  page: 'ai-training',
  language: 'en',
  origin: 'server',
  settled: true,
  stillness: 'still',
  touched: false,
  switched: false,
  lingering: false,
  main: true,
  instead: null,
  loading: false,
  translated: false,
  rows: 0,
  others: 0,
  controls: [
    {
      markup: 'input[switch]',
      state: 'on',
      sort: 'switch',
      options: 0,
      inert: false,
      doubts: [],
      texts: 1,
      textsBefore: 4,
      sight: 'seen',
      apart: false,
      named: true,
    },
  ],
};

/** The settings that can have a history: every switch of the catalogue. */
export const SWITCHES = SETTINGS.filter(({ control }) => control === 'switch');

/**
 * What is stored, by key, after years in which every setting was read each week and found changed: the heaviest that weekly use can
 * make, since the same state again adds nothing.
 */
export function historyOf(years: number, now: number): Record<string, unknown> {
  const weeks = years * WEEKS_PER_YEAR;
  const settings = SWITCHES.map(({ id, label }) => {
    const history = Array.from({ length: weeks }, (_, week) => sighting(label, now - (weeks - week) * WEEK, week));
    return laidAnew(id, { ...NOTHING_KNOWN, history, details: DETAILS }, 0);
  });
  // Whoever changes what is stored hears of it here, and not by figures of an empty report.
  const checked = Object.entries(Object.assign({}, ...settings)).map(([key, value]) => {
    const schema = keyMeaning(key)?.kind === 'piece' ? StoredPiece : StoredSetting;
    return [key, schema.parse(value)];
  });
  return Object.fromEntries(checked);
}

function sighting(label: string, at: number, week: number): Sighting {
  return {
    at,
    lastSeen: at,
    label,
    language: 'en',
    via: 'page',
    wordsKnown: true,
    layoutDescribed: true,
    state: week % 2 ? 'off' : 'on',
    recognisable: false,
    missing: null,
    load: at,
    confirmed: { at, load: at },
  };
}
