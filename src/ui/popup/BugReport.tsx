import type { Overview } from '../../audit/overview.ts';
import { t } from '../../words.ts';
import { CopyButton } from '../CopyButton.tsx';

type Props = { overview: Overview; copy(text: string): Promise<void> };

/** What maintainers need to know of a page that was misread, shown in full before it is copied. */
export function BugReport({ overview, copy }: Props) {
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
        <CopyButton label="details_copy" copy={() => copy(text)} />
      </details>
    </section>
  );
}
