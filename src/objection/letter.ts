import type { LawId } from './laws.ts';
import de from './letters/de.json' with { type: 'json' };
import en from './letters/en.json' with { type: 'json' };
import es from './letters/es.json' with { type: 'json' };
import fr from './letters/fr.json' with { type: 'json' };
import it from './letters/it.json' with { type: 'json' };
import nl from './letters/nl.json' with { type: 'json' };
import pl from './letters/pl.json' with { type: 'json' };
import pt from './letters/pt.json' with { type: 'json' };

export const LETTER_LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl'] as const;
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number];

const LETTERS: Record<LetterLanguage, typeof en> = { en, de, fr, es, it, nl, pt, pl };

/** The company that answers for the data of members in the EU, the EEA and Switzerland, at the address it gives for letters. */
const CONTROLLER_IN_IRELAND = 'LinkedIn Ireland Unlimited Company, Wilton Plaza, Wilton Place, Dublin 2, Ireland';

/** What became of an objection. Days are written as "2026-11-24"; one that is not known is left for the member to fill in. */
export type Complaint = {
  law: LawId;
  authority: string | null;
  controllerInIreland: boolean;
  sentOn: string;
  /** Empty where LinkedIn gave none. */
  caseNumber: string;
  answer: 'none' | 'refused' | 'partly';
  answeredOn: string | null;
  /** Null where the law has no time limit that was verified. */
  deadline: string | null;
};

/** The language of the letters for a browser language tag ("pt-BR"): its own, else English. */
export function letterLanguage(tag: string): LetterLanguage {
  const [base] = tag.toLowerCase().split(/[-_]/);
  return LETTER_LANGUAGES.find((language) => language === base) ?? 'en';
}

/**
 * The letter for LinkedIn's objection form, as plain text. What only the member knows stands in square brackets. Source of the
 * articles: GDPR and UK GDPR Art. 6(1)(f), 12(3), 18(1)(d), 21(1); Swiss Federal Act on Data Protection Art. 30(2)(b), 32.
 */
export function objectionLetter(language: LetterLanguage, law: LawId): string {
  const { greeting, uses, closing, objection } = LETTERS[language];
  return paragraphs([
    objection.subject,
    greeting,
    objection.account,
    numbered(objection.objectTo, uses),
    objection.law[law],
    objection.reason,
    objection.stop,
    objection.answer[law],
    closing,
  ]);
}

/**
 * The letter to a data-protection authority on what became of an objection, as plain text with the member's own details in square
 * brackets. Source of the articles: GDPR Art. 12(3), 21, 77; UK GDPR Art. 12(3), 21 and Data Protection Act 2018 s. 165, where the
 * right to complain stands since UK GDPR Art. 77 was omitted; Swiss Federal Act on Data Protection Art. 30(2)(b), 49.
 */
export function complaintLetter(language: LetterLanguage, complaint: Complaint): string {
  const { greeting, uses, closing, complaint: texts } = LETTERS[language];
  const { law, authority, controllerInIreland, sentOn, caseNumber, answer, answeredOn, deadline } = complaint;
  const outcome = texts.answer[answer === 'none' && deadline === null ? 'noneYet' : answer];
  const letter = paragraphs([
    texts.subject,
    texts.recipient,
    greeting,
    texts.controller,
    texts.member,
    numbered(texts.sent, uses),
    caseNumber === '' ? outcome : `${texts.caseNumber} ${outcome}`,
    texts.law[law],
    texts.request,
    closing,
    texts.enclosures,
  ]);
  const day = (isoDay: string | null) => (isoDay === null ? texts.unknownDay : dayIn(language, isoDay));
  return fill(letter, {
    authority: authority ?? texts.unknownAuthority,
    controller: controllerInIreland ? CONTROLLER_IN_IRELAND : 'LinkedIn',
    sentOn: day(sentOn),
    caseNumber,
    answeredOn: day(answeredOn),
    deadline: day(deadline),
  });
}

function paragraphs(texts: string[]): string {
  return texts.join('\n\n');
}

function numbered(heading: string, items: string[]): string {
  return [heading, ...items.map((item, index) => `${index + 1}. ${item}`)].join('\n');
}

/** All at once, so that what is filled in is never taken for a token itself. */
function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (token, name: string) => values[name] ?? token);
}

function dayIn(language: LetterLanguage, isoDay: string): string {
  // English letters go to European authorities first of all.
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(isoDay));
}
