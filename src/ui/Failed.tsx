import { t } from '../words.ts';
import { Main, unknownBecause } from './Main.tsx';

/** Stands in for a page when the background cannot tell what is stored. */
export function Failed() {
  return (
    <Main verdict={unknownBecause('background-failed')}>
      <h1 class="headline">{t('headline_unknown')}</h1>
      <p>{t('background_failed')}</p>
      <button type="button" class="primary" onClick={() => location.reload()}>
        {t('button_try_again')}
      </button>
    </Main>
  );
}
