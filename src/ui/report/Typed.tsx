import { countryName } from '../../format.ts';
import type { Overview } from '../../guidance/overview.ts';
import { sentences, t } from '../../words.ts';
import { stageSentence } from '../stage.ts';

/** What the member typed or chose, apart from what was read; marks stand with their settings. */
export function Typed({ overview: { region, objection } }: { overview: Overview }) {
  const { record } = objection;
  return (
    <section aria-labelledby="typed-heading">
      <h2 id="typed-heading">{t('report_typed_heading')}</h2>
      <ul>
        <li>
          {t('punctuation_value', t('region_heading'), region.chosen ? countryName(region.chosen) : t('region_none'))}
        </li>
        <li>
          {sentences(
            t('report_objection', stageSentence(objection)),
            record.caseNumber && t('life_case', record.caseNumber),
          )}
        </li>
      </ul>
    </section>
  );
}
