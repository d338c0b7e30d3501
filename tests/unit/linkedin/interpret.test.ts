import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { interpret, interpretRows, type Meaning, PROOFS, type Recognised } from '../../../src/linkedin/interpret.ts';
import { LIMITS } from '../../../src/linkedin/limits.ts';
import { isNamed } from '../../../src/linkedin/naming.ts';
import type { Control, PageText, Reading, Row } from '../../../src/linkedin/reading.ts';
import { REASONS, type Reason } from '../../../src/linkedin/reasons.ts';
import { stateOfWord, vocabularyOf } from '../../../src/linkedin/words.ts';
import { type Changes, control, LABEL, listReading, pageText, reading, row } from '../examples.ts';

const INVERTED = 'Do not use my data for training content creation AI models';
const GERMAN = 'Ihre Daten zum Schulen von KI-Modellen verwenden, um Inhalte zu erstellen';
const JAPANESE = 'コンテンツ作成AIモデルのトレーニングにデータを使用する';
const MAORI = 'Whakamahia aku raraunga hei whakangungu';

const DECOY = control({ state: 'on', name: [pageText('Social, economic, and workplace research')] });

function meaning(changes: Changes = {}, recognised: Recognised[] = []): Meaning {
  return interpret(reading(changes), AI_TRAINING, recognised);
}

function named(...texts: string[]): Pick<Control, 'name'> {
  return { name: texts.map((text) => pageText(text)) };
}

/** What stands before a control, nearest first. */
function behind(...texts: string[]): Pick<Control, 'before'> {
  return { before: texts.map((text) => pageText(text)) };
}

/** What rows of a list mean, each with this value. */
function rowsMeaning(values: string[], around: Changes = {}): Meaning | null {
  const rows = values.map((value) => row({ value }));
  return interpretRows(rows, listReading({ rows, ...around }));
}

/** A choice between radio buttons with these words, the second of which is chosen. */
function radios(first: string, second: string, group = LABEL): Control[] {
  const radio = (text: string, state: Control['state']) =>
    control({ sort: 'radio', state, group: [pageText(group)], name: [pageText(text)], before: [] });
  return [radio(first, 'off'), radio(second, 'on')];
}

function select(options: Control['options']): Control {
  return control({ sort: 'select', state: null, options, before: [] });
}

describe('one switch that is named as the setting', () => {
  it('is off with every proof when every question is answered', () => {
    expect(meaning({ load: 7 })).toEqual({
      state: 'off',
      missing: null,
      label: LABEL,
      language: 'en',
      via: 'page',
      wordsKnown: true,
      layoutDescribed: true,
      recognisable: false,
      load: 7,
    });
  });

  it('is on with every proof when it is named, told and shown, however it came', () => {
    const around: Changes = { origin: 'cache', stillness: 'no', touched: true, switchedAt: 5, tree: 'm' };
    expect(meaning({ controls: [control({ state: 'on' })], ...around })).toMatchObject({ state: 'on', missing: null });
  });

  it('is on without being shown as long as it has not been in view', () => {
    expect(meaning({ controls: [control({ state: 'on', sight: 'unseen' })] })).toMatchObject({
      state: 'on',
      missing: 'shown',
    });
  });

  it.each([[], ['On'], ['Enabled', LABEL]])('is on with what stands before it: %j', (...texts) => {
    expect(meaning({ controls: [control({ state: 'on', ...behind(...texts) })] }).state).toBe('on');
  });

  it('is read in a language whose label is known, in the words of that language', () => {
    const controls = [control({ ...named(GERMAN), ...behind('Aus') })];
    expect(meaning({ language: 'de-AT', controls })).toMatchObject({ state: 'off', missing: null, label: GERMAN });
  });

  it('is read without a language, in any of those that are known', () => {
    const controls = [control({ ...named(GERMAN), ...behind() })];
    expect(meaning({ language: '', controls })).toMatchObject({ state: 'off', missing: null, label: GERMAN });
  });
});

