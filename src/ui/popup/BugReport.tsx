import { useState } from 'preact/hooks';
import { bugReport, unknownLabel } from '../../guidance/bug-report.ts';
import type { PopupOverview } from '../../guidance/kept-overview.ts';
import { t } from '../../words.ts';
import { CopyButton } from '../CopyButton.tsx';

/** What maintainers need to know of a page that was misread, shown in full before it is copied. */
export function BugReport({ overview }: { overview: PopupOverview }) {
  const [withLabel, setWithLabel] = useState(false);
  const text = bugReport(overview, withLabel);
  if (text === null) return null;
  return (
    <section>
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
        <CopyButton label="details_copy" text={text} />
      </details>
    </section>
  );
}
