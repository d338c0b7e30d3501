import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LawId } from '../../../src/objection/laws.ts';
import {
  type Complaint,
  complaintLetter,
  LETTER_LANGUAGES,
  type LetterLanguage,
  letterLanguage,
  objectionLetter,
} from '../../../src/objection/letter.ts';
import { Letters } from '../../../src/objection/letter-schema.ts';

const LAWS: LawId[] = ['gdpr', 'uk-gdpr', 'swiss', 'none'];

/** A law by any of the names and short names that the eight languages have for it. */
const A_LAW = /GDPR|DSGVO|RGPD|\bAVG\b|RODO|FADP|\bDSG\b|\bLPD\b|Data Protection Act/;
/** "Article 21", "Art. 21", "artikel 21", "artículo 21", "artigo 21.º". */
const AN_ARTICLE = /\bart\p{L}*\.?\s*\d/iu;

const GDPR_NAMES: Record<LetterLanguage, string> = {
  en: 'GDPR',
  de: 'DSGVO',
  fr: 'RGPD',
  es: 'RGPD',
  it: 'GDPR',
  nl: 'AVG',
  pt: 'RGPD',
  pl: 'RODO',
};

const SUBJECT = /^(Subject|Betreff|Objet\u00a0|Asunto|Oggetto|Betreft|Assunto|Temat): \S/;

const COMPLAINT: Complaint = {
  law: 'gdpr',
  authority: 'Data Protection Commission',
  controllerInIreland: true,
  sentOn: '2026-11-24',
  caseNumber: '261124-000123',
  answer: 'none',
  answeredOn: null,
  deadline: '2026-12-28',
};

const OUTCOMES: Partial<Complaint>[] = [
  { answer: 'none' },
  { answer: 'none', deadline: null },
  { answer: 'refused', answeredOn: '2026-12-03' },
  { answer: 'partly', answeredOn: '2026-12-03' },
];

function objectionsIn(language: LetterLanguage): string[] {
  return LAWS.map((law) => objectionLetter(language, law));
}

function complaintsIn(language: LetterLanguage): string[] {
  return LAWS.flatMap((law) => OUTCOMES.map((outcome) => complaint(language, { ...outcome, law })));
}

/** The articles a letter names, as numbers, each once. */
function articlesIn(letter: string): number[] {
  const named = [...letter.matchAll(/\bart\p{L}*\.?\s*(\d+)/giu)].map(([, number]) => Number(number));
  return [...new Set(named)].sort((a, b) => a - b);
}

function complaint(language: LetterLanguage, changes: Partial<Complaint> = {}): string {
  return complaintLetter(language, { ...COMPLAINT, ...changes });
}

describe.each(LETTER_LANGUAGES)('the file of letters in "%s"', async (language) => {
  const { default: file } = await import(`../../../src/objection/letters/${language}.json`);
  const filledIn = expect.any(String);

  it('has every sentence of both letters, and the day it was checked', () => {
    expect(Letters.safeParse(file).error?.issues).toBeUndefined();
  });

  it('stands in the objection from subject to signature', () => {
    const { greeting, closing, objection } = Letters.parse(file);
    const { subject, account, objectTo, law, reason, stop, answer } = objection;
    const purposes = expect.stringContaining(objectTo);
    const paragraphs = [subject, greeting, account, purposes, law.gdpr, reason, stop, answer.gdpr, closing];
    expect(objectionLetter(language, 'gdpr').split('\n\n')).toEqual(paragraphs);
  });

  it('stands in the complaint from subject to enclosures', () => {
    const { greeting, closing, complaint: texts } = Letters.parse(file);
    const opening = [texts.subject, filledIn, greeting, filledIn, texts.member];
    const rest = [filledIn, filledIn, texts.law.gdpr, texts.request, closing, texts.enclosures];
    expect(complaint(language).split('\n\n')).toEqual([...opening, ...rest]);
  });
});

describe.each(LETTER_LANGUAGES)('every letter in "%s"', (language) => {
  const letters = [...objectionsIn(language), ...complaintsIn(language)];

  it('begins with its subject', () => {
    for (const letter of letters) expect(letter).toMatch(SUBJECT);
  });

  it('has no gap left that the extension had to fill', () => {
    for (const letter of letters) expect(letter).not.toMatch(/[{}]|undefined|null|Invalid|\n{3}| {2}|^ | $/m);
  });

  it('leaves the member’s own details to the member, in brackets', () => {
    for (const letter of letters) {
      expect(letter.match(/\[[^[\]]+\]/g)?.length).toBeGreaterThanOrEqual(5);
      expect(letter.replace(/\[[^[\]]+\]/g, '')).not.toMatch(/[[\]@]/);
    }
  });

  it('lists both uses of the data', () => {
    for (const letter of letters) expect(letter).toMatch(/:\n1\. .+;\n2\. .+\.\n\n/);
  });
});

