import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import words from '../../src/linkedin/words.json' with { type: 'json' };
import { familiesOf, familyOf, formsOf, type Messages } from '../../tools/texts.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const LOCALES = join(ROOT, 'public', '_locales');
const GLOSSARIES = join(ROOT, 'docs', 'glossary');

/** A term of the design, the forms in which a language uses it, and the messages in which one of them has to stand. */
type Glossary = Record<string, { forms: string[] }>;

/** Where each term has to be the one of the glossary, in every language. */
const TERMS: Record<string, string[]> = {
  optedIn: ['headline_opted_in'],
  optedOut: ['headline_opted_out', 'title_opted_out', 'headline_opted_out_stale'],
  confirmed: ['evidence_confirmed', 'what_confirmed', 'history_confirmed', 'timeline_off'],
  notConfirmed: ['headline_unconfirmed', 'title_unconfirmed', 'outcome_unconfirmed'],
  switch: ['evidence_switch', 'show_switch', 'guide_switch_off'],
  setting: ['button_open', 'guide_open'],
  objection: ['objection_another', 'what_objection', 'calendar_title', 'report_objection'],
  legitimateInterest: ['what_legitimate_interest', 'basis_legitimate_interest_gdpr', 'basis_legitimate_interest_named'],
  notIncluded: ['headline_exempt', 'what_exempt', 'timeline_exempt'],
  report: ['report_heading', 'button_report'],
};

const FAMILIES = familiesOf(Object.keys(english));
const isForm = (key: string) => familyOf(key) !== key && FAMILIES.has(familyOf(key));

/** What LinkedIn calls the AI setting, where sources say so well enough to quote it. */
const NAMES = words.labels['ai-training'] as Record<string, { title: { texts: string[]; confidence: string } }>;

const placeholders = (text: string) => [...text.matchAll(/\$\d/g)].map(([one]) => one).sort();
const languages = readdirSync(LOCALES);
const translations = languages.filter((name) => name !== 'en');

describe.each(translations)('%s', (locale) => {
  const messages = JSON.parse(readFileSync(join(LOCALES, locale, 'messages.json'), 'utf8')) as Messages;
  const text = (key: string) => messages[key]?.message ?? '';

  it('has no text that English does not have, and none that is empty', () => {
    expect(Object.keys(messages).filter((key) => !isForm(key) && !(key in english))).toEqual([]);
    expect(Object.entries(messages).filter(([, { message }]) => !message.trim())).toEqual([]);
  });

  it('fills in the same things', () => {
    const differing = Object.entries(english).filter(
      ([key, { message }]) =>
        !isForm(key) && key in messages && String(placeholders(message)) !== String(placeholders(text(key))),
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
    const same = long.filter(([key, { message }]) => text(key) === message).map(([key]) => key);
    expect(same.filter((key) => key !== 'setting_name')).toEqual([]);
  });

  it('uses the terms of its glossary', () => {
    const file = join(GLOSSARIES, `${locale}.json`);
    expect(existsSync(file)).toBe(true);
    const glossary = JSON.parse(readFileSync(file, 'utf8')) as Glossary;
    expect(Object.keys(glossary).sort()).toEqual(Object.keys(TERMS).sort());
    for (const [term, keys] of Object.entries(TERMS)) {
      const forms = glossary[term]?.forms.map((form) => form.toLocaleLowerCase(text('language'))) ?? [];
      for (const key of keys.filter((one) => one in messages)) {
        const said = text(key).toLocaleLowerCase(text('language'));
        expect(
          forms.some((form) => said.includes(form)),
          `${term} in ${key}: ${said}`,
        ).toBe(true);
      }
    }
  });

  it('has no two placeholders side by side, which Chromium takes for one with a name and then loads nothing', () => {
    expect(Object.entries(messages).filter(([, { message }]) => /\$\d\$/.test(message))).toEqual([]);
  });

  it('has no characters that hide or turn text', () => {
    expect(
      Object.entries(messages).filter(([, { message }]) => /[\p{Cc}\u200b\u202a-\u202e\u2066-\u2069]/u.test(message)),
    ).toEqual([]);
  });
});

describe.each(languages)('%s, in numbers and names', (locale) => {
  const messages = JSON.parse(readFileSync(join(LOCALES, locale, 'messages.json'), 'utf8')) as Messages;
  const text = (key: string) => messages[key]?.message ?? '';
  const rules = new Intl.PluralRules(text('language'));
  const categories = rules.resolvedOptions().pluralCategories;
  const families = familiesOf(Object.keys(messages));

  it('is read in the direction of its script', () => {
    const { getTextInfo } = Intl.Locale.prototype as unknown as { getTextInfo(): { direction: string } };
    expect(text('direction')).toBe(getTextInfo.call(new Intl.Locale(text('language'))).direction);
  });

  it('has each plural form that the language has, and no other', () => {
    for (const family of families) {
      const forms = formsOf(Object.keys(messages), family);
      expect(forms.sort(), family).toEqual(categories.map((category) => `${family}_${category}`).sort());
    }
  });

  it('shows the number in every form that stands for more than one of them', () => {
    const numbers = Array.from({ length: 200 }, (_, number) => number);
    for (const family of families) {
      const wanted = placeholders(english[`${family}_other` as keyof typeof english].message);
      for (const category of categories) {
        const found = placeholders(text(`${family}_${category}`));
        const standsFor = numbers.filter((number) => rules.select(number) === category);
        // The number is the last; a form for a single number may say it in words. Zero never comes alone with one.
        const isAlone = standsFor.filter((number) => number > 0).length <= 1 && category !== 'other';
        expect(isAlone ? [wanted, wanted.slice(0, -1)] : [wanted], `${family}_${category}`).toContainEqual(found);
      }
    }
  });

  it("quotes LinkedIn's name of the setting where it is known, else in English", () => {
    const primary = text('language').split('-')[0] ?? '';
    const known = NAMES[primary]?.title;
    const isKnown = known !== undefined && known.confidence !== 'low';
    expect(text('setting_name')).toBe(isKnown ? known.texts[0] : english.setting_name.message);
    expect(text('setting_name_language')).toBe(isKnown ? primary : 'en');
  });
});
