import { useState } from 'preact/hooks';
import type { ObjectionOverview } from '../../guidance/overview.ts';
import { type LetterLanguage, letterLanguage, objectionLetter } from '../../objection/letter.ts';
import { language, t } from '../../words.ts';
import { LetterEditor } from './LetterEditor.tsx';
import { useDrafts } from './use-drafts.ts';

/** The letter to copy into the form, in one of several languages, to be edited as the member likes. */
export function Letter({ objection }: { objection: ObjectionOverview }) {
  const [chosen, setChosen] = useState<LetterLanguage>(letterLanguage(language()));
  const { id, letters } = objection.record;
  const drafts = useDrafts(id);
  const draft = objectionLetter(chosen, objection.law.id);
  const stored = letters[chosen] ?? null;
  const own = drafts.text(chosen, stored);
  const text = own ?? draft;
  return (
    <div class="stack">
      <LetterEditor
        name="letter"
        label="letter_label"
        hint="letter_hint"
        language={chosen}
        choose={(tag) => {
          drafts.keepNow();
          setChosen(tag);
        }}
        text={text}
        edit={(changed) => drafts.edit(chosen, stored, changed)}
        copying={() => drafts.edit(chosen, stored, text, true)}
      >
        {own !== null && own !== draft && (
          <button type="button" onClick={() => drafts.edit(chosen, stored, null, true)}>
            {t('letter_reset')}
          </button>
        )}
        <p role="status" class="misfit">
          {drafts.failed && t('not_kept')}
        </p>
      </LetterEditor>
    </div>
  );
}
