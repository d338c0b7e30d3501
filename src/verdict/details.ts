import { isNamed } from '../linkedin/naming.ts';
import type { Control, Reading } from '../linkedin/reading.ts';
import { settingAt } from '../linkedin/settings.ts';
import words from '../linkedin/words.json' with { type: 'json' };
import { languageKey, vocabularyOf } from '../linkedin/words.ts';
import { DESCRIBED, type Details } from '../storage/details.ts';

/** What elements and roles are called by the names of. A page can make up any other. */
const ELEMENTS = ['input', 'button', 'div', 'span', 'a', 'label', 'select', 'li', 'p', 'td'] as const;
const ROLES = ['switch', 'checkbox', 'menuitemcheckbox', 'radio', 'menuitemradio', 'button'] as const;
const PART = new RegExp(`^(${ELEMENTS.join('|')})(\\[(${ROLES.join('|')})\\])?$`);

/** Languages that have words here. */
const LANGUAGES = Object.keys(words.labels['ai-training']);

/** Reduces a reading to its structure. */
export function detailsOf(reading: Reading): Details {
  const { kind, tree, path, origin, settled, stillness, touched, switchedAt, lingering, snapshot } = reading;
  const { language, main, instead, loading, translated, rows, controls } = snapshot;
  const setting = settingAt(`/mypreferences/${tree}/${path}`)?.id;
  const isTold = (control: Control) => isKnownlyNamed(control, setting, language);
  // Before all others those that are named as the setting.
  const chosen = controls.toSorted((a, b) => Number(isTold(b)) - Number(isTold(a))).slice(0, DESCRIBED);
  const described = controls.filter((control) => chosen.includes(control));
  return {
    page: kind === 'category' ? 'category' : (setting ?? '?'),
    language: knownLanguage(language),
    origin,
    settled,
    stillness,
    touched,
    switched: switchedAt !== null,
    lingering,
    main,
    instead,
    loading,
    translated,
    rows: rows.length,
    controls: described.map((control) => ({
      markup: knownMarkup(control.markup),
      state: control.state,
      sort: control.sort,
      options: control.options.length,
      inert: control.inert,
      doubts: control.doubts,
      texts: control.name.length,
      // How much stands beside main says nothing of the switch, and would be one more number that a page could choose.
      textsBefore: control.before.filter(({ as }) => as !== 'notice').length,
      sight: control.sight,
      apart: control.apart,
      named: isTold(control),
    })),
    others: controls.length - described.length,
  };
}

function isKnownlyNamed(control: Control, setting: string | undefined, language: string): boolean {
  return setting !== undefined && isNamed(control, vocabularyOf(setting, language, []));
}

function knownLanguage(tag: string): string {
  const key = languageKey(tag);
  return LANGUAGES.includes(key) ? key.toLowerCase() : '?';
}

function knownMarkup(markup: string): string {
  return markup
    .split(' > ')
    .slice(0, 3)
    .map((part) => (PART.test(part) ? part : 'other'))
    .join(' > ');
}
