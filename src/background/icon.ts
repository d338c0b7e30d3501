import type { Browser } from 'webextension-polyfill';
import { dateTime } from '../format.ts';
import type { Overview } from '../guidance/overview.ts';
import { sentences, t } from '../words.ts';
import { badgeFor, iconFiles } from './badge.ts';

/** The toolbar icon: what there is to say as picture, badge and title. */
export function iconOf(browser: Browser): { show(overview: Overview): Promise<void>; showTrouble(): Promise<void> } {
  /** What the icon shows for certain. Browsers decode its files again each time, so it is not set again without need. */
  let shown = '';
  return {
    async show(overview) {
      const badge = badgeFor(overview);
      if (JSON.stringify(badge) === shown) return;
      shown = '';
      const { icon, text, background, title, dates, also } = badge;
      await browser.action.setIcon({ path: iconFiles(icon) });
      await browser.action.setBadgeText({ text });
      await browser.action.setBadgeBackgroundColor({ color: background });
      await browser.action.setBadgeTextColor?.({ color: '#ffffff' });
      await browser.action.setTitle({ title: sentences(t(title, ...dates.map(dateTime)), also && t(also)) });
      shown = JSON.stringify(badge);
    },
    async showTrouble() {
      shown = '';
      await browser.action.setBadgeText({ text: '?' });
      await browser.action.setTitle({ title: t('title_trouble') });
    },
  };
}
