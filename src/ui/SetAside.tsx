import { dateTime } from '../format.ts';
import type { StoredSetAside } from '../storage/stored.ts';
import { t } from '../words.ts';

type Props = {
  values: StoredSetAside['values'];
  /** Saves them as a file, where the page can. */
  save?(text: string): void;
};

/** Stored values that could not be understood: said, shown, and there to be copied or saved. */
export function SetAside({ values, save }: Props) {
  if (values.length === 0) return null;
  return (
    <section aria-labelledby="set-aside-heading" data-set-aside={values.length}>
      <h2 id="set-aside-heading">{t('set_aside_heading')}</h2>
      <p>{t('set_aside_why')}</p>
      {save && (
        <button type="button" data-export="set-aside" onClick={() => save(JSON.stringify(values, null, 2))}>
          {t('set_aside_save')}
        </button>
      )}
      <details>
        <summary>{t('set_aside_show')}</summary>
        {values.map(({ key, at, problem, value }) => (
          <pre key={`${key} ${at}`}>{`${dateTime(at)}\n${problem}\n${JSON.stringify(value, null, 2)}`}</pre>
        ))}
      </details>
    </section>
  );
}
