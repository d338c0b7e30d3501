/** The id of the setting that the whole extension is about. */
export const AI_TRAINING = 'ai-training';

/** The address of the AI setting's own page. Six independent sources name it; a test holds it against the catalogue. */
export const AI_SETTING_URL = 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement';

const AI_SETTING_SLUG = 'data-for-ai-improvement';

/** Whether a path without its tree is the AI setting's. */
export function isAiSetting(path: string): boolean {
  return path.replace(/^settings\//, '') === AI_SETTING_SLUG;
}
