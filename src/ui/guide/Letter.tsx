import { useEffect, useRef, useState } from 'preact/hooks';
import type { Objection } from '../../audit/overview.ts';
import { languageName } from '../../format.ts';
import { LETTER_LANGUAGES, type LetterLanguage, letterLanguage, objectionLetter } from '../../objection/letter.ts';
import { OBJECTION_LIMITS } from '../../objection/limits.ts';
import { language, t } from '../../words.ts';
import { CopyButton } from '../CopyButton.tsx';
import type { ObjectionActions } from './Objection.tsx';

type Props = { objection: Objection; actions: ObjectionActions };

/** How long to wait after the last key before the text is kept, in milliseconds. */
const KEEP_AFTER = 400;

/** The letter to copy into the form, in one of several languages, to be edited as the member likes. */
export function Letter({ objection, actions }: Props) {
  const [chosen, setChosen] = useState<LetterLanguage>(letterLanguage(language()));
  return (
    <div class="stack letter">
      <LanguageChoice id="letter-language" value={chosen} choose={setChosen} />
      <Editor key={chosen} language={chosen} objection={objection} actions={actions} />
    </div>
  );
}

export function LanguageChoice(props: { id: string; value: LetterLanguage; choose(language: LetterLanguage): void }) {
  const { id, value, choose } = props;
  return (
    <>
      <label for={id}>{t('letter_language')}</label>
      <select
        id={id}
        name={id}
        value={value}
        onChange={({ currentTarget }) => choose(currentTarget.value as LetterLanguage)}
      >
        {LETTER_LANGUAGES.map((tag) => (
          <option key={tag} value={tag} lang={tag}>
            {languageName(tag)}
          </option>
        ))}
      </select>
    </>
  );
}

function Editor({ language, objection, actions }: Props & { language: LetterLanguage }) {
  const { letters } = objection.record;
  const draft = objectionLetter(language, objection.law.id);
  const [own, setOwn] = useState(letters[language] ?? null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const text = own ?? draft;

  const keep = (edited: string | null) => {
    const { [language]: _, ...others } = letters;
    const changes = { letters: edited === null ? others : { ...others, [language]: edited } };
    void actions.keep({ type: 'change-objection', changes });
  };
  const edit = (edited: string) => {
    setOwn(edited);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => keep(edited), KEEP_AFTER);
  };
  const startAgain = () => {
    clearTimeout(timer.current);
    setOwn(null);
    keep(null);
  };
  // Without this, the last words typed before another language is chosen would be lost.
  const latest = useRef<() => void>(() => {});
  latest.current = () => own !== null && own !== letters[language] && keep(own);
  useEffect(() => () => latest.current(), []);

  return (
    <>
      <label for="letter">{t('letter_label')}</label>
      <textarea
        id="letter"
        name="letter"
        rows={12}
        lang={language}
        maxLength={OBJECTION_LIMITS.letter}
        value={text}
        onInput={({ currentTarget }) => edit(currentTarget.value)}
        onBlur={() => latest.current()}
      />
      <p class="hint">{t('letter_hint')}</p>
      <CopyButton
        label="letter_copy"
        copy={() => {
          setOwn(text);
          keep(text);
          return actions.copy(text);
        }}
      />
      {own !== null && own !== draft && (
        <button type="button" onClick={startAgain}>
          {t('letter_reset')}
        </button>
      )}
    </>
  );
}
