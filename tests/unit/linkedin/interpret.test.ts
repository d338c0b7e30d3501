import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpret, interpretRow, type Meaning } from '../../../src/linkedin/interpret.ts';
import { type Control, LIMITS, type Reading, type Row, type Snapshot } from '../../../src/linkedin/reading.ts';
import { REASONS, type Reason } from '../../../src/linkedin/reasons.ts';
import { AI_TRAINING } from '../../../src/linkedin/settings.ts';
import { compareLabel, stateOfWord } from '../../../src/linkedin/words.ts';
import { type Changes, control, LABEL, listReading, reading, row } from './example-reading.ts';

const INVERTED = 'Do not use my data for training content creation AI models';
const GERMAN = 'Ihre Daten zum Schulen von KI-Modellen verwenden, um Inhalte zu erstellen';
const JAPANESE = 'コンテンツ作成AIモデルのトレーニングにデータを使用する';
const DECOY = control({ state: 'on', texts: ['Social, economic, and workplace research'], stateWord: 'On' });

const ON = control({ state: 'on', stateWord: 'On' });

function meaning(changes: Changes = {}): Meaning {
  return interpret(reading(changes), AI_TRAINING);
}

/** What a row of a list means, the row and the reading around it with some properties changed. */
function rowMeaning(changes: Partial<Row> = {}, around: Changes = {}): Meaning | null {
  return interpretRow(row(changes), listReading(around));
}

describe('one switch whose signals agree', () => {
  it('is off, as LinkedIn has it', () => {
    expect(meaning({ load: 7 })).toEqual({
      state: 'off',
      confirmed: true,
      label: LABEL,
      language: 'en',
      via: 'page',
      wordsKnown: true,
      layoutDescribed: true,
      load: 7,
    });
  });

  it('is on, as LinkedIn has it', () => {
    expect(meaning({ controls: [ON] })).toMatchObject({ state: 'on', confirmed: true });
  });

  it.each(['On', '', 'New', 'Ativada'])('is on with "%s" beside it', (stateWord) => {
    expect(meaning({ controls: [{ ...ON, stateWord }] }).state).toBe('on');
  });

  it.each(['m', 'g', 'e', 's'])('is read in the tree "%s" too, whose layout nobody has described', (tree) => {
    expect(meaning({ tree })).toMatchObject({ state: 'off', layoutDescribed: false });
  });
});

describe('every reason not to answer comes out', () => {
  const examples: Record<Reason, () => Meaning | null> = {
    'no-control': () => meaning({ controls: [] }),
    'no-main': () => meaning({ controls: [], main: false, settled: false }),
    'several-controls': () => meaning({ controls: [DECOY, { ...DECOY, texts: ['Member cookies'] }] }),
    'contradicting-signals': () => meaning({ controls: [control({ state: 'mixed' })] }),
    'no-state': () => meaning({ controls: [control({ state: null })] }),
    'not-operable': () => meaning({ controls: [control({ inert: true })] }),
    unstable: () => meaning({ settled: false }),
    'wording-changed': () => meaning({ controls: [control({ texts: [INVERTED] })] }),
    'signed-out': () => meaning({ instead: 'sign-in' }),
    'in-frame': () => meaning({ controls: [], instead: 'frame' }),
    'half-loaded': () => meaning({ instead: 'placeholder' }),
    'page-stayed': () => meaning({ lingering: true }),
    unreadable: () => meaning({ controls: [], main: false, instead: 'unreadable' }),
    'no-value': () => rowMeaning({ value: '' }, { waited: true }),
    'unknown-word': () => rowMeaning({ value: 'Perhaps' }),
  };

  it.each(REASONS)('"%s", and no other state is claimed with it', (reason) => {
    expect(Object.keys(examples)).toContain(reason);
    const said = examples[reason]();
    expect(said).toMatchObject({ state: 'unknown', reason });
    expect(said).not.toHaveProperty('confirmed');
  });
});

