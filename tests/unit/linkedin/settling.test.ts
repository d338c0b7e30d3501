import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beginSettling,
  HELD,
  nextLook,
  PACE,
  PATIENCE,
  QUIET,
  type Settling,
  type Sight,
  settle,
} from '../../../src/linkedin/settling.ts';

const ON: Sight = { all: 'on', states: 'on', controls: 1, isAnswer: true };
const OFF: Sight = { all: 'off', states: 'off', controls: 1, isAnswer: true };
const OFF_RENAMED: Sight = { ...OFF, all: 'off, with another label' };
const MIXED: Sight = { all: 'mixed', states: 'mixed', controls: 1, isAnswer: false };
const NOTHING: Sight = { all: 'nothing', states: '', controls: 0, isAnswer: false };

type Looks = [at: number, sight: Sight][];

/** What is thought of a page after these looks, the first wait having begun at 0. */
function afterLooks(...looks: Looks): Settling {
  return looks.reduce((settling, [at, sight]) => settle(settling, sight, at), beginSettling(0));
}

/** Looks at a page that does not move, only when told to by `nextLook`, for at most a minute. */
function lookOn(sight: Sight): { at: number; settling: Settling }[] {
  const looks: { at: number; settling: Settling }[] = [];
  let settling = beginSettling(0);
  for (let at = 0; at < 60_000; at += nextLook(settling, sight, at)) {
    settling = settle(settling, sight, at);
    looks.push({ at, settling });
  }
  return looks;
}

describe('an answer', () => {
  it('is not believed at first sight', () => {
    expect(afterLooks([0, OFF]).status).toBe('looking');
  });

  it.each([
    [QUIET - 1, 'looking'],
    [QUIET, 'settled'],
  ])('that has stood for %i ms is "%s"', (time, status) => {
    expect(afterLooks([0, OFF], [time, OFF]).status).toBe(status);
  });

  it.each([
    ['state', ON],
    ['label', OFF_RENAMED],
  ])('has to stand anew when the %s changes', (_, changed) => {
    expect(afterLooks([0, OFF], [QUIET - 1, changed], [QUIET, changed]).status).toBe('looking');
    expect(afterLooks([0, OFF], [QUIET - 1, changed], [QUIET - 1 + QUIET, changed]).status).toBe('settled');
  });

  it('is looked for again when a settled page changes', () => {
    expect(afterLooks([0, ON], [QUIET, ON], [1000, OFF]).status).toBe('looking');
  });

  it('is never what no answer is, however long it stands', () => {
    for (const sight of [MIXED, NOTHING]) {
      expect(afterLooks([0, sight], [QUIET, sight], [9000, sight]).status).toBe('looking');
    }
  });
});

describe('a look that comes late', () => {
  const first = settle(beginSettling(0), OFF, 0);

  it('is no proof that the page stood still: it may have had no time to change', () => {
    expect(settle(first, OFF, 10 * QUIET, true).status).toBe('looking');
    expect(settle(first, OFF, 10 * QUIET, false).status).toBe('settled');
  });

  it('is believed together with another that found the same', () => {
    const late = settle(first, OFF, 10 * QUIET, true);
    expect(settle(late, OFF, 11 * QUIET, true).status).toBe('settled');
  });

  it('begins the count anew with every change', () => {
    const late = settle(settle(first, OFF, 10 * QUIET, true), ON, 20 * QUIET, true);
    expect(settle(late, ON, 30 * QUIET, true).status).toBe('looking');
  });
});

describe('held', () => {
  it.each([
    [QUIET, false],
    [HELD - 1, false],
    [HELD, true],
  ])('is an answer that has stood for %i ms: %s', (time, held) => {
    expect(afterLooks([0, OFF], [QUIET, OFF], [time, OFF])).toMatchObject({ status: 'settled', held });
  });

  it('counts from the last change', () => {
    const late: Looks = [
      [0, OFF],
      [HELD - 1, ON],
      [HELD + QUIET, ON],
    ];
    expect(afterLooks(...late)).toMatchObject({ status: 'settled', held: false });
    expect(afterLooks(...late, [HELD - 1 + HELD, ON])).toMatchObject({ status: 'settled', held: true });
  });

  it('is lost with any change', () => {
    const held: Looks = [
      [0, OFF],
      [HELD, OFF],
    ];
    expect(afterLooks(...held).held).toBe(true);
    for (const sight of [ON, OFF_RENAMED, MIXED, NOTHING]) {
      expect(afterLooks(...held, [HELD + 1, sight]).held).toBe(false);
    }
  });

  it('is never what no answer is', () => {
    expect(afterLooks([0, MIXED], [HELD, MIXED], [PATIENCE, MIXED]).held).toBe(false);
  });
});

