import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTHING_KNOWN } from '../../../src/storage/nothing.ts';
import { remember } from '../../../src/verdict/history.ts';
import type { Observation } from '../../../src/verdict/observation.ts';
import { verdictOf } from '../../../src/verdict/verdict.ts';
import { failed, inLoad, NOW, off, offUnproven, on } from '../examples.ts';

/**
 * Several tabs of the setting's page in any order: loads, members who turn the switch, saves that fail, other devices that change it
 * meanwhile, and every tab asked again at any time. What is said is held against what the tabs had told, without any of history.ts.
 */

/** How many orders; 5000 on demand. */
const ORDERS = Number(process.env.UNTRAINED_ORDERS ?? 300);

type State = 'on' | 'off';

/** What happens, in the order in which it does. `tab` is one of those open. */
type Act =
  | { kind: 'load'; tab: number; shows: 'value' | 'late' | 'cached' | 'unproven' }
  | { kind: 'turn'; tab: number; isSaved: boolean }
  | { kind: 'ask'; tab: number; reads: 'well' | 'in part' | 'failing' | 'signed-out' }
  | { kind: 'elsewhere'; state: State };

/** A tab as it stands: what it shows, since which load or turn, and what it would tell. */
type Tab = { load: number; switchedAt: number | null; shown: State; proof: 'all' | 'none'; correctsTo: State | null };

/** What a tab has told: its word, told as that of a load or of a turn in it. */
type Word = { load: number; switchedAt: number | null; spokenAt: number; says: State | 'nothing'; isProven: boolean };

const anyTab = (tabs: number) => fc.nat(tabs - 1);

function anyAct(tabs: number): fc.Arbitrary<Act> {
  return fc.oneof(
    fc.record({
      kind: fc.constant('load' as const),
      tab: anyTab(tabs),
      shows: fc.constantFrom(
        'value' as const,
        'value' as const,
        'late' as const,
        'cached' as const,
        'unproven' as const,
      ),
    }),
    fc.record({ kind: fc.constant('turn' as const), tab: anyTab(tabs), isSaved: fc.boolean() }),
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('ask' as const),
        tab: anyTab(tabs),
        reads: fc.constantFrom('well' as const, 'well' as const, 'well' as const, 'in part', 'failing', 'signed-out'),
      }),
    },
    fc.record({ kind: fc.constant('elsewhere' as const), state: fc.constantFrom<State>('on', 'off') }),
  );
}

const anyOrder = fc.integer({ min: 1, max: 5 }).chain((tabs) =>
  fc.record({
    tabs: fc.constant(tabs),
    first: fc.constantFrom<State>('on', 'off'),
    acts: fc.array(fc.tuple(anyAct(tabs), fc.integer({ min: 1, max: 100_000 })), {
      minLength: 8,
      maxLength: 60,
      size: 'max',
    }),
  }),
);

/** LinkedIn's server, the tabs, and the clock, which goes on. */
class World {
  now = NOW - 4_000_000;
  server: State;
  /** What the server's value was when each document was loaded. */
  readonly served = new Map<number, State>();
  readonly #tabs: (Tab | null)[];

  constructor(tabs: number, first: State) {
    this.server = first;
    this.#tabs = Array.from({ length: tabs }, () => null);
  }

  /** Lets something happen; what a tab tells of it, where it tells something. */
  happen(act: Act, after: number): Observation | null {
    this.now += after;
    if (act.kind === 'elsewhere') {
      this.server = act.state;
      return null;
    }
    const tab = this.#tabs[act.tab] ?? null;
    if (act.kind === 'load') {
      this.#tabs[act.tab] = this.#loaded(act.shows);
      return null;
    }
    if (!tab) return null;
    if (act.kind === 'turn') {
      tab.shown = tab.shown === 'on' ? 'off' : 'on';
      tab.switchedAt = this.now;
      tab.correctsTo = null;
      if (act.isSaved) this.server = tab.shown;
      return null;
    }
    return this.#told(tab, act.reads);
  }

