import { describe, expect, it } from 'vitest';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { LIMITS } from '../../../src/linkedin/limits.ts';
import words from '../../../src/linkedin/words.json';
import {
  areStatesKnown,
  claimsOn,
  endsInOn,
  hasInverter,
  isLabel,
  isPending,
  isSign,
  languageKey,
  namesOn,
  sortOf,
  stateOfWord,
  vocabularyOf,
} from '../../../src/linkedin/words.ts';
import { LABEL } from '../examples.ts';

const GERMAN = 'Ihre Daten zum Schulen von KI-Modellen verwenden, um Inhalte zu erstellen';
const FRENCH = 'Utiliser mes données pour entraîner des modèles d’IA de création de contenu';
const JAPANESE = 'コンテンツ作成AIモデルのトレーニングにデータを使用する';
const CHINESE = '使用我的数据训练内容创作AI模型';

describe('the language of a page', () => {
  it.each([
    ['en', 'en'],
    ['en-US', 'en'],
    ['EN-us', 'en'],
    ['de-AT', 'de'],
    ['pt_BR', 'pt'],
    ['pt-BR', 'pt'],
    ['', ''],
  ])('"%s" is "%s"', (tag, key) => {
    expect(languageKey(tag)).toBe(key);
  });

  it.each([
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh_CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-Hans', 'zh-Hans'],
    ['zh-Hans-CN', 'zh-Hans'],
    ['ZH-HANS-SG', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh_TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh-Hant', 'zh-Hant'],
    ['zh-Hant-TW', 'zh-Hant'],
  ])('"%s" is Chinese in the script "%s"', (tag, key) => {
    expect(languageKey(tag)).toBe(key);
  });

  it.each(['constructor', 'toString', 'hasOwnProperty'])(
    '"%s" is one without known words, though every object has that name',
    (language) => {
      expect(vocabularyOf(AI_TRAINING, language, [])).toEqual({ labels: [], titles: [], language });
      expect(areStatesKnown(language)).toBe(false);
      expect(stateOfWord(language, 'Ein')).toBeUndefined();
      expect(hasInverter('Nicht verwenden', language)).toBe(false);
    },
  );

  it.each([
    ['iw', 'he'],
    ['in', 'id'],
    ['in_ID', 'id'],
    ['nb-NO', 'no'],
  ])('"%s" is the old code of "%s"', (tag, key) => {
    expect(languageKey(tag)).toBe(key);
  });
});

/** What a text is on a page in a language, with labels that the member has recognised. */
function sort(text: string, language = 'en', recognised: string[] = []): string {
  return sortOf(text, vocabularyOf(AI_TRAINING, language, recognised));
}

describe('the words for a setting', () => {
  it.each([
    ['en', LABEL],
    ['en-GB', LABEL],
    ['de-AT', GERMAN],
    ['fr-CA', FRENCH],
    ['pt_BR', 'Usar meus dados para treinar modelos de IA para criar conteúdos'],
    ['es', 'Usar mis datos para entrenar modelos de IA que crean contenido'],
  ])('in "%s" have the known label', (language, label) => {
    expect(vocabularyOf(AI_TRAINING, language, []).labels).toContain(label);
  });

  it.each([
    ['sv', 'has no known words'],
    ['it', 'has a known title only'],
    ['ja', 'has translations of articles only'],
    ['zh-CN', 'has translations of articles only'],
  ])('in "%s" have no label, since it %s', (language) => {
    expect(vocabularyOf(AI_TRAINING, language, []).labels).toEqual([]);
  });

  it('have a title that is known where the label is not', () => {
    expect(vocabularyOf(AI_TRAINING, 'it', []).titles).toHaveLength(1);
  });

  it('on a page that names no language are those of all that are known', () => {
    const { labels } = vocabularyOf(AI_TRAINING, '', []);
    expect(labels).toEqual(expect.arrayContaining([LABEL, GERMAN, FRENCH]));
    expect(labels).not.toContain(JAPANESE);
    expect(labels).not.toContain(CHINESE);
  });

  it('have what the member has recognised besides', () => {
    expect(vocabularyOf(AI_TRAINING, 'ja', [JAPANESE]).labels).toEqual([JAPANESE]);
    expect(vocabularyOf(AI_TRAINING, 'en', ['Mine']).labels).toEqual([LABEL, 'Mine']);
  });

  it.each(['another-setting', 'constructor', '__proto__'])('are none for the setting "%s"', (setting) => {
    expect(vocabularyOf(setting, 'en', [])).toEqual({ labels: [], titles: [], language: 'en' });
  });
});

describe('the label', () => {
  it.each([
    ['as it is', LABEL],
    ['in capitals', LABEL.toUpperCase()],
    ['with a final stop', `${LABEL}.`],
    ['with white space around it', `  ${LABEL}\n`],
    ['with white space folded another way', LABEL.replaceAll(' ', ' \n\t ')],
    ['with spaces that do not break', LABEL.replaceAll(' ', '\u00a0')],
  ])('is itself %s', (_, text) => {
    expect(sort(text)).toBe('label');
  });

  it.each([
    ['a straight apostrophe', FRENCH.replaceAll('’', "'")],
    ['an opening apostrophe', FRENCH.replaceAll('’', '‘')],
    ['accents composed another way', FRENCH.normalize('NFD')],
    ['another article, which LinkedIn also writes', FRENCH.replace(' des ', ' les ')],
  ])('is itself with %s', (_, text) => {
    expect(sort(text, 'fr')).toBe('label');
  });

  it.each([
    ['turned round', 'Do not use my data for training content creation AI models'],
    ['renamed', 'Improve LinkedIn’s assistants'],
    ['cut', LABEL.slice(0, -1)],
    ['made longer', `${LABEL} and more`],
    ['in another language', GERMAN],
    ['that of another setting', 'Social, economic, and workplace research'],
    ['empty', ''],
  ])('is another when it is %s', (_, text) => {
    expect(sort(text)).not.toBe('label');
  });

  it('may be put together out of several texts, in order', () => {
    const vocabulary = vocabularyOf(AI_TRAINING, 'en', []);
    expect(isLabel(['Use my data for', 'training', 'content creation AI models'], vocabulary)).toBe(true);
    expect(isLabel(['content creation AI models', 'Use my data for training'], vocabulary)).toBe(false);
    expect(isLabel([], vocabulary)).toBe(false);
  });

  it('that the member has recognised is one in its language', () => {
    expect(sort(JAPANESE, 'ja')).not.toBe('label');
    expect(sort(JAPANESE, 'ja', [JAPANESE])).toBe('label');
  });
});

describe('a text is', () => {
  it.each([
    ['title', 'Data for Generative AI Improvement', 'en'],
    ['state', 'Off', 'en'],
    ['state', 'Désactivé', 'fr'],
    ['state', 'Turned on', 'de'],
    ['aside', 'New', 'en'],
    ['aside', 'NEU', 'de'],
    ['aside', 'Tap to toggle setting', 'en'],
    ['aside', '•', 'en'],
    ['aside', '', 'en'],
    ['prose', 'Can LinkedIn use your personal data and content?', 'en'],
    ['prose', 'When this setting is on, LinkedIn may use it.', 'en'],
    ['prose', 'これはデータの使用を許可します。', 'ja'],
    ['other', 'Show my profile photo', 'en'],
    ['other', 'Opt out', 'en'],
    ['other', 'Exclude me.', 'en'],
    ['other', 'Do not use my data for training content creation AI models.', 'en'],
    ['other', 'Nicht für das Training von Modellen verwenden.', 'de'],
    ['other', 'Offline', 'en'],
    ['other', 'Aus', 'fr'],
  ])('a %s: "%s" in "%s"', (expected, text, language) => {
    expect(sort(text, language)).toBe(expected);
  });
});

describe('a word that turns a meaning round', () => {
  it.each([
    ['Opt out of AI training', 'en'],
    ['Training without my data', 'en'],
    ['Don’t use it', 'en'],
    ['Meine Daten nicht verwenden', 'de'],
    ['Do not use it', 'mi'],
    ['Opt-out: AI', 'en'],
  ])('is found in "%s" (%s)', (text, language) => {
    expect(hasInverter(text, language)).toBe(true);
  });

  it.each([
    ['Data privacy', 'en'],
    ['Notable people', 'en'],
    ['Nonstop', 'en'],
    ['', 'en'],
  ])('is not found in "%s" (%s)', (text, language) => {
    expect(hasInverter(text, language)).toBe(false);
  });
});

describe('the word beside a control', () => {
  it.each([
    ['en', 'On', 'Off'],
    ['en-US', 'on', 'OFF'],
    ['en', 'Enabled', 'Disabled'],
    ['en', 'Turned on', 'Turned off'],
    ['de-AT', 'Ein', 'Aus'],
    ['nl', 'Aan', 'Uit'],
    ['pt_BR', 'Ativada', 'Desativada'],
    ['pt', 'Ativado', 'Desativado'],
    ['it', 'Sì', 'No'],
    ['fr', 'Oui', 'Non'],
    ['pl', 'Wł.', 'Wył.'],
  ])('in "%s": "%s" is on, "%s" is off', (language, on, off) => {
    expect(stateOfWord(language, on)).toBe('on');
    expect(stateOfWord(language, off)).toBe('off');
  });

  it.each(['de', 'fr', 'mi', ''])('may be English on a page in "%s"', (language) => {
    expect(stateOfWord(language, 'On')).toBe('on');
    expect(stateOfWord(language, 'Off')).toBe('off');
  });

  it.each([
    ['is not there', 'en', ''],
    ['is none of the two', 'en', 'New'],
    ['is a part of one', 'en', 'O'],
    ['is longer', 'en', 'Off for now'],
    ['is of another language', 'en', 'Aus'],
    ['is of a language without known words', 'mi', 'Kā'],
  ])('says nothing when it %s', (_, language, word) => {
    expect(stateOfWord(language, word)).toBeUndefined();
  });
});

describe('a text says that something is still to come', () => {
  it.each([
    ['en', 'Loading…'],
    ['mi', 'E uta ana...'],
    ['en', 'Please wait while we load your settings.'],
    ['en', 'We couldn’t load your settings'],
    ['en', 'Something went wrong. Try again later.'],
    ['de', 'Ihre Einstellungen werden geladen.'],
    ['de', 'Please wait'],
  ])('in "%s": %s', (language, text) => {
    expect(isPending(text, language)).toBe(true);
  });

  it.each([
    ['en', LABEL],
    ['en', 'When this setting is on, LinkedIn and its affiliates may use your data to train models.'],
    ['en', 'This explains at length what the setting is for and what it is not for, and goes on...'],
    ['fr', 'Please espere'],
    ['en', 'Downloading your data'],
  ])('not in "%s": %s', (language, text) => {
    expect(isPending(text, language)).toBe(false);
  });

  it.each(Object.entries(words.pending))('by every word that is known in "%s"', (language, { words: known }) => {
    expect(known.filter((word) => !isPending(`A ${word} b`, language))).toEqual([]);
  });
});

describe('a text says that the setting is on', () => {
  it.each([
    ['en', 'You are currently opted in to AI training.'],
    ['de', 'Die Nutzung ist derzeit aktiviert.'],
    ['de', 'You’ve opted in'],
  ])('in "%s": %s', (language, text) => {
    expect(claimsOn(text, language)).toBe(true);
  });

  it.each(['·', '|', '›'])('not by a sign that means nothing: %s', (sign) => {
    expect(isSign(sign)).toBe(false);
  });

  it.each(['✓', '✅', '!', '⚠', '🔛'])('by a sign alone: %s', (sign) => {
    expect(isSign(sign)).toBe(true);
    expect(isSign(`Note ${sign}`)).toBe(false);
  });

  it.each([
    ['en', LABEL],
    ['en', 'When this setting is on, LinkedIn and its affiliates may use your data to train models.'],
    ['fr', 'derzeit aktiviert'],
  ])('not in "%s": %s', (language, text) => {
    expect(claimsOn(text, language)).toBe(false);
  });

  it.each(Object.entries(words.claims))('by every word that is known in "%s"', (language, { words: known }) => {
    expect(known.filter((word) => !claimsOn(`A ${word} b`, language))).toEqual([]);
  });
});

describe('a text ends with a word for on', () => {
  it.each([
    ['en', 'AI training is on'],
    ['en', 'You’ve turned this on.'],
    ['en', 'Saved: On'],
    ['de', 'Die Nutzung ist aktiviert'],
    ['de', 'Saved: On'],
  ])('in "%s": %s', (language, text) => {
    expect(endsInOn(text, language)).toBe(true);
  });

  it.each([
    ['en', 'You are on the messaging overlay. Press enter to open the list of conversations.'],
    ['en', 'Skip to the main content on this page'],
    ['en', 'Season'],
    ['sv', 'Hoppa till innehållet på sidan'],
    ['en', ''],
  ])('not in "%s": %s', (language, text) => {
    expect(endsInOn(text, language)).toBe(false);
  });
});

describe('a text names something as on', () => {
  const vocabulary = vocabularyOf(AI_TRAINING, 'en', []);

  it.each([`${LABEL}: On`, `${LABEL} On`, 'Current choice: On', 'Status：on'])('%s', (text) => {
    expect(namesOn(text, vocabulary)).toBe(true);
  });

  it.each(['', LABEL, `${LABEL}: Off`, 'Current choice: Off', 'On', 'Note: this is on purpose', ':'])(
    'not %j',
    (text) => {
      expect(namesOn(text, vocabulary)).toBe(false);
    },
  );
});

describe('the known words', () => {
  const labels = Object.values(words.labels[AI_TRAINING]).flatMap(({ toggle }) => toggle?.texts ?? []);
  const states = Object.values(words.states).flatMap(({ on, off }) => [...on, ...off]);

  it('are short enough to be read whole', () => {
    expect(labels.filter((label) => label.length > LIMITS.text)).toEqual([]);
    expect(states.filter((word) => word.length > LIMITS.value)).toEqual([]);
  });

  it.each([
    ...Object.entries<{ on: string[]; off: string[] }>(words.states),
    ...Object.entries<{ on: string[]; off: string[] }>(words.shownWords),
  ])('in "%s" never mean both on and off', (language, { on, off }) => {
    expect(on.map((word) => stateOfWord(language, word))).toEqual(on.map(() => 'on'));
    expect(off.map((word) => stateOfWord(language, word))).toEqual(off.map(() => 'off'));
  });
});