describe('the first proof that an "off" is missing is the one that is told', () => {
  const unspoken = control({ doubts: ['unspoken'], ...behind() });

  it.each<[string, string, Changes]>([
    ['named', 'in a language without known words', { language: 'mi', controls: [control(named(MAORI))] }],
    ['told', 'with a switch that was delivered as on', { controls: [control({ doubts: ['restored'] })] }],
    ['told', 'with a hidden box and no word', { controls: [control({ doubts: ['hidden'], ...behind() })] }],
    [
      'told',
      'with a word beside it that nobody knows',
      { controls: [control({ before: [pageText('Läuft'), pageText(LABEL)] })] },
    ],
    [
      'told',
      'with a word right after it that nobody knows',
      { controls: [control({ after: [pageText('Status: on')] })] },
    ],
    [
      'told',
      'without a name of its own, and with another name after it',
      { controls: [control({ name: [], ...behind(LABEL), after: [pageText('Only for autoplay of videos')] })] },
    ],
    ['whole', 'beside words that say it is on its way', { controls: [control({ after: [pageText('Loading…')] })] }],
    ['shown', 'with a switch that has not been in view', { controls: [control({ sight: 'unseen' })] }],
    [
      'whole',
      'beside a sentence that says it did not come',
      { controls: [control({ after: [pageText('We couldn’t load your settings. Try again later.')] })] },
    ],
    [
      'whole',
      'beside a toast that says it failed',
      { controls: [control({ after: [pageText('It could not be saved.', { as: 'notice' })] })] },
    ],
    [
      'told',
      'beside a sentence that says the opposite',
      { controls: [control({ after: [pageText('You are currently opted in to this.')] })] },
    ],
    ['told', 'beside the label once more, with "on"', { controls: [control({ after: [pageText(`${LABEL}: On`)] })] }],
    [
      'told',
      'beside a link that says "on"',
      { controls: [control({ after: [pageText(LABEL, { as: 'link' }), pageText('On', { as: 'link' })] })] },
    ],
    [
      'told',
      'beside a button that offers to turn it off',
      { controls: [control({ after: [pageText('Turn off', { as: 'button' })] })] },
    ],
    [
      'told',
      'beside a word for on where there is nothing else it could be for',
      { controls: [control({ before: [pageText('Off'), pageText('Status'), pageText('On')] })] },
    ],
    ['told', 'beside a sign without a word', { controls: [control({ after: [pageText('✓')] })] }],
    [
      'told',
      'beside a toast that ends with "on"',
      { controls: [control({ after: [pageText('Data use is on', { as: 'notice' })] })] },
    ],
    [
      'told',
      'under another heading than the setting’s own',
      { controls: [control({ before: [pageText('Off'), pageText('Example', { as: 'heading', depth: 1 })] })] },
    ],
    ['told', 'in a group of what is refused', { controls: [control({ group: [pageText('Blocked uses')] })] }],
    [
      'told',
      'beside a nameless switch that is on',
      { controls: [control(), control({ state: 'on', name: [], before: [] })] },
    ],
    [
      'told',
      'beside a switch that is on and has the label among other words',
      { controls: [control(), control({ state: 'on', name: [pageText(`${LABEL} (profile 2)`)] })] },
    ],
    [
      'told',
      'beside a list that says "On" of whatever',
      {
        controls: [
          control(),
          control({
            sort: 'select',
            state: null,
            name: [pageText('Status')],
            options: [
              { text: 'On', chosen: true },
              { text: 'Off', chosen: false },
            ],
          }),
        ],
      },
    ],
    ['whole', 'on a page that has not kept still', { stillness: 'no' }],
    ['whole', 'where only a missing tick says so, and not for long', { controls: [unspoken] }],
    ['served', 'out of a cache', { origin: 'cache' }],
    ['served', 'reached inside the page', { origin: 'inside' }],
    ['served', 'on a page that the member used', { touched: true }],
    ['served', 'that was switched on this very page', { switchedAt: 5 }],
    ['served', 'in the tree of phones', { tree: 'm' }],
    ['served', 'in the tree of guests', { tree: 'g' }],
  ])('"%s" %s', (missing, _, changes) => {
    expect(meaning(changes)).toMatchObject({ state: 'off', missing });
  });

  it.each<[string, Changes]>([
    ['that the member used', { touched: true }],
    ['whose switch was turned', { switchedAt: 5 }],
    ['that was reached inside the page', { origin: 'inside' }],
  ])('is that a newly loaded page says so, on one %s, where waiting would be in vain', (_, changes) => {
    expect(meaning({ stillness: 'no', ...changes })).toMatchObject({ state: 'off', missing: 'served' });
  });

  it('is none of the switch itself once the member has turned off what was delivered as on', () => {
    const controls = [control({ doubts: ['restored'] })];
    expect(meaning({ controls, switchedAt: 5 })).toMatchObject({ state: 'off', missing: 'served' });
  });

  it('comes in the order of the questions', () => {
    const worst: Changes = { stillness: 'no', origin: 'cache', language: 'mi' };
    const doubtful = control({ ...named(MAORI), doubts: ['restored'], sight: 'unseen' });
    expect(meaning({ ...worst, controls: [doubtful] })).toMatchObject({ missing: 'named' });
    const inEnglish: Changes = { ...worst, language: 'en' };
    expect(meaning({ ...inEnglish, controls: [{ ...doubtful, ...named(LABEL) }] })).toMatchObject({ missing: 'told' });
    expect(meaning({ ...inEnglish, controls: [control({ sight: 'unseen' })] })).toMatchObject({ missing: 'shown' });
    expect(meaning(inEnglish)).toMatchObject({ missing: 'whole' });
    expect(meaning({ ...inEnglish, stillness: 'still' })).toMatchObject({ missing: 'served' });
    expect(PROOFS).toEqual(['named', 'told', 'shown', 'whole', 'served', 'newest']);
  });

  it.each<[string, Changes]>([
    ['a missing tick is believed after a long time', { controls: [unspoken], stillness: 'long' }],
    ['a missing tick is believed with the word for it', { controls: [control({ doubts: ['unspoken'] })] }],
    [
      'its button holds the words for both states',
      {
        controls: [control({ name: [LABEL, 'On', 'Off'].map((text) => pageText(text, { as: 'button' })), before: [] })],
      },
    ],
    ['a link leads to how to opt out', { controls: [control({ after: [pageText('Opt out', { as: 'link' })] })] }],
    [
      'it stands under the setting’s own heading',
      {
        controls: [
          control({
            before: [pageText('Off'), pageText('Data for Generative AI Improvement', { as: 'heading', depth: 1 })],
          }),
        ],
      },
    ],
    [
      'another switch with another name is on',
      {
        controls: [
          control(),
          control({ state: 'on', name: [pageText('Profile visibility')], before: [pageText('On')] }),
        ],
      },
    ],
    [
      'a toast turns the meaning of nothing round',
      { controls: [control({ before: [pageText('Off'), pageText('No new messages', { as: 'notice' })] })] },
    ],
    [
      'what stands beside main is about something else',
      {
        controls: [
          control({
            before: [pageText('Off'), pageText('?', { as: 'notice' })],
            after: [pageText('You are on the messaging overlay', { as: 'notice' })],
          }),
        ],
      },
    ],
    ['a hidden box is believed with the word for it', { controls: [control({ doubts: ['hidden'] })] }],
  ])('is none where %s', (_, changes) => {
    expect(meaning(changes)).toMatchObject({ state: 'off', missing: null });
  });
});