  #loaded(shows: Extract<Act, { kind: 'load' }>['shows']): Tab {
    const value = this.server;
    // Out of a cache comes anything; the first look of a page that is not done yet shows the other state, even with every proof.
    const shown = shows === 'cached' ? 'off' : shows === 'late' ? 'off' : value;
    this.served.set(this.now, value);
    return {
      load: this.now,
      switchedAt: null,
      shown,
      proof: shows === 'value' || shows === 'late' ? 'all' : 'none',
      correctsTo: shows === 'late' ? value : null,
    };
  }

  #told(tab: Tab, reads: Extract<Act, { kind: 'ask' }>['reads']): Observation {
    const seen = this.#seen(tab, reads);
    // The next time, what came late is there.
    if (tab.correctsTo) tab.shown = tab.correctsTo;
    tab.correctsTo = null;
    return { ...inLoad(tab.load, seen), switchedAt: tab.switchedAt } as Observation;
  }

  #seen({ shown, proof, switchedAt }: Tab, reads: Extract<Act, { kind: 'ask' }>['reads']): Observation {
    if (reads === 'failing') return failed('several-controls', this.now);
    if (reads === 'signed-out') return failed('signed-out', this.now);
    if (shown === 'on') return on(this.now);
    const isProven = reads === 'well' && proof === 'all' && switchedAt === null;
    return isProven ? off(this.now) : offUnproven(this.now);
  }
}

/**
 * Whether "opted out" may be said after all that was told: the latest load or turn says off with every proof; where it says nothing, or
 * only that it is off, the one before it that spoke in its time decides.
 */
class Oracle {
  /** The words that were the latest when they were first told, in that order. */
  readonly words: Word[] = [];

  hear({ load, switchedAt, ...seen }: Observation): void {
    const spokenAt = Math.max(load, switchedAt ?? 0);
    const last = this.words.at(-1);
    if (last && spokenAt < last.spokenAt) return;
    if (last?.spokenAt !== spokenAt) this.words.push({ load, switchedAt, spokenAt, says: 'nothing', isProven: false });
    const word = this.words.at(-1) as Word;
    if (seen.state === 'unknown') {
      if (seen.reason === 'signed-out' || switchedAt !== null) return;
      word.says = 'nothing';
      word.isProven = false;
    } else {
      word.isProven = (word.says === seen.state && word.isProven) || seen.missing === null;
      word.says = seen.state;
    }
  }

  mayBeOptedOut(): boolean {
    for (const { says, isProven, switchedAt } of this.words.toReversed()) {
      if (says === 'on') return false;
      if (says === 'off' && switchedAt !== null) return false;
      if (says === 'off' && isProven) return true;
    }
    return false;
  }
}

describe('several tabs, in any order', () => {
  it('never give a false "opted out"', () => {
    const count = { orders: 0, told: 0, optedOut: 0, false: 0, missed: 0 };
    fc.assert(
      fc.property(anyOrder, ({ tabs, first, acts }) => {
        const world = new World(tabs, first);
        const oracle = new Oracle();
        let record = NOTHING_KNOWN;
        count.orders++;
        for (const [act, after] of acts) {
          const observation = world.happen(act, after);
          if (!observation) continue;
          count.told++;
          oracle.hear(observation);
          record = remember(record, observation);
          const { name, sighting, fresh } = verdictOf(record, null, world.now);
          const isOptedOut = name === 'opted-out';
          if (isOptedOut) count.optedOut++;
          if (isOptedOut && !oracle.mayBeOptedOut()) count.false++;
          if (!isOptedOut && oracle.mayBeOptedOut()) count.missed++;
          expect(isOptedOut).toBe(oracle.mayBeOptedOut());
          // It rests on a load, and is as old as that.
          if (isOptedOut) expect(world.served.has(sighting?.confirmed?.load ?? 0)).toBe(true);
          if (isOptedOut) expect(sighting?.confirmed?.at).toBe(sighting?.confirmed?.load);
          if (isOptedOut) expect(fresh).toBe(true);
          expect(name === 'opted-in').toBe(oracle.words.findLast(({ says }) => says !== 'nothing')?.says === 'on');
        }
      }),
      { numRuns: ORDERS },
    );
    console.info(
      `${count.orders} orders of tabs, ${count.told} tellings, ${count.optedOut} times "opted out", ${count.false} false`,
    );
    expect(count.optedOut).toBeGreaterThan(count.told / 20);
  });
});
