import { AI_SETTING_URL } from '../../../src/linkedin/ai-setting.ts';
import { type Case, page } from './case.ts';
import { settingPage } from './markup.ts';

/** The setting's page at other addresses. */
export const address: Case[] = [
  page('absent', 'A01-guest-tree-off', settingPage(false), {
    why: 'in the tree of guests nobody is signed in',
    url: AI_SETTING_URL.replace('/d/', '/g/'),
  }),
  page('on', 'A03-encoded-hyphen', settingPage(true), { url: AI_SETTING_URL.replace('data-for', 'data%2Dfor') }),
  page('on', 'A05-double-slash', settingPage(true), { url: AI_SETTING_URL.replace('/settings/', '//settings/') }),
  page('off', 'A07-without-settings-part', settingPage(false), {
    url: AI_SETTING_URL.replace('/settings/', '/'),
    wait: 5000,
  }),
];
