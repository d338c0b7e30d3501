import { settingNamed } from '../../linkedin/settings.ts';
import type { NextPage } from '../../report/next-pages.ts';
import { t, tCount } from '../../words.ts';
import { categoryName, settingName } from './names.ts';

/** How many pages are named at once: more is no help in deciding. */
const SHOWN = 5;

/** Which pages to open next, for the member to open: none is opened by itself. */
export function NextPages({ pages }: { pages: NextPage[] }) {
  return (
    <section aria-labelledby="next-heading" class="no-print">
      <h2 id="next-heading">{t('report_next_heading')}</h2>
      {pages.length === 0 ? (
        <p>{t('report_next_none')}</p>
      ) : (
        <>
          <p>{t('report_next_why')}</p>
          <ol>
            {pages.slice(0, SHOWN).map(({ url, kind, settings }) => (
              <li key={url} data-next-page={kind}>
                <a href={url} target="_blank" rel="noreferrer">
                  {kind === 'category'
                    ? tCount('report_next_category', settings.length, categoryName(url.split('/').at(-1) ?? ''))
                    : openWords(settings[0])}
                </a>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function openWords(id: string | undefined): string {
  const setting = settingNamed(id ?? '');
  return t('setting_open', setting ? settingName(setting).name : '');
}
