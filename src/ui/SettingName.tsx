import { language, t } from '../words.ts';

/** The AI setting's name as LinkedIn prints it, in the member's language where that is known, so that it can be found on the page. */
export function SettingName() {
  const nameLanguage = t('setting_name_language');
  return (
    <div class="called">
      <p>
        {t('setting_called')} <q lang={nameLanguage}>{t('setting_name')}</q>
      </p>
      {nameLanguage !== language().split('-')[0] && <p class="hint">{t('setting_called_english')}</p>}
    </div>
  );
}
