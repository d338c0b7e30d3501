import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../../src/linkedin/address.ts';
import { AI_SETTING_URL, AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { SETTINGS } from '../../../src/linkedin/settings.ts';
import { type NextPage, nextPages } from '../../../src/report/next-pages.ts';
import { isReadable } from '../../../src/report/rows.ts';
import type { SettingRecord } from '../../../src/storage/setting-record.ts';
import { DAY, failed, failedInList, listed, NOW, off, offUnproven, on, recordOf } from '../examples.ts';
import { storedWith } from './examples.ts';

const ADS = 'https://www.linkedin.com/mypreferences/d/categories/ads';
const PRIVACY = 'https://www.linkedin.com/mypreferences/d/categories/privacy';
const VISIBILITY = 'https://www.linkedin.com/mypreferences/d/categories/profile-visibility';

function pages(settings: Record<string, SettingRecord> = {}): NextPage[] {
  return nextPages(storedWith({ settings }), NOW);
}

function urls(settings: Record<string, SettingRecord> = {}): string[] {
  return pages(settings).map(({ url }) => url);
}

function pageOf(id: string, settings: Record<string, SettingRecord>): NextPage | undefined {
  return pages(settings).find(({ kind, settings: [first] }) => kind === 'setting' && first === id);
}

/** Every setting that can be read, read as this. */
function all(record: SettingRecord): Record<string, SettingRecord> {
  return Object.fromEntries(SETTINGS.filter(isReadable).map(({ id }) => [id, record]));
}

describe('the pages to open next', () => {
  it('begin with the AI setting’s own, then the categories that tell most, then single settings by importance', () => {
    expect(urls().slice(0, 4)).toEqual([AI_SETTING_URL, ADS, PRIVACY, VISIBILITY]);
    const single = pages().slice(4);
    expect(single.every(({ kind }) => kind === 'setting')).toBe(true);
    const priorities = single.map(({ settings: [id] }) => SETTINGS.find((one) => one.id === id)?.priority ?? 9);
    expect(priorities).toEqual(priorities.toSorted((a, b) => a - b));
  });

  it('name the settings that each would tell of', () => {
    expect(pages()[2]).toEqual({
      url: PRIVACY,
      kind: 'category',
      settings: ['research', 'messages', 'research-invites'],
    });
  });

  it('are only pages that the reader looks at', () => {
    expect(pages().filter(({ url, kind }) => parseAddress(url).kind !== kind)).toEqual([]);
  });

  it('are none once everything was read and is fresh', () => {
    expect(urls(all(recordOf(off())))).toEqual([]);
    expect(urls(all(recordOf(on())))).toEqual([]);
  });

  it('come back when the readings are stale', () => {
    expect(urls(all(recordOf(off(NOW - 31 * DAY))))).toEqual(urls());
  });

  it.each<[string, SettingRecord, boolean]>([
    ['was read as on', recordOf(on()), false],
    ['is confirmed off', recordOf(off()), false],
    ['is off and not confirmed', recordOf(offUnproven()), true],
    ['is off in the list', recordOf(listed('off')), true],
    ['could not be read', recordOf(failed('unstable')), true],
    ['failed after it was confirmed', recordOf(off(), failed('unstable')), true],
    ['is not offered', recordOf(failed('no-control')), false],
    ['was not offered long ago', recordOf(failed('no-control', NOW - 31 * DAY)), true],
  ])('where the AI setting %s: hold its page or not', (_, record, expected) => {
    expect(urls({ [AI_TRAINING]: record }).includes(AI_SETTING_URL)).toBe(expected);
  });

  it('hold no category that was opened lately: what its list did not tell, the settings’ own pages do', () => {
    const settings = { 'ads-age': recordOf(listed('off')), 'ads-gender': recordOf(failedInList('unknown-word')) };
    expect(urls(settings)).not.toContain(ADS);
    expect(pageOf('ads-gender', settings)).toBeDefined();
    expect(pageOf('ads-interests', settings)).toBeDefined();
    expect(pageOf('ads-age', settings)).toBeUndefined();
  });

  it('hold no category for a single setting, whose own page is more certain', () => {
    const settings = { ...all(recordOf(off())), research: recordOf() };
    expect(urls(settings)).toEqual(['https://www.linkedin.com/mypreferences/d/settings/policy-and-academic-research']);
  });

  it('do not repeat a page that has just failed', () => {
    expect(pageOf('research', { research: recordOf(failed('unstable')) })).toBeUndefined();
    expect(pageOf('research', { research: recordOf(failed('unstable', NOW - 31 * DAY)) })).toBeDefined();
  });
});
