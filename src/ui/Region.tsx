import { countriesByName, countryName, day } from '../format.ts';
import type { RegionOverview as RegionFacts } from '../guidance/overview.ts';
import type { RuleAnswer } from '../regions/rules.ts';
import type { Source } from '../regions/schema.ts';
import { t, tCode } from '../words.ts';
import { useActions } from './actions.ts';
import { Help } from './Help.tsx';

type Props = {
  region: RegionFacts;
  /** The organisation has set the country. */
  isManaged: boolean;
};

/** The member's region, chosen or guessed, and the rule in force there today with its date and sources. */
export function Region({ region, isManaged }: Props) {
  const { send } = useActions();
  const choose = (country: string | null) => void send({ type: 'choose-country', country });
  const { chosen, guess, rule } = region;
  const isGuess = chosen === null && guess !== null;
  return (
    <section aria-labelledby="region-heading">
      <h2 id="region-heading">{t('region_heading')}</h2>
      <label for="country">{t('region_label')}</label>
      <select
        id="country"
        name="country"
        value={chosen ?? ''}
        disabled={isManaged}
        aria-describedby="region-hint"
        onChange={({ currentTarget }) => choose(currentTarget.value || null)}
      >
        <option value="">{t('region_none')}</option>
        {countriesByName().map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      {isManaged && <p class="note">{t('managed_value')}</p>}
      <p id="region-hint" class="hint">
        {t('region_hint')}
      </p>
      {isGuess && (
        <p class="note guess">
          {t('region_guess', countryName(guess))}{' '}
          <button type="button" onClick={() => choose(guess)}>
            {t('region_guess_confirm', countryName(guess))}
          </button>
        </p>
      )}
      {rule && <Rule answer={rule} region={region} isGuess={isGuess} />}
    </section>
  );
}

function Rule({ answer, region, isGuess }: { answer: RuleAnswer; region: RegionFacts; isGuess: boolean }) {
  if (answer.kind === 'no-rule') {
    return (
      <div class="lines" data-region={answer.country} data-region-status="no-rule" data-region-guess={String(isGuess)}>
        <p>{tCode('no_rule', answer.reason, countryName(answer.country))}</p>
      </div>
    );
  }
  const { period, country, confidence } = answer;
  const { before, tableDate } = region;
  return (
    <div
      class="lines"
      data-region={country}
      data-region-status={period.status}
      data-region-since={period.from}
      data-region-guess={String(isGuess)}
    >
      <p>{tCode('rule', period.status, countryName(country), day(period.from))}</p>
      {period.status === 'exempt' && <Help term="exempt" />}
      {before?.status === 'exempt' && before.until && <p>{t('rule_was_exempt', day(before.until))}</p>}
      {confidence !== 'high' && <p class="note">{t(confidence === 'low' ? 'rule_presumed' : 'rule_reported')}</p>}
      {period.basis && <p>{tCode('basis', period.basis)}</p>}
      {period.basis?.startsWith('legitimate-interest') && <Help term="legitimate-interest" />}
      {period.basisConfidence === 'low' && <p class="note">{t('basis_uncertain')}</p>}
      {period.notes.map((note) => (
        <p key={note}>{tCode('note', note)}</p>
      ))}
      <details>
        <summary>{t('rule_sources', day(tableDate))}</summary>
        <ul>
          {period.sources.map((source) => (
            <li key={titleOf(source)}>
              {'url' in source ? (
                <a href={source.url} target="_blank" rel="noreferrer">
                  {titleOf(source)}
                </a>
              ) : (
                titleOf(source)
              )}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function titleOf(source: Source): string {
  if (!('url' in source)) return source.title;
  const { host, pathname } = new URL(source.url);
  return source.title ?? `${host}${pathname}`;
}