describe('in a language whose label is not known', () => {
  const lone = (changes: Partial<Control> = {}) => [control({ ...named(MAORI), ...behind(), ...changes })];

  it.each(['mi', 'ja', 'it', 'constructor'])(
    'a lone switch can be recognised, and no more is sure of it (%s)',
    (language) => {
      for (const state of ['on', 'off'] as const)
        expect(meaning({ language, controls: lone({ state }) })).toMatchObject({
          state,
          missing: 'named',
          label: MAORI,
          recognisable: true,
          wordsKnown: false,
        });
    },
  );

  it('a label is not known where only translated articles have it', () => {
    expect(meaning({ language: 'ja', controls: lone(named(JAPANESE)) })).toMatchObject({ missing: 'named' });
  });

  it.each([
    ['has no text at all', named()],
    ['is called by a state word only', named('On')],
  ])('a switch that %s is nothing to recognise', (_, changes) => {
    expect(meaning({ language: 'mi', controls: lone(changes) })).toMatchObject({ label: '', recognisable: false });
  });

  it('several switches are not guessed among', () => {
    expect(meaning({ language: 'mi', controls: [...lone(), DECOY] })).toMatchObject({
      state: 'unknown',
      reason: 'several-controls',
      recognisable: false,
    });
  });

  it('what stands in a dialog is none of them', () => {
    const aside = control({ ...named('Cookies'), state: 'on', apart: true });
    expect(meaning({ language: 'mi', controls: [...lone(), aside] })).toMatchObject({ state: 'off', label: MAORI });
    expect(meaning({ language: 'mi', controls: [aside] })).toMatchObject({ reason: 'several-controls' });
  });
});