it('no two languages have the same letters', () => {
  const all = LETTER_LANGUAGES.flatMap((language) => [...objectionsIn(language), ...complaintsIn(language)]);
  expect(new Set(all).size).toBe(all.length);
});

describe('an objection', () => {
  it.each(LETTER_LANGUAGES)('in "%s" is complete, and short enough to be read', (language) => {
    for (const letter of objectionsIn(language)) {
      expect(letter.length).toBeGreaterThan(900);
      expect(letter.length).toBeLessThan(2200);
    }
  });

  it.each(LETTER_LANGUAGES)('in "%s" names the articles of the GDPR, by its name in that language', (language) => {
    const letter = objectionLetter(language, 'gdpr');
    expect(articlesIn(letter)).toEqual([6, 12, 18, 21]);
    expect(letter).toContain(GDPR_NAMES[language]);
    expect(letter).not.toMatch(/UK GDPR/);
  });

  it.each(LETTER_LANGUAGES)('in "%s" names the same articles of the UK GDPR, and no other law', (language) => {
    const letter = objectionLetter(language, 'uk-gdpr');
    expect(articlesIn(letter)).toEqual([6, 12, 18, 21]);
    expect(letter.match(/UK GDPR/g)).toHaveLength(4);
    expect(letter.replaceAll('UK GDPR', '')).not.toMatch(A_LAW);
  });

  it.each(LETTER_LANGUAGES)('in "%s" names the Swiss act in Switzerland, not the GDPR', (language) => {
    const letter = objectionLetter(language, 'swiss');
    expect(articlesIn(letter)).toEqual([30, 32]);
    expect(letter).toMatch(/FADP|\bDSG\b|\bLPD\b/);
    expect(letter).not.toMatch(/GDPR|DSGVO|RGPD|\bAVG\b|RODO/);
  });

  it.each(LETTER_LANGUAGES)('in "%s" names no law where none is known', (language) => {
    const letter = objectionLetter(language, 'none');
    expect(letter).not.toMatch(A_LAW);
    expect(letter).not.toMatch(AN_ARTICLE);
  });

  it.each([
    ['en', 'within one month of receiving'],
    ['de', 'innerhalb eines Monats nach Eingang'],
    ['fr', 'un mois à compter de la réception'],
    ['es', 'un mes a partir de la recepción'],
    ['it', 'entro un mese dal ricevimento'],
    ['nl', 'binnen een maand na ontvangst'],
    ['pt', 'um mês a contar da receção'],
    ['pl', 'w terminie miesiąca od otrzymania'],
  ] as const)(
    'in "%s" asks for an answer within the month where the law sets one, and only there',
    (language, month) => {
      const asks = LAWS.filter((law) => objectionLetter(language, law).includes(month));
      expect(asks).toEqual(['gdpr', 'uk-gdpr']);
    },
  );
});

