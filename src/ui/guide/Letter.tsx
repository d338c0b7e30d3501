import { useEffect, useRef, useState } from 'preact/hooks';
import type { Objection } from '../../audit/overview.ts';
import { languageName } from '../../format.ts';
import { LETTER_LANGUAGES, type LetterLanguage, letterLanguage, objectionLetter } from '../../objection/letter.ts';
import { OBJECTION_LIMITS } from '../../objection/limits.ts';
import { language, t } from '../../words.ts';
import { CopyButton } from '../CopyButton.tsx';
import type { ObjectionActions } from './Objection.tsx';

type Edits = Partial<Record<LetterLanguage, string | null>>;
type Props = { objection: Objection; actions: ObjectionActions };

/** How long to wait after the last key before the text is kept, in milliseconds. */
const KEEP_AFTER = 400;

/** The letter to copy into the form, in one of several languages, to be edited as the member likes. */
export function Letter({ objection, actions }: Props) {
  const [chosen, setChosen] = useState<LetterLanguage>(letterLanguage(language()));
  /** What was edited here, by language; null where the member went back to the draft. Ahead of what is stored, which comes later. */
  const [edited, setEdited] = useState<Edits>({});
  const { letters } = objection.record;
  const latest = useRef<Edits>({});
  const keepLater = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const keep = () => {
    clearTimeout(keepLater.current);
    const all = Object.entries({ ...letters, ...latest.current }).flatMap(([tag, text]) =>
      text === null ? [] : [[tag, text]],
    );
    return actions.keep({ type: 'change-objection', changes: { letters: Object.fromEntries(all) } });
  };
  const edit = (text: string | null, delay: number) => {
    latest.current = { ...latest.current, [chosen]: text };
    setEdited(latest.current);
    clearTimeout(keepLater.current);
    keepLater.current = setTimeout(() => void keep(), delay);
  };
  const leave = useRef<() => void>(() => {});
  leave.current = () => Object.keys(latest.current).length > 0 && void keep();
  useEffect(() => {
    // Without this the last words typed before the guide goes away would be lost.
    const onLeave = () => leave.current();
    addEventListener('pagehide', onLeave);
    return () => {
      removeEventListener('pagehide', onLeave);
      onLeave();
    };
  }, []);

  const draft = objectionLetter(chosen, objection.law.id);
  const own = chosen in edited ? edited[chosen] : letters[chosen];
  const text = own ?? draft;
  return (
    <div class="stack letter">
      <LanguageChoice
        id="letter-language"
        value={chosen}
        choose={(tag) => {
          leave.current();
          setChosen(tag);
        }}
      />
      <label for="letter">{t('letter_label')}</label>
      <textarea
        id="letter"
        name="letter"
        rows={12}
        lang={chosen}
        maxLength={OBJECTION_LIMITS.letter}
        value={text}
        onInput={({ currentTarget }) => edit(currentTarget.value, KEEP_AFTER)}
      />
      <p class="hint">{t('letter_hint')}</p>
      <CopyButton
        label="letter_copy"
        copy={() => {
          edit(text, 0);
          return actions.copy(text);
        }}
      />
      {typeof own === 'string' && own !== draft && (
        <button type="button" onClick={() => edit(null, 0)}>
          {t('letter_reset')}
        </button>
      )}
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