describe('a label that the member has recognised', () => {
  const yes: Recognised = { setting: AI_TRAINING, label: MAORI, language: 'mi', answer: 'yes' };
  const controls = [control({ ...named(MAORI), ...behind() })];

  it('names the switch in that language', () => {
    expect(meaning({ language: 'mi', controls }, [yes])).toMatchObject({
      state: 'off',
      missing: null,
      label: MAORI,
      recognisable: false,
    });
  });

  it('names it in a language whose own label has changed', () => {
    const renamed = 'Let models learn from what I share';
    const changed = { controls: [control(named(renamed))] };
    expect(meaning(changed)).toMatchObject({ reason: 'wording-changed', recognisable: true, label: renamed });
    expect(meaning(changed, [{ ...yes, language: 'en', label: renamed }])).toMatchObject({ missing: null });
  });

  it.each<[string, Partial<Recognised>]>([
    ['another setting', { setting: 'research' }],
    ['another language', { language: 'sv' }],
    ['another label', { label: 'Weto' }],
  ])('for %s names nothing', (_, changes) => {
    const said = meaning({ language: 'mi', controls }, [{ ...yes, ...changes }]);
    expect(said).toMatchObject({ recognisable: true });
    expect(said).not.toMatchObject({ missing: null });
  });

  it('as another setting’s gives no answer, and is not asked about again', () => {
    for (const state of ['on', 'off'] as const)
      expect(
        meaning({ language: 'mi', controls: [{ ...(controls[0] as Control), state }] }, [{ ...yes, answer: 'no' }]),
      ).toMatchObject({ state: 'unknown', reason: 'wording-changed', recognisable: false });
  });

  it('as another setting’s does not speak against the label that LinkedIn is known to use', () => {
    const no: Recognised = { setting: AI_TRAINING, label: LABEL, language: 'en', answer: 'no' };
    expect(meaning({}, [no])).toMatchObject({ state: 'off', missing: null });
  });
});

describe('every reason not to answer comes out', () => {
  const examples: Record<Reason, () => Meaning | null> = {
    'no-control': () => meaning({ controls: [] }),
    'no-main': () => meaning({ controls: [], main: false, settled: false }),
    'several-controls': () => meaning({ controls: [DECOY, DECOY] }),
    'contradicting-signals': () => meaning({ controls: [control({ state: 'mixed' })] }),
    'no-state': () => meaning({ controls: [control({ state: null })] }),
    'not-operable': () => meaning({ controls: [control({ inert: true })] }),
    unstable: () => meaning({ settled: false }),
    'wording-changed': () => meaning({ controls: [control(named(INVERTED))] }),
    'signed-out': () => meaning({ instead: 'sign-in' }),
    'in-frame': () => meaning({ controls: [], instead: 'frame' }),
    'half-loaded': () => meaning({ instead: 'placeholder' }),
    translated: () => meaning({ translated: true }),
    'not-shown': () => meaning({ controls: [control({ sight: 'nothing' })] }),
    'unknown-choice': () => meaning({ controls: radios('Everybody', 'Nobody') }),
    'several-values': () => rowsMeaning(['On', 'Off']),
    'page-stayed': () => meaning({ lingering: true }),
    unreadable: () => meaning({ controls: [], main: false, instead: 'unreadable' }),
    'no-value': () => rowsMeaning([''], { waited: true }),
    'unknown-word': () => rowsMeaning(['Perhaps']),
  };

  it.each(REASONS)('"%s", and no other state is claimed with it', (reason) => {
    const said = examples[reason]();
    expect(said).toMatchObject({ state: 'unknown', reason });
    expect(said).not.toHaveProperty('missing');
  });
});

