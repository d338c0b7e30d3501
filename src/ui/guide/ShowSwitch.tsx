import { useState } from 'preact/hooks';
import type { Verdict } from '../../verdict/verdict.ts';
import { t } from '../../words.ts';
import { useActions } from '../actions.ts';

type Props = {
  verdict: Verdict;
  /** It is what the member is to do next. */
  isNext?: boolean;
};

/** Has the page scroll to the switch, and says so where it cannot be told which one it is. */
export function ShowSwitch({ verdict, isNext = false }: Props) {
  const { showSwitch } = useActions();
  const [outcome, setOutcome] = useState<boolean | null>(null);
  const { sighting, failure } = verdict;
  // What was only seen in a list, or not since, has no place on the page that is certain.
  const isCertain = sighting?.via === 'page' && !failure;
  const click = async () => setOutcome(isCertain && (await showSwitch(sighting.label)));
  return (
    <>
      <button
        type="button"
        class={isNext ? 'primary' : undefined}
        data-action="show-switch"
        onClick={() => void click()}
      >
        {t('show_switch')}
      </button>
      <p role="status" class="hint">
        {outcome !== null && t(outcome ? 'show_switch_shown' : 'show_switch_uncertain')}
      </p>
    </>
  );
}
