import { useState } from 'preact/hooks';
import type { ObjectionOverview } from '../../guidance/overview.ts';
import { type LetterLanguage, letterLanguage, objectionLetter } from '../../objection/letter.ts';
import { language, t } from '../../words.ts';
import { LetterEditor } from './LetterEditor.tsx';
import { useLetters } from './use-letters.ts';

/** The letter to copy into the form, in one of several languages, to be edited as the member likes. */
export function Letter({ objection }: { objection: ObjectionOverview }) {
  const [chosen, setChosen] = useState<LetterLanguage>(letterLanguage(language()));
  const { letters } = objection.record;
  const { edited, edit, keepNow } = useLetters(letters);
  const draft = objectionLetter(chosen, objection.law.id);
  const own = chosen in edited ? edited[chosen] : letters[chosen];
  const text = own ?? draft;
  return (
    <div class="stack">
      <LetterEditor
        name="letter"
        label="letter_label"
        hint="letter_hint"
        language={chosen}
        choose={(tag) => {
          keepNow();
          setChosen(tag);
        }}
        text={text}
        edit={(changed) => edit(chosen, changed)}
        copying={() => edit(chosen, text, true)}
      >
        {typeof own === 'string' && own !== draft && (
          <button type="button" onClick={() => edit(chosen, null, true)}>
            {t('letter_reset')}
          </button>
        )}
      </LetterEditor>
    </div>
  );
}