describe('patience', () => {
  it('lasts ten seconds', () => {
    expect(PATIENCE).toBe(10_000);
  });

  it.each([
    [PATIENCE - 1, 'looking'],
    [PATIENCE, 'gave-up'],
  ])('after %i ms without an answer: "%s"', (time, status) => {
    expect(afterLooks([0, NOTHING], [time, NOTHING]).status).toBe(status);
    // Nor does a page win time by changing all the time.
    expect(afterLooks([0, NOTHING], [PATIENCE - 200, ON], [PATIENCE - 100, OFF], [time, MIXED]).status).toBe(status);
  });

  it.each([
    ['that has not stood yet', PATIENCE - QUIET + 1, 'gave-up'],
    ['that has stood', PATIENCE - QUIET, 'settled'],
  ])('that ends with an answer %s, which came after %i ms: "%s"', (_, time, status) => {
    expect(afterLooks([0, NOTHING], [time, OFF], [PATIENCE, OFF]).status).toBe(status);
  });

  it('once it has ended, a page is never just looked at again, whatever it does', () => {
    fc.assert(
      fc.property(anyLooks, (looks) => {
        const { status, waited } = afterLooks(...looks);
        if (status !== 'settled') expect(status === 'gave-up').toBe(waited);
      }),
      { numRuns: 1000 },
    );
  });

  it('that has ended does not keep a late answer from being believed', () => {
    const gaveUp: Looks = [
      [0, NOTHING],
      [PATIENCE, NOTHING],
    ];
    expect(afterLooks(...gaveUp, [20_000, OFF]).status).toBe('gave-up');
    expect(afterLooks(...gaveUp, [20_000, OFF], [20_000 + QUIET, OFF]).status).toBe('settled');
    expect(afterLooks(...gaveUp, [20_000, OFF], [20_000 + HELD, OFF]).held).toBe(true);
  });

  it.each([
    [PATIENCE - 1, false],
    [PATIENCE, true],
  ])('that has been had for %i ms has waited: %s, with an answer or without', (time, waited) => {
    expect(afterLooks([0, NOTHING], [time, NOTHING]).waited).toBe(waited);
    expect(afterLooks([0, OFF], [QUIET, OFF], [time, OFF])).toMatchObject({ status: 'settled', waited });
  });

  it('begins anew when a settled answer goes away', () => {
    const gone: Looks = [
      [0, OFF],
      [QUIET, OFF],
      [60_000, MIXED],
    ];
    expect(afterLooks(...gone).status).toBe('looking');
    expect(afterLooks(...gone, [60_000 + PATIENCE - 1, MIXED]).status).toBe('looking');
    expect(afterLooks(...gone, [60_000 + PATIENCE, MIXED]).status).toBe('gave-up');
  });
});

describe('switched', () => {
  const settledOn: Looks = [
    [0, ON],
    [QUIET, ON],
  ];

  it('is a page whose settled state became another', () => {
    expect(afterLooks(...settledOn).switched).toBe(false);
    expect(afterLooks(...settledOn, [1000, OFF], [1000 + QUIET, OFF])).toMatchObject({
      status: 'settled',
      switched: true,
    });
  });

  it('is not said before the other state has settled', () => {
    expect(afterLooks(...settledOn, [1000, OFF], [1000 + QUIET - 1, OFF]).switched).toBe(false);
  });

  it('stays so, however long the new state stands, and even when it is switched back', () => {
    const off: Looks = [
      [1000, OFF],
      [1000 + QUIET, OFF],
      [1000 + HELD, OFF],
      [60_000, OFF],
    ];
    expect(afterLooks(...settledOn, ...off)).toMatchObject({ status: 'settled', held: true, switched: true });
    const back: Looks = [...off, [61_000, ON], [61_000 + QUIET, ON], [61_000 + HELD, ON]];
    expect(afterLooks(...settledOn, ...back)).toMatchObject({ status: 'settled', switched: true });
  });

  it('is seen through a moment without an answer', () => {
    const saving: Looks = [
      [1000, MIXED],
      [1500, OFF],
      [1500 + QUIET, OFF],
    ];
    expect(afterLooks(...settledOn, ...saving).switched).toBe(true);
  });

  it('is not a page drawn off before its value arrives', () => {
    expect(afterLooks([0, OFF], [QUIET - 1, ON], [QUIET - 1 + HELD, ON])).toMatchObject({
      status: 'settled',
      switched: false,
      settledStates: 'on',
    });
  });

  it('is not a page on which only a text changes', () => {
    expect(afterLooks([0, OFF], [QUIET, OFF], [1000, OFF_RENAMED], [1000 + QUIET, OFF_RENAMED])).toMatchObject({
      status: 'settled',
      switched: false,
    });
  });
});