describe('a row of a list', () => {
  it('tells the state, in the page’s own words, and never confirms it', () => {
    expect(rowMeaning({}, { load: 7 })).toEqual({
      state: 'off',
      confirmed: false,
      label: 'Data for Generative AI Improvement',
      language: 'en',
      via: 'list',
      wordsKnown: true,
      layoutDescribed: true,
      load: 7,
    });
    expect(rowMeaning({ value: 'On' })).toMatchObject({ state: 'on', confirmed: false });
  });

  it.each([
    ['de-AT', 'Aus'],
    ['pt_BR', 'Desativada'],
    ['it', 'No'],
  ])('is read in "%s"', (language, value) => {
    expect(rowMeaning({ value }, { language })).toMatchObject({ state: 'off', language, wordsKnown: true });
  });

  it.each([
    ['en', 'Perhaps'],
    ['en', 'Aus'],
    ['fr', 'Off'],
    ['', 'Off'],
  ])('says nothing certain in words that are not known (%s: %s), and quotes them', (language, value) => {
    expect(rowMeaning({ value }, { language })).toMatchObject({
      state: 'unknown',
      reason: 'unknown-word',
      word: value,
      wordsKnown: false,
    });
  });

  it('without a value says nothing at all while the value may still come', () => {
    expect(rowMeaning({ value: '' }, { waited: false })).toBeNull();
    expect(rowMeaning({ value: '' }, { waited: true })).toMatchObject({ reason: 'no-value', word: '' });
  });

  it('in a tree whose layout nobody has described is read all the same', () => {
    expect(rowMeaning({}, { tree: 'm' })).toMatchObject({ state: 'off', layoutDescribed: false });
  });
});

describe('confirmed', () => {
  const truths = [true, false];
  const circumstances = truths.flatMap((fresh) =>
    truths.flatMap((held) =>
      truths.flatMap((switched) => truths.map((restored) => ({ fresh, held, switched, restored }))),
    ),
  );

  it.each(circumstances)(
    '"off": fresh $fresh, held $held, switched $switched, restored $restored',
    ({ restored, ...seen }) => {
      const certain = seen.fresh && seen.held && !seen.switched && !restored;
      expect(meaning({ ...seen, controls: [control({ restored })] })).toMatchObject({
        state: 'off',
        confirmed: certain,
      });
    },
  );

  it.each(circumstances)(
    '"on": fresh $fresh, switched $switched, whatever else (held $held, restored $restored)',
    ({ restored, ...seen }) => {
      const certain = seen.fresh && !seen.switched;
      expect(meaning({ ...seen, controls: [{ ...ON, restored }] })).toMatchObject({ state: 'on', confirmed: certain });
    },
  );
});

describe('among several switches', () => {
  it('the one with the exact known label is the setting’s', () => {
    expect(meaning({ controls: [DECOY, control(), DECOY] })).toMatchObject({
      state: 'off',
      confirmed: true,
      label: LABEL,
    });
    expect(meaning({ controls: [{ ...DECOY, state: 'off' }, ON] })).toMatchObject({ state: 'on' });
  });

  it.each<[string, Control[]]>([
    ['a label that is almost the known one', [DECOY, control({ texts: [INVERTED] })]],
    ['no label', [DECOY, control({ texts: [] })]],
    ['the known label twice', [control(), ON]],
  ])('none is with %s', (_, controls) => {
    expect(meaning({ controls })).toMatchObject({ state: 'unknown', reason: 'several-controls', label: '' });
  });

  it('none is in a language whose words are not known well enough', () => {
    expect(meaning({ language: 'ja', controls: [DECOY, control({ texts: [JAPANESE] })] })).toMatchObject({
      reason: 'several-controls',
    });
    expect(meaning({ language: 'sv', controls: [DECOY, control()] })).toMatchObject({ reason: 'several-controls' });
  });

  it('what is wrong with the setting’s own still counts', () => {
    expect(meaning({ controls: [DECOY, control({ state: 'mixed' })] })).toMatchObject({
      reason: 'contradicting-signals',
    });
    expect(meaning({ controls: [DECOY, control({ inert: true })] })).toMatchObject({ reason: 'not-operable' });
  });
});

