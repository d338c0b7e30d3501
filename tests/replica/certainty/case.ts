import type { Page } from '@playwright/test';
import { AI_SETTING_URL } from '../../../src/linkedin/ai-setting.ts';
import type { Verdict } from '../../../src/verdict/verdict.ts';

/** A page that was misjudged once, or might be, and what must and must not be said of it. The markup is our own. */
export type Case = {
  /** Unique. The letter is that of the group. */
  id: string;
  /** When the page was written down. */
  date: string;
  /** What the member's AI setting really is; `other`: the page shows another setting, `absent`: it shows nobody's. */
  truth: 'on' | 'off' | 'absent' | 'other';
  /** Why it could be misjudged, where the name does not say. */
  why?: string;
  url: string;
  /** The document, or its parts, each with the time, in milliseconds, at which the server sends it. */
  html: string | readonly (readonly [number, string])[];
  /** The status that the document is sent with, if not 200. */
  status?: number;
  /** What else the server answers, by path. */
  assets?: Record<string, Asset>;
  /** What the member does once the page is there. */
  act?: (page: Page) => Promise<void>;
  /** How long it takes, in milliseconds, until the page has done all that it does. */
  wait: number;
  /** The verdicts that an honest reader may end with. */
  expect: readonly Verdict['name'][];
  /** The verdicts that must not show at any moment. */
  never: readonly Verdict['name'][];
};

/** Something that a page asks for, answered after `delay` milliseconds. */
type Asset = { type: string; body: string; delay: number };

const DATE = '2026-11-29';

/** What may be said of a page that is on but hard to read: anything but that the member is safe. */
export const NOT_SAFE: Case['expect'] = ['unknown', 'not-checked', 'unconfirmed', 'opted-in'];

const EXPECTED: Record<Case['truth'], Case['expect']> = {
  on: ['opted-in'],
  off: ['opted-out'],
  absent: ['unknown', 'not-checked', 'unconfirmed'],
  other: ['unknown', 'not-checked', 'unconfirmed'],
};

/** A case at the setting's address, read as it truly is, unless said otherwise. "Opted out" is never said of what is not off. */
export function page(truth: Case['truth'], id: string, html: Case['html'], more: Partial<Case> = {}): Case {
  return {
    id,
    date: DATE,
    truth,
    url: AI_SETTING_URL,
    html,
    wait: 3200,
    expect: EXPECTED[truth],
    never: truth === 'off' ? [] : ['opted-out'],
    ...more,
  };
}
