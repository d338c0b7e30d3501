import type { ObjectionRecord } from './objection.ts';
import type { Earlier, SettingRecord } from './setting-record.ts';

/** No pieces. */
export const NOTHING_EARLIER: Earlier = {
  pieces: 0,
  entries: 0,
  everOn: false,
  endsUnconfirmed: false,
  confirmedOff: null,
  day: { from: 0, entries: 0 },
};

/** A setting of which nothing was ever read. */
export const NOTHING_KNOWN: SettingRecord = {
  history: [],
  failure: null,
  newest: null,
  details: null,
  earlier: NOTHING_EARLIER,
};

/** Before the member has done anything about the objection. */
export const NO_OBJECTION: ObjectionRecord = {
  id: '',
  begunAt: 0,
  letters: {},
  country: null,
  sentOn: null,
  caseNumber: '',
  extendedOn: null,
  answer: null,
  complainedOn: null,
  closed: false,
  replaced: false,
  changed: {},
};
