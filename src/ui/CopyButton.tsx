import { useState } from 'preact/hooks';
import { type MessageKey, t } from '../words.ts';

/** A button that copies, and says whether the browser let it. */
export function CopyButton({ label, copy }: { label: MessageKey; copy(): Promise<void> }) {
  const [outcome, setOutcome] = useState<MessageKey | null>(null);
  const click = () =>
    copy().then(
      () => setOutcome('details_copied'),
      () => setOutcome('details_failed'),
    );
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
