import type { StoredSetAside } from '../audit/stored.ts';
import { dateTime } from '../format.ts';
import { t } from '../words.ts';

/** Stored values that could not be understood: said, shown, and there to be copied. */
export function SetAside({ values }: { values: StoredSetAside['values'] }) {
  if (values.length === 0) return null;
  return (
    <section aria-labelledby="set-aside-heading" data-set-aside={values.length}>
      <h2 id="set-aside-heading">{t('set_aside_heading')}</h2>
      <p>{t('set_aside_why')}</p>
      <details>
        <summary>{t('set_aside_show')}</summary>
        {values.map(({ key, at, problem, value }) => (
          <pre key={`${key} ${at}`}>{`${dateTime(at)}\n${problem}\n${JSON.stringify(value, null, 2)}`}</pre>
        ))}
      </details>
    </section>
  );
}
