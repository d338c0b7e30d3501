import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };

const ROOT = join(import.meta.dirname, '..', '..');
const LOCALES = join(ROOT, 'public', '_locales');
const GLOSSARIES = join(ROOT, 'docs', 'glossary');

type Messages = Record<string, { message: string; description?: string }>;
/** A term of the design, the forms in which a language uses it, and the messages in which one of them has to stand. */
type Glossary = Record<string, { forms: string[] }>;

/** Where each term has to be the one of the glossary, in every language. */
const TERMS: Record<string, string[]> = {
  optedIn: ['headline_opted_in'],
  optedOut: ['headline_opted_out', 'title_opted_out', 'headline_opted_out_stale'],
  confirmed: ['evidence_confirmed', 'history_confirmed', 'timeline_off'],
  notConfirmed: ['headline_unconfirmed', 'title_unconfirmed', 'outcome_unconfirmed'],
  switch: ['evidence_switch', 'show_switch', 'guide_switch_off'],
  setting: ['button_open', 'guide_open'],
  objection: ['objection_another', 'calendar_title', 'report_objection'],
  legitimateInterest: ['basis_legitimate_interest_gdpr', 'basis_legitimate_interest_named'],
  notIncluded: ['headline_exempt', 'timeline_exempt'],
  report: ['report_heading', 'button_report'],
};

const placeholders = (text: string) => [...text.matchAll(/\$\d/g)].map(([one]) => one).sort();
const languages = readdirSync(LOCALES).filter((name) => name !== 'en');

describe.each(languages)('%s', (locale) => {
  const messages = JSON.parse(readFileSync(join(LOCALES, locale, 'messages.json'), 'utf8')) as Messages;
  const text = (key: string) => messages[key]?.message ?? '';

  it('has every text, and no other', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
    expect(Object.entries(messages).filter(([, { message }]) => !message.trim())).toEqual([]);
  });

  it('fills in the same things', () => {
    const differing = Object.entries(english).filter(
      ([key, { message }]) => String(placeholders(message)) !== String(placeholders(text(key))),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('names itself by a tag that the browser knows', () => {
    const tag = text('language');
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
    expect(tag.split('-')[0]).toBe(locale === 'no' ? 'nb' : locale.split('_')[0]);
    expect(Intl.DateTimeFormat.supportedLocalesOf(tag)).toEqual([tag]);
  });

  it('keeps to what stores allow', () => {
    expect(text('extensionName').length).toBeLessThanOrEqual(45);
    expect(text('extensionDescription').length).toBeLessThanOrEqual(132);
    expect(text('extensionName')).toContain('Untrained');
  });

  it('is translated', () => {
    const long = Object.entries(english).filter(([, { message }]) => message.length > 30);
    expect(long.filter(([key, { message }]) => text(key) === message).map(([key]) => key)).toEqual([]);
  });

  it('uses the terms of its glossary', () => {
    const file = join(GLOSSARIES, `${locale}.json`);
    expect(existsSync(file)).toBe(true);
    const glossary = JSON.parse(readFileSync(file, 'utf8')) as Glossary;
    expect(Object.keys(glossary).sort()).toEqual(Object.keys(TERMS).sort());
    for (const [term, keys] of Object.entries(TERMS)) {
      const forms = glossary[term]?.forms.map((form) => form.toLocaleLowerCase(text('language'))) ?? [];
      for (const key of keys) {
        const said = text(key).toLocaleLowerCase(text('language'));
        expect(
          forms.some((form) => said.includes(form)),
          `${term} in ${key}: ${said}`,
        ).toBe(true);
      }
    }
  });

  it('has no characters that hide or turn text', () => {
    expect(
      Object.entries(messages).filter(([, { message }]) => /[\p{Cc}\u200b\u202a-\u202e\u2066-\u2069]/u.test(message)),
    ).toEqual([]);
  });
});