describe('what stands in the way comes first:', () => {
  const unsure: Partial<Control> = { inert: true, ...named(INVERTED) };

  it.each<[Reason, Changes]>([
    ['unreadable', { instead: 'unreadable', lingering: true, settled: false }],
    ['signed-out', { instead: 'sign-in', lingering: true, controls: [control({ state: null })] }],
    ['half-loaded', { instead: 'placeholder', lingering: true, controls: [] }],
    ['page-stayed', { lingering: true, translated: true, controls: [] }],
    ['translated', { translated: true, controls: [] }],
    ['no-main', { main: false, instead: 'frame', controls: [] }],
    ['in-frame', { controls: [], instead: 'frame', settled: false }],
    ['no-control', { controls: [], settled: false }],
    ['no-control', { controls: [control({ sight: 'nothing' })], settled: false }],
    ['contradicting-signals', { settled: false, controls: [control({ ...unsure, state: 'mixed' })] }],
    ['no-state', { settled: false, controls: [control({ ...unsure, state: null })] }],
    ['not-operable', { settled: false, controls: [control(unsure)] }],
    ['unstable', { settled: false, controls: [control(named(INVERTED))] }],
    ['wording-changed', { controls: [control({ ...named(INVERTED), ...behind('On') })] }],
  ])('"%s" is what the member is told', (reason, changes) => {
    expect(meaning(changes)).toMatchObject({ state: 'unknown', reason });
  });
});

describe('among several switches', () => {
  it('the one that is named as the setting is meant', () => {
    expect(meaning({ controls: [DECOY, control(), DECOY] })).toMatchObject({ state: 'off', missing: null });
  });

  it('is none among so many that the reader may not have told of all, where one could say the opposite', () => {
    const among = (count: number) => meaning({ controls: [control(), ...Array(count - 1).fill(DECOY)] });
    expect(among(LIMITS.controls - 1)).toMatchObject({ state: 'off', missing: null });
    expect(among(LIMITS.controls)).toMatchObject({ state: 'unknown', reason: 'several-controls' });
    expect(meaning({ controls: [{ ...DECOY, state: 'off' }, control({ state: 'on' })] })).toMatchObject({
      state: 'on',
    });
  });

  it('the one named as the setting is meant in a dialog too', () => {
    expect(meaning({ controls: [DECOY, control({ state: 'on', apart: true })] })).toMatchObject({
      state: 'on',
      missing: null,
    });
  });

  it.each<[string, Control[]]>([
    ['almost named so', [DECOY, control(named(INVERTED))]],
    ['without a name', [DECOY, control({ ...named(), ...behind() })]],
    ['named so twice', [control(), control({ state: 'on' })]],
  ])('none is meant when one is %s', (_, controls) => {
    expect(meaning({ controls })).toMatchObject({ state: 'unknown', reason: 'several-controls', label: '' });
  });

  it('what nobody can see is none, though it is named as the setting', () => {
    const copy = control({ sight: 'nothing' });
    expect(meaning({ controls: [copy, control({ state: 'on' })] })).toMatchObject({ state: 'on', missing: null });
    expect(meaning({ controls: [copy, DECOY] })).toMatchObject({ reason: 'wording-changed' });
  });

  it('what is wrong with the setting’s own still counts', () => {
    expect(meaning({ controls: [DECOY, control({ state: 'mixed' })] })).toMatchObject({
      reason: 'contradicting-signals',
    });
    expect(meaning({ controls: [DECOY, control({ inert: true })] })).toMatchObject({ reason: 'not-operable' });
  });
});

