import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/linkedin/reading.ts';
import { AI_TRAINING } from '../../../src/linkedin/settings.ts';
import words from '../../../src/linkedin/words.json';
import { compareLabel, knownLabel, languageKey, stateOfWord } from '../../../src/linkedin/words.ts';
import { LABEL } from './example-reading.ts';

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

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    '"%s" is one without known words, though every object has that name',
    (language) => {
      expect(compareLabel(AI_TRAINING, language, [LABEL])).toBe('unknown');
      expect(knownLabel(AI_TRAINING, language, [LABEL])).toBeUndefined();
      expect(stateOfWord(language, 'On')).toBeUndefined();
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

describe('a label', () => {
  it.each([
    ['en', LABEL],
    ['en-GB', LABEL],
    ['de-AT', GERMAN],
    ['fr', FRENCH],
    ['fr-CA', FRENCH.replace(' des ', ' les ')],
    ['pt_BR', 'Usar meus dados para treinar modelos de IA para criar conteúdos'],
    ['es', 'Usar mis datos para entrenar modelos de IA que crean contenido'],
  ])('in "%s" is the known one', (language, label) => {
    expect(compareLabel(AI_TRAINING, language, [label])).toBe('same');
    expect(knownLabel(AI_TRAINING, language, [label])).toBe(label);
  });

  it.each([
    ['capitals', LABEL.toUpperCase()],
    ['a final stop', `${LABEL}.`],
    ['white space around it', `  ${LABEL}\n`],
    ['white space folded another way', LABEL.replaceAll(' ', ' \n\t ')],
    ['spaces that do not break', LABEL.replaceAll(' ', '\u00a0')],
  ])('is the same with %s', (_, label) => {
    expect(compareLabel(AI_TRAINING, 'en', [label])).toBe('same');
  });

  it('is the same with either apostrophe', () => {
    expect(compareLabel(AI_TRAINING, 'fr', [FRENCH.replaceAll('’', "'")])).toBe('same');
    expect(compareLabel(AI_TRAINING, 'fr', [FRENCH.replaceAll('’', '‘')])).toBe('same');
  });

  it('is the same with its accents composed another way', () => {
    expect(compareLabel(AI_TRAINING, 'fr', [FRENCH.normalize('NFD')])).toBe('same');
  });

  it.each([
    ['inverted', 'Do not use my data for training content creation AI models'],
    ['renamed', 'Improve LinkedIn’s assistants'],
    ['cut', LABEL.slice(0, -1)],
    ['longer', `${LABEL} and more`],
    ['in another language', GERMAN],
    ['that of another setting', 'Social, economic, and workplace research'],
    ['empty', ''],
  ])('is another when it is %s', (_, label) => {
    expect(compareLabel(AI_TRAINING, 'en', [label])).toBe('different');
    expect(knownLabel(AI_TRAINING, 'en', [label])).toBeUndefined();
  });

  it('is another when the control has no text at all', () => {
    expect(compareLabel(AI_TRAINING, 'en', [])).toBe('different');
  });

  it('is found among several texts, and given as the page writes it', () => {
    const texts = ['On', LABEL.toUpperCase(), 'Learn more'];
    expect(compareLabel(AI_TRAINING, 'en', texts)).toBe('same');
    expect(knownLabel(AI_TRAINING, 'en', texts)).toBe(LABEL.toUpperCase());
  });

  it.each([
    ['has no known words', 'sv', LABEL],
    ['is not told', '', LABEL],
    ['has a known title, but no known label', 'it', 'Dati per migliorare l’IA generativa'],
    ['has words that are translations of articles only', 'ja', JAPANESE],
    ['has such words, and these are others', 'ja', '別のラベル'],
  ])('is not to be compared where the language %s', (_, language, label) => {
    expect(compareLabel(AI_TRAINING, language, [label])).toBe('unknown');
  });

  it('that is badly evidenced can be recognised, if not held against a page', () => {
    expect(knownLabel(AI_TRAINING, 'ja', [JAPANESE])).toBe(JAPANESE);
    expect(knownLabel(AI_TRAINING, 'ja', ['別のラベル'])).toBeUndefined();
  });

  it('in Chinese is recognised in the script it is known in, and in no other', () => {
    expect(knownLabel(AI_TRAINING, 'zh-CN', [CHINESE])).toBe(CHINESE);
    expect(knownLabel(AI_TRAINING, 'zh-TW', [CHINESE])).toBeUndefined();
  });

  it.each(['another-setting', 'constructor', '__proto__'])(
    'of the setting "%s", without known words, is not to be compared',
    (setting) => {
      expect(compareLabel(setting, 'en', [LABEL])).toBe('unknown');
      expect(knownLabel(setting, 'en', [LABEL])).toBeUndefined();
    },
  );
});

describe('the word beside a control', () => {
  it.each([
    ['en', 'On', 'Off'],
    ['en-US', 'on', 'OFF'],
    ['de-AT', 'Ein', 'Aus'],
    ['nl', 'Aan', 'Uit'],
    ['pt_BR', 'Ativada', 'Desativada'],
    ['pt', 'Ativado', 'Desativado'],
    ['it', 'Sì', 'No'],
  ])('in "%s": "%s" is on, "%s" is off', (language, on, off) => {
    expect(stateOfWord(language, on)).toBe('on');
    expect(stateOfWord(language, off)).toBe('off');
  });

  it.each([
    ['is not there', 'en', ''],
    ['is none of the two', 'en', 'New'],
    ['is a part of one', 'en', 'O'],
    ['is of another language', 'en', 'Aus'],
    ['is of another language, where it looks like one', 'en', 'No'],
    ['is of a language without known words', 'fr', 'On'],
    ['is of a language that is not told', '', 'On'],
  ])('says nothing when it %s', (_, language, word) => {
    expect(stateOfWord(language, word)).toBeUndefined();
  });
});

describe('the known words', () => {
  const labels = Object.values(words.labels[AI_TRAINING]).flatMap(({ toggle }) => toggle?.texts ?? []);
  const states = Object.values(words.states).flatMap(({ on, off }) => [...on, ...off]);

  it('are short enough to be read whole', () => {
    expect(labels.filter((label) => label.length > LIMITS.text)).toEqual([]);
    expect(states.filter((word) => word.length > LIMITS.stateWord)).toEqual([]);
  });

  it.each(Object.entries(words.states))('in "%s" never mean both on and off', (language, { on, off }) => {
    expect(on.map((word) => stateOfWord(language, word))).toEqual(on.map(() => 'on'));
    expect(off.map((word) => stateOfWord(language, word))).toEqual(off.map(() => 'off'));
  });
});
