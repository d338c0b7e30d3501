import { describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json';
import type { Observation } from '../../../src/audit/history.ts';
import { type Verdict, verdictOf } from '../../../src/audit/verdict.ts';
import { type Badge, badgeFor } from '../../../src/background/badge.ts';
import { ruleFor } from '../../../src/regions/rules.ts';
import { DAY, failed, NOW, off, on, recordOf, switchedOff } from '../audit/examples.ts';

function verdict(...observations: Observation[]): Verdict {
  return verdictOf(recordOf(...observations), null, NOW);
}

const OPTED_OUT = badgeFor(verdict(off()));
const STALE = badgeFor(verdict(off(NOW - 31 * DAY)));

const BADGES: [string, Badge][] = [
  ['opted in', badgeFor(verdict(on()))],
  ['opted out', OPTED_OUT],
  ['opted out, stale', STALE],
  ['unconfirmed', badgeFor(verdict(on(), switchedOff()))],
  ['unknown', badgeFor(verdict(failed('unstable')))],
  ['exempt', badgeFor(verdictOf(recordOf(), ruleFor('DE', '2025-06-01'), NOW))],
  ['not checked', badgeFor(verdict())],
];

function repeated(values: string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

describe('the badge', () => {
  it('has another shape for each verdict, so that nobody needs to tell colours apart', () => {
    expect(repeated(BADGES.map(([, { text }]) => text))).toEqual([]);
  });

  it('has another title for each verdict', () => {
    const titles = BADGES.map(([, { title }]) => messages[title as keyof typeof messages].message);
    expect(titles.filter((title) => !title)).toEqual([]);
    expect(repeated(titles)).toEqual([]);
  });

  it.each(BADGES)('for "%s" is short enough to be seen whole', (_, { text }) => {
    expect([...text].length).toBeLessThanOrEqual(4);
  });

  it('is empty only before anything was read', () => {
    expect(BADGES.filter(([, { text }]) => text === '').map(([name]) => name)).toEqual(['not checked']);
  });

  it.each(BADGES.filter(([name]) => name !== 'opted out'))('for "%s" does not look like "opted out"', (_, badge) => {
    expect(badge.text).not.toBe(OPTED_OUT.text);
    expect(badge.background).not.toBe(OPTED_OUT.background);
  });

  it('warns of "opted in" in a colour of its own', () => {
    const [optedIn, ...others] = BADGES.map(([, { background }]) => background);
    expect(others).not.toContain(optedIn);
  });

  it('asks to look again at an old answer, which it does not unsay', () => {
    expect(STALE.text).toContain(OPTED_OUT.text);
    expect(STALE.text).toContain('?');
  });

  it('of "opted out" turns to that of an old answer when a later attempt fails', () => {
    expect(badgeFor(verdict(off(NOW - DAY), failed('signed-out')))).toEqual(STALE);
    expect(badgeFor(verdict(off(NOW - 31 * DAY), failed('signed-out')))).toEqual(STALE);
  });

  it.each(BADGES)('for "%s" has white text that stands out from its ground (WCAG: 4.5 to 1)', (_, { background }) => {
    expect(1.05 / (luminance(background) + 0.05)).toBeGreaterThanOrEqual(4.5);
  });
});

/** Relative luminance of a colour written as "#rrggbb", as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