describe('a lone switch in a language whose label is known', () => {
  it.each([INVERTED, 'Stop using my data', 'Social, economic, and workplace research'])(
    'says nothing under other words, which the member may recognise: "%s"',
    (label) => {
      for (const state of ['on', 'off'] as const)
        expect(meaning({ controls: [control({ state, ...named(label), ...behind() })] })).toMatchObject({
          state: 'unknown',
          reason: 'wording-changed',
          label,
          wordsKnown: true,
          recognisable: true,
        });
    },
  );

  it.each(['Off', 'On'])('named after a state says what it would do as well as what it did: "%s"', (word) => {
    const button = control({ sort: 'pressed', ...named(word), ...behind('Data for models') });
    expect(meaning({ controls: [button] })).toMatchObject({ state: 'unknown', reason: 'no-state' });
  });
});

describe('a known word that is shown with the switch', () => {
  it.each<[string, Partial<Control>]>([
    ['before it', behind('On')],
    ['before it, beyond another word', { ...behind('New', 'Enabled', LABEL), name: [] }],
    ['after it', { ...behind(), after: [pageText('Turned on')] }],
    ['in it', { ...named(LABEL, 'On'), ...behind() }],
    ['between it and its label', { name: [], ...behind('Yes', LABEL) }],
  ])('and says the opposite leaves no answer, %s', (_, changes) => {
    expect(meaning({ controls: [control(changes)] })).toMatchObject({
      state: 'unknown',
      reason: 'contradicting-signals',
    });
  });

  it.each([
    ['de', GERMAN, 'Ein', 'off'],
    ['fr', 'Utiliser mes données pour entraîner des modèles d’IA de création de contenu', 'Oui', 'off'],
    ['it', 'Un’etichetta', 'No', 'on'],
  ] as const)('contradicts it in "%s" too', (language, label, word, state) => {
    expect(meaning({ language, controls: [control({ state, ...named(label), ...behind(word) })] })).toMatchObject({
      reason: 'contradicting-signals',
    });
  });

  it.each<[string, Partial<Control>]>([
    ['a link', { before: [pageText('On', { as: 'link' })] }],
    ['hidden', { before: [pageText('On', { as: 'unseen' })] }],
    ['beyond the label', { name: [], ...behind(LABEL, 'On') }],
  ])('is none of its words where it is %s', (_, changes) => {
    expect(meaning({ controls: [control(changes)] }).state).toBe('off');
  });
});

describe('a known word in the heading of the part that a switch stands in', () => {
  const headed = (word: string) => meaning({ controls: [control(behind(LABEL, word, LABEL))] });

  it('contradicts it', () => {
    expect(headed('On')).toMatchObject({ state: 'unknown', reason: 'contradicting-signals' });
  });

  it('that says the same does not', () => {
    expect(headed('Off')).toMatchObject({ state: 'off', missing: null });
  });
});

describe('a choice between options', () => {
  it('is read where its group is named as the setting and its options are words for on and off', () => {
    expect(meaning({ controls: radios('On', 'Off') })).toMatchObject({ state: 'off', missing: null, label: LABEL });
    expect(meaning({ controls: radios('Off', 'On') })).toMatchObject({ state: 'on', missing: null });
    expect(meaning({ controls: radios('No', 'Yes') })).toMatchObject({ state: 'on' });
  });

  it('is read out of a list to choose from', () => {
    const options = [
      { text: 'On', chosen: false },
      { text: 'Off', chosen: true },
    ];
    expect(meaning({ controls: [select(options)] })).toMatchObject({ state: 'off', missing: null });
  });

  it.each<[string, Control[]]>([
    ['whose words are none for on and off', radios('Everybody', 'Nobody')],
    ['whose words both mean the same', radios('Off', 'No')],
    ['of one option', radios('On', 'Off').slice(1)],
    ['of which nothing is chosen', radios('On', 'Off').map((one) => ({ ...one, state: 'off' as const }))],
    ['of which all is chosen', radios('On', 'Off').map((one) => ({ ...one, state: 'on' as const }))],
    ['of three options', [select(['On', 'Off', 'Ask'].map((text) => ({ text, chosen: text === 'Off' })))]],
  ])('gives no answer %s', (_, controls) => {
    expect(meaning({ controls })).toMatchObject({ state: 'unknown', reason: 'unknown-choice' });
  });

  it('says nothing of the setting where its group is named otherwise', () => {
    expect(meaning({ controls: radios('On', 'Off', 'Research') })).toMatchObject({ reason: 'wording-changed' });
  });

  it('that is the setting wins over a lone switch that is not', () => {
    expect(meaning({ controls: [...radios('Off', 'On'), { ...DECOY, state: 'off' }] })).toMatchObject({ state: 'on' });
  });
});