describe('the next look', () => {
  it.each([
    [QUIET, HELD],
    [HELD - 1, HELD],
    [HELD, 5000],
    [5000, 15_000],
  ])('at an answer that has stood for %i ms comes when it has for %i', (quiet, next) => {
    expect(nextLook(afterLooks([0, OFF], [quiet, OFF]), OFF, quiet)).toBe(next - quiet);
  });

  it('comes only with a change once an answer has stood for fifteen seconds', () => {
    expect(nextLook(afterLooks([0, OFF], [15_000, OFF]), OFF, 15_000)).toBe(Number.POSITIVE_INFINITY);
  });

  it('comes when an answer will have stood long enough', () => {
    expect(nextLook(afterLooks([0, OFF]), OFF, 0)).toBe(QUIET);
    expect(nextLook(afterLooks([0, OFF], [150, OFF]), OFF, 150)).toBe(QUIET - 150);
  });

  it('never comes in less than a moment, whatever the page does', () => {
    fc.assert(
      fc.property(anyLooks, (looks) => {
        const [at, sight] = looks.at(-1) ?? [0, NOTHING];
        expect(nextLook(afterLooks(...looks), sight, at)).toBeGreaterThanOrEqual(1);
      }),
    );
    expect(nextLook(afterLooks([0, OFF], [QUIET - 1, OFF]), OFF, QUIET - 1)).toBe(PACE);
  });

  it('comes sooner where there is a switch already, and rarely after giving up', () => {
    const waits = [
      nextLook(afterLooks([0, MIXED]), MIXED, 0),
      nextLook(afterLooks([0, NOTHING]), NOTHING, 0),
      nextLook(afterLooks([0, NOTHING], [PATIENCE, NOTHING]), NOTHING, PATIENCE),
    ];
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(new Set(waits).size).toBe(3);
  });
});

describe('looking only when told to', () => {
  it('finds an answer that does not move settled after 300 ms and held after 1.5 s', () => {
    const looks = lookOn(OFF);
    expect(looks.find(({ settling }) => settling.status === 'settled')?.at).toBe(300);
    expect(looks.find(({ settling }) => settling.held)?.at).toBe(1500);
    expect(looks.at(-1)).toMatchObject({ at: 15_000, settling: { status: 'settled', held: true, switched: false } });
  });

  it.each([
    ['no switch', NOTHING],
    ['a switch without an answer', MIXED],
  ])('gives up a page with %s after ten seconds, and goes on looking', (_, sight) => {
    const looks = lookOn(sight);
    const gaveUp = looks.find(({ settling }) => settling.status === 'gave-up');
    expect(gaveUp?.at).toBe(10_000);
    expect(looks.at(-1)?.at).toBeGreaterThan(30_000);
  });
});

/** Looks of any kind, one after the other. */
const anyLooks: fc.Arbitrary<Looks> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 800 }), fc.constantFrom(ON, OFF, OFF_RENAMED, MIXED, NOTHING)), {
    maxLength: 40,
  })
  .map((steps) => {
    let at = 0;
    return steps.map(([pause, sight]) => {
      at += pause;
      return [at, sight];
    });
  });

it('whatever a page does, it is settled only on an answer that has stood, and held only when it has longer', () => {
  fc.assert(
    fc.property(anyLooks, (looks) => {
      const { status, held } = afterLooks(...looks);
      const [now, last] = looks.at(-1) ?? [0, NOTHING];
      const same = looks.slice(looks.findLastIndex(([, sight]) => sight.all !== last.all) + 1);
      const quiet = now - (same[0]?.[0] ?? 0);
      expect(status === 'settled').toBe(last.isAnswer && quiet >= QUIET);
      expect(held).toBe(last.isAnswer && quiet >= HELD);
    }),
  );
});
