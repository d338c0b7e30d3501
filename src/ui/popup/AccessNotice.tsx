import { useState } from 'preact/hooks';
import { t } from '../../words.ts';
import { useActions } from '../actions.ts';

/** Says that the browser keeps the extension from LinkedIn's settings pages, and asks for the access back. */
export function AccessNotice() {
  const { allowAccess } = useActions();
  const [isRefused, setRefused] = useState(false);
  return (
    <section class="problem" data-access="missing">
      <p>{t('access_missing')}</p>
      <button
        type="button"
        class="primary"
        onClick={() => void allowAccess().then((isAllowed) => setRefused(!isAllowed))}
      >
        {t('access_give')}
      </button>
      <p role="status">{isRefused && t('access_refused')}</p>
    </section>
  );
}
