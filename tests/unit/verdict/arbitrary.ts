import fc from 'fast-check';
import { PROOFS } from '../../../src/linkedin/interpret.ts';
import { REASONS, type Reason } from '../../../src/linkedin/reasons.ts';
import { COUNTRIES } from '../../../src/regions/countries.ts';
import { ruleFor } from '../../../src/regions/rules.ts';
import type { Observation } from '../../../src/verdict/observation.ts';
import {
  DAY,
  failed,
  failedInList,
  inLoad,
  listed,
  NOW,
  off,
  offUnproven,
  on,
  switchedOff,
  switchedOn,
} from '../examples.ts';

/** Arbitrary values for properties that have to hold whatever was seen, wherever and whenever. */

/** Any time within some months, before and after the examples' present, often exactly days apart. */
export const anyTime: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: -60, max: 60 }).map((days) => NOW + days * DAY),
  fc.integer({ min: NOW - 60 * DAY, max: NOW + 60 * DAY }),
);

const LIST_REASONS = ['no-value', 'unknown-word', 'several-values'] as const;
const pageReasons = REASONS.filter((reason) => !(LIST_REASONS as readonly Reason[]).includes(reason));

const anyExample: fc.Arbitrary<(at: number) => Observation> = fc.oneof(
  fc.constantFrom(on, off, off, offUnproven, switchedOff, switchedOn),
  fc.constantFrom(...PROOFS).map((missing) => (at: number) => offUnproven(at, missing)),
  fc.constantFrom<Reason>(...pageReasons).map((reason) => (at: number) => failed(reason, at)),
  fc.constantFrom('on' as const, 'off' as const).map((state) => (at: number) => listed(state, at)),
  fc.constantFrom(...LIST_REASONS).map((why) => (at: number) => failedInList(why, at)),
);

/** How long before it was told a document began to load: just then, or long ago in one of a few. */
const anyAge: fc.Arbitrary<(at: number) => number> = fc.oneof(
  fc.constant((at: number) => at),
  fc.constantFrom(1, 2, 3).map((days) => (at: number) => at - days * DAY),
  fc.constantFrom(0, 5, 40).map((days) => (at: number) => Math.min(at, NOW - days * DAY)),
);

/** Any observation that a reading can give, in one of a few document loads. */
export const anyObservation: fc.Arbitrary<Observation> = fc
  .tuple(anyExample, anyTime, anyAge)
  .map(([example, at, loadAt]) => inLoad(loadAt(at), example(at)));

/** Observations in any order, of any times. */
export const anyObservations: fc.Arbitrary<Observation[]> = fc.array(anyObservation, { maxLength: 12 });

/** Any answer of the rule table, and none. */
export const anyRule = fc.option(
  fc
    .tuple(
      fc.constantFrom('DE', 'GB', 'CN', 'US', 'QQ', ...COUNTRIES),
      fc.constantFrom('1970-01-01', '2024-09-18', '2025-06-01', '2025-11-02', '2025-11-03', '2026-11-24', 'x'),
    )
    .map(([country, day]) => ruleFor(country, day)),
);