describe('rows of a list', () => {
  it('tell the state in the page’s own words, and are never proof', () => {
    expect(rowsMeaning(['Off'], { load: 7, stillness: 'long' })).toEqual({
      state: 'off',
      missing: 'served',
      label: 'Data for Generative AI Improvement',
      language: 'en',
      via: 'list',
      wordsKnown: true,
      layoutDescribed: true,
      recognisable: false,
      load: 7,
    });
    expect(rowsMeaning(['On'])).toMatchObject({ state: 'on', missing: 'served' });
  });

  it.each([
    ['de-AT', 'Aus'],
    ['pt_BR', 'Desativada'],
    ['it', 'No'],
    ['fr', 'Désactivé'],
  ])('are read in "%s"', (language, value) => {
    expect(rowsMeaning([value], { language })).toMatchObject({ state: 'off', language });
  });

  it.each([
    ['en', 'Perhaps'],
    ['en', 'Aus'],
    ['mi', 'Weto'],
  ])('say nothing certain in words that are not known (%s: %s), which are quoted', (language, value) => {
    expect(rowsMeaning([value], { language })).toMatchObject({ state: 'unknown', reason: 'unknown-word', word: value });
  });

  it('say nothing at all while a value may still come', () => {
    expect(rowsMeaning([''], { waited: false })).toBeNull();
    expect(rowsMeaning([''], { waited: true })).toMatchObject({ reason: 'no-value', word: '' });
  });

  it.each([
    [['Off', 'On'], 'several-values'],
    [['Off', 'Perhaps'], 'several-values'],
    [['Off', ''], undefined],
    [['Off', 'Disabled'], undefined],
  ])('of one setting that differ are no answer: %j', (values, reason) => {
    expect(rowsMeaning(values)).toMatchObject(reason ? { state: 'unknown', reason } : { state: 'off' });
  });

  it('in machine translation are no answer', () => {
    expect(rowsMeaning(['Off'], { translated: true })).toMatchObject({ state: 'unknown', reason: 'translated' });
  });
});

/** Mostly the value that speaks for an answer, so that many readings give one; now and then any other. */
function mostly<Value>(value: Value, other: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 12, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: other });
}

const anyText = fc.string({ maxLength: 20 });

const anyPageText: fc.Arbitrary<PageText> = fc.record({
  text: fc.oneof(anyText, fc.constantFrom(LABEL, GERMAN, JAPANESE, INVERTED, 'On', 'Off', 'Opt out')),
  as: fc.constantFrom('text', 'heading', 'link', 'button', 'unseen'),
  depth: fc.integer({ min: 1, max: 6 }),
});

const anyTexts = fc.array(anyPageText, { maxLength: 4 });

const anyControl: fc.Arbitrary<Control> = fc.record({
  markup: fc.constant('input[switch]'),
  sort: mostly<Control['sort']>('switch', fc.constantFrom('radio', 'pressed', 'select')),
  state: mostly<Control['state']>('off', fc.constantFrom('on', 'mixed', null)),
  options: mostly<Control['options']>([], fc.array(fc.record({ text: anyText, chosen: fc.boolean() }))),
  group: mostly<PageText[]>([], anyTexts),
  inert: mostly(false, fc.boolean()),
  doubts: mostly<Control['doubts']>([], fc.subarray(['restored', 'unspoken', 'hidden'])),
  name: mostly([pageText(LABEL)], anyTexts),
  before: mostly([pageText('Off')], anyTexts),
  after: mostly<PageText[]>([], anyTexts),
  sight: mostly<Control['sight']>('seen', fc.constantFrom('unseen', 'nothing')),
  apart: mostly(false, fc.boolean()),
});

