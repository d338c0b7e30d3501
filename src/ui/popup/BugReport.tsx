import { useState } from 'preact/hooks';
import { bugReport, unknownLabel } from '../../audit/bug-report.ts';
import type { Overview } from '../../audit/overview.ts';
import { t } from '../../words.ts';
import { CopyButton } from '../CopyButton.tsx';

type Props = { overview: Overview; copy(text: string): Promise<void> };

/** What maintainers need to know of a page that was misread, shown in full before it is copied. */
export function BugReport({ overview, copy }: Props) {
  const [withLabel, setWithLabel] = useState(false);
  const text = bugReport(overview, withLabel);
  if (text === null) return null;
  return (
    <section class="quiet">
      <details>
        <summary>{t('details_summary')}</summary>
        <p>{t('details_why')}</p>
        {unknownLabel(overview) !== null && (
          <label class="check">
            <input
              type="checkbox"
              name="with-label"
              checked={withLabel}
              onChange={({ currentTarget }) => setWithLabel(currentTarget.checked)}
            />
            {t('details_label')}
          </label>
        )}
        <pre>{text}</pre>
        <CopyButton label="details_copy" copy={() => copy(text)} />
      </details>
    </section>
  );
}
