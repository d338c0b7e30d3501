import { useState } from 'preact/hooks';
import { countsOf, OUTCOMES, type Outcome, type ReportRow, sectionsOf } from '../../report/rows.ts';
import { NOTHING_KNOWN } from '../../storage/nothing.ts';
import type { Stored } from '../../storage/stored.ts';
import { language, t } from '../../words.ts';
import { categoryName, outcomeName } from './names.ts';
import { SettingRow } from './SettingRow.tsx';

type Props = {
  rows: ReportRow[];
  known: Stored['settings'];
  now: number;
};

/** LinkedIn's name for the settings that no list has, in the catalogue. */
const SEPARATE = '(separate page)';

/** Every setting in LinkedIn's own sections. The counts on top are the filters. */
export function Settings({ rows, known, now }: Props) {
  const [filter, setFilter] = useState<Outcome | null>(null);
  const counts = countsOf(rows);
  const shown = filter ? rows.filter(({ outcome }) => outcome === filter) : rows;
  return (
    <section aria-labelledby="settings-heading">
      <h2 id="settings-heading">{t('report_settings_heading')}</h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, these are buttons */}
      <div class="filters" role="group" aria-label={t('report_filter')}>
        <button type="button" aria-pressed={filter === null} onClick={() => setFilter(null)}>
          {t('report_filter_all', String(rows.length))}
        </button>
        {OUTCOMES.map((outcome) => (
          <button
            key={outcome}
            type="button"
            data-filter={outcome}
            data-count={counts[outcome]}
            aria-pressed={filter === outcome}
            onClick={() => setFilter(filter === outcome ? null : outcome)}
          >
            {t('punctuation_value', outcomeName(outcome), String(counts[outcome]))}
          </button>
        ))}
      </div>
      {language() !== 'en' && <p class="hint">{t('report_names_english')}</p>}
      {shown.length === 0 && <p role="status">{t('report_filter_none')}</p>}
      {sectionsOf(shown).map(({ category, sections }) => (
        <section key={category} aria-label={categoryName(category)} class="category">
          <h3>{categoryName(category)}</h3>
          {sections.map(({ section, rows }) => (
            <div key={section} class="group">
              <h4 lang={section === SEPARATE ? undefined : 'en'}>
                {section === SEPARATE ? t('section_separate') : section}
              </h4>
              <ul class="rows">
                {rows.map((row) => (
                  <SettingRow
                    key={row.setting.id}
                    row={row}
                    record={known[row.setting.id] ?? NOTHING_KNOWN}
                    now={now}
                  />
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </section>
  );
}
