import type { Overview } from '../../guidance/overview.ts';
import { AI_SETTING_URL } from '../../linkedin/ai-setting.ts';
import { t } from '../../words.ts';
import { Footer } from '../Footer.tsx';
import { OpenLink } from '../OpenLink.tsx';
import { Region } from '../Region.tsx';
import { SettingName } from '../SettingName.tsx';

/** What the extension does and never does, the member's region, and the way to the setting. */
export function Welcome({ overview: { region, managed } }: { overview: Overview }) {
  return (
    <main>
      <h1>{t('welcome_heading')}</h1>
      <p class="lead">{t('welcome_lead')}</p>
      <section aria-labelledby="does-heading">
        <h2 id="does-heading">{t('welcome_does_heading')}</h2>
        <ul>
          <li>{t('welcome_does_reads')}</li>
          <li>{t('welcome_does_tells')}</li>
          <li>{t('welcome_does_reminds')}</li>
        </ul>
      </section>
      <section aria-labelledby="never-heading">
        <h2 id="never-heading">{t('welcome_never_heading')}</h2>
        <ul>
          <li>{t('welcome_never_changes')}</li>
          <li>{t('welcome_never_elsewhere')}</li>
          <li>{t('welcome_never_sends')}</li>
          <li>{t('welcome_never_knows')}</li>
        </ul>
        <p class="note">{t('welcome_terms')}</p>
      </section>
      <Region region={region} isManaged={managed.country !== undefined} />
      <section aria-labelledby="start-heading">
        <h2 id="start-heading">{t('welcome_start_heading')}</h2>
        <p>{t('step_open')}</p>
        <SettingName />
        <p>
          <OpenLink label="button_open" href={AI_SETTING_URL} />
        </p>
      </section>
      <Footer managed={managed} />
    </main>
  );
}