describe('words', () => {
  it.each([INVERTED, 'Stop using my data', ''])(
    'that are others in a known language, as "%s", give no answer',
    (label) => {
      expect(meaning({ controls: [control({ texts: [label] })] })).toMatchObject({
        state: 'unknown',
        reason: 'wording-changed',
        label,
        wordsKnown: true,
      });
    },
  );

  it.each([
    ['nobody has gathered', 'sv'],
    ['are known only from translated articles', 'ja'],
    ['are known for the title only', 'it'],
    ['have no language', ''],
  ])('that %s leave it to the structure', (_, language) => {
    expect(meaning({ language, controls: [control({ texts: ['???'], stateWord: '' })] })).toMatchObject({
      state: 'off',
      confirmed: true,
      label: '???',
      language,
      wordsKnown: false,
    });
  });

  it.each([
    ['en', LABEL, 'Off'],
    ['de-AT', GERMAN, 'Aus'],
  ])('that are known in "%s" are said to be', (language, label, stateWord) => {
    expect(meaning({ language, controls: [control({ texts: [label], stateWord })] })).toMatchObject({
      state: 'off',
      wordsKnown: true,
      label,
    });
  });

  it('are quoted as the page has them: the known label, else the first text', () => {
    expect(meaning({ controls: [control({ texts: ['Some title', LABEL.toUpperCase()] })] }).label).toBe(
      LABEL.toUpperCase(),
    );
    expect(meaning({ language: 'sv', controls: [control({ texts: ['Första', 'Andra'] })] }).label).toBe('Första');
  });

  it.each<[string, Control['state'], string, string]>([
    ['en', 'off', LABEL, 'On'],
    ['en', 'on', LABEL, 'Off'],
    ['de', 'off', GERMAN, 'Ein'],
    ['it', 'on', 'Un’etichetta', 'No'],
  ])('beside the switch that contradict it, give no answer (%s: %s)', (language, state, label, stateWord) => {
    expect(meaning({ language, controls: [control({ state, stateWord, texts: [label] })] })).toMatchObject({
      state: 'unknown',
      reason: 'contradicting-signals',
    });
  });
});

describe('what stands in the way comes first', () => {
  it.each<[Reason, Changes]>([
    ['unreadable', { instead: 'unreadable', lingering: true, settled: false }],
    ['signed-out', { instead: 'sign-in', lingering: true, controls: [control({ state: null })] }],
    ['half-loaded', { instead: 'placeholder', lingering: true, controls: [] }],
    ['page-stayed', { lingering: true, controls: [] }],
    ['page-stayed', { lingering: true, main: false }],
    ['no-main', { main: false, instead: 'frame', controls: [] }],
    ['no-main', { main: false }],
    ['no-main', { main: false, settled: false, controls: [control({ state: null, inert: true, texts: [INVERTED] })] }],
    ['no-main', { main: false, controls: [DECOY, DECOY] }],
    ['in-frame', { instead: 'frame', controls: [], settled: false }],
    ['no-control', { controls: [], settled: false }],
    ['contradicting-signals', { settled: false, controls: [control({ state: 'mixed', texts: [INVERTED] })] }],
    ['not-operable', { settled: false, controls: [control({ inert: true, texts: [INVERTED] })] }],
    ['unstable', { settled: false, controls: [control({ texts: [INVERTED] })] }],
  ])('"%s" is what the member is told', (reason, changes) => {
    expect(meaning(changes)).toMatchObject({ state: 'unknown', reason });
  });
});

/** Mostly the value that speaks for an answer, so that many readings give one; now and then any other. */
function mostly<Value>(value: Value, other: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 9, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: other });
}

const anyText = fc.string({ maxLength: 20 });

const anyControl: fc.Arbitrary<Control> = fc.record({
  markup: fc.constant('input[switch]'),
  state: mostly<Control['state']>('off', fc.constantFrom('on', 'mixed', null)),
  inert: mostly(false, fc.boolean()),
  restored: mostly(false, fc.boolean()),
  texts: mostly<string[]>([LABEL], fc.array(fc.oneof(anyText, fc.constantFrom(LABEL, GERMAN, JAPANESE, INVERTED)))),
  stateWord: mostly('', fc.oneof(anyText, fc.constantFrom('On', 'Off', 'Ein', 'Aus'))),
});

