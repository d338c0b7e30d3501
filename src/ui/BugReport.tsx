import { useState } from 'preact/hooks';
import type { Overview } from '../audit/overview.ts';
import { type MessageKey, t } from '../words.ts';

type Props = { overview: Overview; copy(text: string): Promise<void> };

/** What maintainers need to know of a page that was misread, shown in full before it is copied. */
export function BugReport({ overview, copy }: Props) {
  const [outcome, setOutcome] = useState<MessageKey | null>(null);
  const { verdict, details, reasonNote, version } = overview;
  if (!details) return null;
  const { name, reason, sighting, failure } = verdict;
  const label = (failure ?? sighting)?.label ?? '';
  const text = JSON.stringify({ untrained: version, verdict: name, reason, reasonNote, label, ...details }, null, 2);
  return (
    <section class="quiet">
      <details>
        <summary>{t('details_summary')}</summary>
        <p>{t('details_why')}</p>
        <pre>{text}</pre>
        <button
          type="button"
          onClick={() =>
            copy(text).then(
              () => setOutcome('details_copied'),
              () => setOutcome('details_failed'),
            )
          }
        >
          {t('details_copy')}
        </button>
        <p role="status">{outcome && t(outcome)}</p>
      </details>
    </section>
  );
}
