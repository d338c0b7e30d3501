import { useEffect, useRef, useState } from 'preact/hooks';
import type { Objection } from '../../guidance/overview.ts';
import { type LetterLanguage, letterLanguage, objectionLetter } from '../../objection/letter.ts';
import { language, t } from '../../words.ts';
import { useActions } from '../actions.ts';
import { LetterEditor } from './LetterEditor.tsx';

type Edits = Partial<Record<LetterLanguage, string | null>>;

/** How long to wait after the last key before the text is kept, in milliseconds. */
const KEEP_AFTER = 400;

/** The letter to copy into the form, in one of several languages, to be edited as the member likes. */
export function Letter({ objection }: { objection: Objection }) {
  const { send } = useActions();
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
    return send({ type: 'change-objection', changes: { letters: Object.fromEntries(all) } });
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
      <LetterEditor
        name="letter"
        label="letter_label"
        hint="letter_hint"
        language={chosen}
        choose={(tag) => {
          leave.current();
          setChosen(tag);
        }}
        text={text}
        edit={(changed) => edit(changed, KEEP_AFTER)}
        copying={() => edit(text, 0)}
      >
        {typeof own === 'string' && own !== draft && (
          <button type="button" onClick={() => edit(null, 0)}>
            {t('letter_reset')}
          </button>
        )}
      </LetterEditor>
    </div>
  );
}
