import { useState } from 'preact/hooks';
import { type MessageKey, t } from '../words.ts';
import { useActions } from './actions.ts';

type Props = {
  label: MessageKey;
  text: string;
  /** Called before it is copied. */
  copying?(): void;
};

/** A button that copies, and says whether the browser let it. */
export function CopyButton({ label, text, copying }: Props) {
  const { copy } = useActions();
  const [outcome, setOutcome] = useState<MessageKey | null>(null);
  const click = () => {
    copying?.();
    return copy(text).then(
      () => setOutcome('details_copied'),
      () => setOutcome('details_failed'),
    );
  };
  return (
    <>
      <button type="button" onClick={() => void click()}>
        {t(label)}
      </button>
      <p role="status" class="hint">
        {outcome && t(outcome)}
      </p>
    </>
  );
}
