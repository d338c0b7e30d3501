import type { ComponentChildren } from 'preact';
import { languageName } from '../../format.ts';
import { LETTER_LANGUAGES, type LetterLanguage } from '../../objection/letter.ts';
import { TYPED_LIMITS } from '../../storage/limits.ts';
import { type MessageKey, t } from '../../words.ts';
import { CopyButton } from '../CopyButton.tsx';

type Props = {
  name: 'letter' | 'complaint';
  label: MessageKey;
  hint: MessageKey;
  language: LetterLanguage;
  choose(language: LetterLanguage): void;
  text: string;
  edit(text: string): void;
  /** Called before the text is copied. */
  copying?(): void;
  /** What else can be done. */
  children?: ComponentChildren;
};

/** A letter in one of several languages, to be edited as the member likes, and copied. */
export function LetterEditor({ name, label, hint, language, choose, text, edit, copying, children }: Props) {
  return (
    <>
      <label for={`${name}-language`}>{t('letter_language')}</label>
      <select
        id={`${name}-language`}
        name={`${name}-language`}
        value={language}
        onChange={({ currentTarget }) => choose(currentTarget.value as LetterLanguage)}
      >
        {LETTER_LANGUAGES.map((tag) => (
          <option key={tag} value={tag} lang={tag}>
            {languageName(tag)}
          </option>
        ))}
      </select>
      <label for={name}>{t(label)}</label>
      <textarea
        id={name}
        name={name}
        rows={12}
        lang={language}
        maxLength={TYPED_LIMITS.letter}
        value={text}
        onInput={({ currentTarget }) => edit(currentTarget.value)}
      />
      <p class="hint">{t(hint)}</p>
      <CopyButton label="letter_copy" text={text} {...(copying ? { copying } : {})} />
      {children}
    </>
  );
}