const anyOtherControl = anyControl.map((other) => ({ ...other, texts: DECOY.texts }));

const anyControls = fc.oneof(
  fc.tuple(anyControl),
  fc.tuple(anyControl, anyOtherControl),
  fc.tuple(anyOtherControl, anyControl, anyOtherControl),
  fc.array(anyControl, { maxLength: 6 }),
);

const anyLanguage = mostly('en', fc.oneof(anyText, fc.constantFrom('de-AT', 'ja', 'it', 'sv', 'constructor')));

const anyReading: fc.Arbitrary<Reading> = fc
  .record({
    tree: fc.constantFrom('d', 'm', 's'),
    settled: mostly(true, fc.boolean()),
    fresh: mostly(true, fc.boolean()),
    held: mostly(true, fc.boolean()),
    waited: fc.boolean(),
    switched: mostly(false, fc.boolean()),
    lingering: mostly(false, fc.boolean()),
    language: anyLanguage,
    main: mostly(true, fc.boolean()),
    controls: anyControls,
    instead: mostly<Snapshot['instead']>(null, fc.constantFrom('sign-in', 'frame', 'placeholder', 'unreadable')),
  })
  .map(reading);

describe('whatever is read', () => {
  /** The switches that can be the setting's: the only one, or those with its label. */
  function candidates({ snapshot: { controls, language } }: Reading): Control[] {
    if (controls.length === 1) return controls;
    return controls.filter(({ texts }) => compareLabel(AI_TRAINING, language, texts) === 'same');
  }

  it('"off" is said only when every signal agrees', () => {
    fc.assert(
      fc.property(anyReading, (seen) => {
        fc.pre(interpret(seen, AI_TRAINING).state === 'off');
        expect(seen).toMatchObject({ settled: true, lingering: false, snapshot: { main: true } });
        expect([null, 'frame']).toContain(seen.snapshot.instead);
        expect(candidates(seen)).toMatchObject([{ state: 'off', inert: false }]);
      }),
      { numRuns: 1000 },
    );
  });

  it('"off" is confirmed only on a fresh load, untouched, once it has held', () => {
    fc.assert(
      fc.property(anyReading, (seen) => {
        const said = interpret(seen, AI_TRAINING);
        fc.pre(said.state === 'off' && said.confirmed);
        expect(seen).toMatchObject({ fresh: true, held: true, switched: false });
        expect(candidates(seen)).toMatchObject([{ restored: false }]);
      }),
      { numRuns: 1000 },
    );
  });

  it('one wrong signal is enough for no answer', () => {
    const wrong: Changes[] = [
      { settled: false },
      { lingering: true },
      { instead: 'sign-in' },
      { instead: 'placeholder' },
      { instead: 'unreadable' },
      { main: false },
      { controls: [] },
      { controls: [control({ state: 'mixed' })] },
      { controls: [control({ state: null })] },
      { controls: [control({ inert: true })] },
      { controls: [control({ texts: [INVERTED] })] },
      { controls: [control({ stateWord: 'On' })] },
      { controls: [control(), control()] },
    ];
    expect(wrong.map((changes) => meaning(changes).state)).toEqual(wrong.map(() => 'unknown'));
  });

  it('a row is never confirmed, and is "off" only by a known word', () => {
    fc.assert(
      fc.property(
        anyReading,
        fc.record({ path: anyText, label: anyText, value: mostly('Off', fc.string({ maxLength: LIMITS.stateWord })) }),
        (seen, listed) => {
          const said = interpretRow(listed, seen);
          fc.pre(said !== null && said.state !== 'unknown');
          expect(said).toMatchObject({ confirmed: false, via: 'list' });
          expect(stateOfWord(seen.snapshot.language, listed.value)).toBe(said?.state);
        },
      ),
    );
  });

  it('there is an answer, or a reason on the list: it never throws', () => {
    fc.assert(
      fc.property(anyReading, (seen) => {
        const said = interpret(seen, AI_TRAINING);
        if (said.state === 'unknown') expect(REASONS).toContain(said.reason);
        else expect(typeof said.confirmed).toBe('boolean');
      }),
    );
  });
});
