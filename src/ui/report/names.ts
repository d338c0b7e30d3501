import { AI_TRAINING } from '../../linkedin/ai-setting.ts';
import type { Outcome } from '../../report/rows.ts';
import { t, tCode, tData } from '../../words.ts';

/** The name of one of LinkedIn's categories. */
export function categoryName(category: string): string {
  return tData('category', category);
}

/** A setting's name as LinkedIn prints it, with the language it is in: the member's own where that is known, else English. */
export function settingName({ id, label }: { id: string; label: string }): { name: string; lang: string } {
  if (id !== AI_TRAINING) return { name: label, lang: 'en' };
  return { name: t('setting_name'), lang: t('setting_name_language') };
}

/** The name of an outcome. */
export function outcomeName(outcome: Outcome): string {
  return tCode('outcome', outcome);
}