const anyDecoy = anyControl.map((one) => ({ ...one, name: DECOY.name }));

const anyReading: fc.Arbitrary<Reading> = fc
  .record({
    tree: mostly('d', fc.constantFrom('m', 'g')),
    origin: mostly<Reading['origin']>('server', fc.constantFrom('cache', 'inside')),
    settled: mostly(true, fc.boolean()),
    stillness: mostly<Reading['stillness']>('still', fc.constantFrom('no', 'long')),
    waited: fc.boolean(),
    touched: mostly(false, fc.boolean()),
    switchedAt: mostly<number | null>(null, fc.nat()),
    lingering: mostly(false, fc.boolean()),
    language: mostly('en', fc.oneof(anyText, fc.constantFrom('de-AT', 'ja', 'it', 'sv', 'constructor'))),
    main: mostly(true, fc.boolean()),
    translated: mostly(false, fc.boolean()),
    controls: fc.oneof(
      fc.tuple(anyControl),
      fc.tuple(anyControl, anyDecoy),
      fc.tuple(anyDecoy, anyControl),
      fc.array(anyControl, { maxLength: 6 }),
    ),
    instead: mostly<Reading['snapshot']['instead']>(
      null,
      fc.constantFrom('sign-in', 'frame', 'placeholder', 'unreadable'),
    ),
  })
  .map(reading);

describe('whatever is read', () => {
  it('"off" has every proof only when every question is answered', () => {
    let confirmed = 0;
    fc.assert(
      fc.property(anyReading, (seen) => {
        const said = interpret(seen, AI_TRAINING);
        if (said.state !== 'off' || said.missing !== null) return;
        confirmed++;
        const { snapshot, ...around } = seen;
        expect(around).toMatchObject({ tree: 'd', origin: 'server', settled: true, touched: false, switchedAt: null });
        expect(around.lingering).toBe(false);
        expect(around.stillness).not.toBe('no');
        expect(snapshot.translated).toBe(false);
        expect([null, 'frame']).toContain(snapshot.instead);
        const vocabulary = vocabularyOf(AI_TRAINING, snapshot.language, []);
        const switches = snapshot.controls.filter(
          (one) => one.sort === 'switch' && one.sight !== 'nothing' && isNamed(one, vocabulary),
        );
        for (const one of switches) {
          expect(one).toMatchObject({ state: 'off', inert: false, sight: 'seen' });
          expect(one.doubts).not.toContain('restored');
        }
        expect(switches.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 2000 },
    );
    expect(confirmed).toBeGreaterThan(100);
  });

  it('"on" is never said of a switch that says "off", nor the other way round', () => {
    fc.assert(
      fc.property(anyReading, (seen) => {
        const said = interpret(seen, AI_TRAINING);
        const sorts = seen.snapshot.controls.map(({ sort }) => sort);
        fc.pre(said.state !== 'unknown' && sorts.every((sort) => sort === 'switch'));
        expect(seen.snapshot.controls.map(({ state }) => state)).toContain(said.state);
      }),
    );
  });

  it('rows are never proof, and say a state only by a known word', () => {
    fc.assert(
      fc.property(
        anyReading,
        fc.array(mostly('Off', fc.string({ maxLength: LIMITS.value })), { minLength: 1, maxLength: 3 }),
        (seen, values) => {
          const rows: Row[] = values.map((value) => row({ value }));
          const said = interpretRows(rows, seen);
          if (!said || said.state === 'unknown') return;
          expect(said).toMatchObject({ missing: 'served', via: 'list' });
          for (const value of values.filter(Boolean))
            expect(stateOfWord(seen.snapshot.language, value)).toBe(said.state);
        },
      ),
    );
  });

  it('there is an answer, or a reason on the list: it never throws', () => {
    fc.assert(
      fc.property(anyReading, (seen) => {
        const said = interpret(seen, AI_TRAINING);
        if (said.state === 'unknown') expect(REASONS).toContain(said.reason);
        else expect([null, ...PROOFS]).toContain(said.missing);
      }),
    );
  });
});