describe('a complaint', () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each(LETTER_LANGUAGES)('in "%s" rests on the GDPR, its Art. 77', (language) => {
    expect(articlesIn(complaint(language))).toEqual([12, 21, 77]);
    expect(complaint(language)).toContain(GDPR_NAMES[language]);
  });

  it.each(LETTER_LANGUAGES)('in "%s" rests on section 165 in the UK, where Art. 77 is gone', (language) => {
    const letter = complaint(language, { law: 'uk-gdpr', controllerInIreland: false });
    expect(articlesIn(letter)).toEqual([12, 21]);
    expect(letter).toMatch(/165 .*Data Protection Act 2018/);
    expect(letter.replaceAll(/UK GDPR|Data Protection Act/g, '')).not.toMatch(A_LAW);
  });

  it.each(LETTER_LANGUAGES)('in "%s" is a report under the Swiss act in Switzerland', (language) => {
    const letter = complaint(language, { law: 'swiss', deadline: null });
    expect(articlesIn(letter)).toEqual([30, 49]);
    expect(letter).toMatch(/FADP|\bDSG\b|\bLPD\b/);
  });

  it.each(LETTER_LANGUAGES)('in "%s" names no law where none is known', (language) => {
    const letter = complaint(language, { law: 'none', controllerInIreland: false, deadline: null });
    expect(letter).not.toMatch(A_LAW);
    expect(letter).not.toMatch(AN_ARTICLE);
  });

  it.each([
    ['en', '24 November 2026', '28 December 2026'],
    ['de', '24. November 2026', '28. Dezember 2026'],
    ['fr', '24 novembre 2026', '28 décembre 2026'],
    ['es', '24 de noviembre de 2026', '28 de diciembre de 2026'],
    ['it', '24 novembre 2026', '28 dicembre 2026'],
    ['nl', '24 november 2026', '28 december 2026'],
    ['pt', '24 de novembro de 2026', '28 de dezembro de 2026'],
    ['pl', '24 listopada 2026 r.', '28 grudnia 2026 r.'],
  ] as const)('in "%s" writes days as that language does', (language, sentOn, deadline) => {
    expect(complaint(language)).toContain(sentOn);
    expect(complaint(language)).toContain(deadline);
    expect(complaint(language)).not.toMatch(/2026-\d\d/);
    const refused = complaint(language, { answer: 'refused', answeredOn: '2026-12-28' });
    expect(refused).toContain(deadline);
  });

  it.each(['America/Los_Angeles', 'Pacific/Kiritimati'])('writes the same day for a member in %s', (timeZone) => {
    vi.stubEnv('TZ', timeZone);
    expect(complaint('de')).toContain('Am 24. November 2026 ');
  });

  it.each(LETTER_LANGUAGES)('in "%s" tells each outcome differently', (language) => {
    expect(new Set(OUTCOMES.map((outcome) => complaint(language, outcome))).size).toBe(OUTCOMES.length);
  });

  it.each(LETTER_LANGUAGES)('in "%s" speaks of a time limit only where there is one', (language) => {
    const days = (letter: string) => letter.match(/\b2026\b/g)?.length;
    expect(days(complaint(language))).toBe(2);
    expect(days(complaint(language, { deadline: null }))).toBe(1);
  });

  it.each(LETTER_LANGUAGES)('in "%s" leaves a day that is not known to the member', (language) => {
    const brackets = (letter: string) => letter.match(/\[/g)?.length ?? 0;
    const known = complaint(language, { answer: 'partly', answeredOn: '2026-12-03' });
    const unknown = complaint(language, { answer: 'partly', answeredOn: null });
    expect(brackets(unknown)).toBe(brackets(known) + 1);
  });

  it.each(LETTER_LANGUAGES)('in "%s" says nothing of a case number where there is none', (language) => {
    const [withNumber, without] = [complaint(language), complaint(language, { caseNumber: '' })];
    const [sentence = ''] = /[^\n]*261124-000123[^.]*\. /.exec(withNumber) ?? [];
    expect(sentence).toContain('261124-000123');
    expect(without).toBe(withNumber.replace(sentence, ''));
  });

  it.each(['$&', '{deadline}', '$1'])('writes a case number such as "%s" as the member typed it', (caseNumber) => {
    expect(complaint('en', { caseNumber })).toContain(`case number ${caseNumber}.`);
  });

  it.each(LETTER_LANGUAGES)('in "%s" names the authority, or leaves its name to the member', (language) => {
    expect(complaint(language)).toMatch(/^[^\n]+\n\n\w[^\n:]*: Data Protection Commission\n\n/);
    expect(complaint(language, { authority: null })).toMatch(/^[^\n]+\n\n\w[^\n:]*: \[[^\]]+\]\n\n/);
  });

  it.each(LETTER_LANGUAGES)(
    'in "%s" names LinkedIn Ireland with its address only where it is responsible',
    (language) => {
      const ireland = 'LinkedIn Ireland Unlimited Company, Wilton Plaza, Wilton Place, Dublin 2, Ireland.';
      expect(complaint(language)).toContain(`: ${ireland}`);
      expect(complaint(language, { controllerInIreland: false })).toContain(': LinkedIn.\n');
      expect(complaint(language, { controllerInIreland: false })).not.toContain('Dublin');
    },
  );
});

describe('the language of the letters', () => {
  it.each([
    ['pt-BR', 'pt'],
    ['de-CH', 'de'],
    ['en-GB', 'en'],
    ['fr', 'fr'],
    ['NL', 'nl'],
    ['es-419', 'es'],
    ['it_CH', 'it'],
    ['pl-PL', 'pl'],
  ])('for a browser in "%s" is "%s"', (tag, language) => {
    expect(letterLanguage(tag)).toBe(language);
  });

  it.each(['ja', 'den', 'pap-CW', '', 'constructor'])('for a browser in "%s" is English', (tag) => {
    expect(letterLanguage(tag)).toBe('en');
  });
});
