import { useEffect, useRef, useState } from 'preact/hooks';
import type { LetterLanguage } from '../../objection/letter.ts';
import { useActions } from '../actions.ts';

/** Texts by language; null where the member went back to the draft. */
export type Edits = Partial<Record<LetterLanguage, string | null>>;

/** How long to wait after the last key before the text is kept, in milliseconds. */
const KEEP_AFTER = 400;

/**
 * What was edited here, ahead of what is stored, which comes later. `edit` keeps a text after the last key, or at once; `keepNow` keeps what
 * is still waiting for that.
 */
export function useLetters(stored: Record<string, string>): {
  edited: Edits;
  edit(language: LetterLanguage, text: string | null, isAtOnce?: boolean): void;
  keepNow(): void;
} {
  const { send } = useActions();
  const [edited, setEdited] = useState<Edits>({});
  const latest = useRef<Edits>({});
  const keepLater = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const keep = () => {
    clearTimeout(keepLater.current);
    const all = Object.entries({ ...stored, ...latest.current }).flatMap(([tag, text]) =>
      text === null ? [] : [[tag, text]],
    );
    return send({ type: 'change-objection', changes: { letters: Object.fromEntries(all) } });
  };
  const keepNow = useRef<() => void>(() => {});
  keepNow.current = () => Object.keys(latest.current).length > 0 && void keep();
  useEffect(() => {
    // Without this the last words typed before the guide goes away would be lost.
    const onLeave = () => keepNow.current();
    addEventListener('pagehide', onLeave);
    return () => {
      removeEventListener('pagehide', onLeave);
      onLeave();
    };
  }, []);

  return {
    edited,
    edit(language, text, isAtOnce = false) {
      latest.current = { ...latest.current, [language]: text };
      setEdited(latest.current);
      clearTimeout(keepLater.current);
      keepLater.current = setTimeout(() => void keep(), isAtOnce ? 0 : KEEP_AFTER);
    },
    keepNow: () => keepNow.current(),
  };
}
