import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import type { Reading } from '../../../src/linkedin/reading.ts';
import { SETTINGS } from '../../../src/linkedin/settings.ts';
import { detailsOf } from '../../../src/verdict/details.ts';
import { observationsOf } from '../../../src/verdict/observation.ts';
import { control, LABEL, listReading, NOW, pageText, reading, row } from '../examples.ts';
import { loadPage } from '../linkedin/load-page.ts';

const ON_ROW = row({ path: '/mypreferences/d/settings/policy-and-academic-research', label: 'Research', value: 'On' });

function settingsIn(seen: Reading): string[] {
  return observationsOf(seen, NOW).map(({ setting }) => setting);
}

describe('a setting’s own page', () => {
  it('tells of that setting, with the time, the structure and what it means', () => {
    const seen = reading({ load: 7 });
    expect(observationsOf(seen, NOW)).toEqual([
      {
        setting: AI_TRAINING,
        observation: {
          at: NOW,
          switchedAt: null,
          details: detailsOf(seen),
          load: 7,
          state: 'off',
          missing: null,
          label: LABEL,
          language: 'en',
          via: 'page',
          wordsKnown: true,
          layoutDescribed: true,
          recognisable: false,
        },
      },
    ]);
  });

  it('tells when it was switched', () => {
    expect(observationsOf(reading({ touched: true, switchedAt: NOW - 7 }), NOW)).toMatchObject([
      { observation: { switchedAt: NOW - 7, state: 'off', missing: 'served' } },
    ]);
  });

  it('tells nothing in the tree of guests, who are not signed in', () => {
    expect(settingsIn(reading({ tree: 'g' }))).toEqual([]);
    expect(settingsIn(listReading({ tree: 'g' }))).toEqual([]);
  });

  it('tells what the member has recognised as the setting, and in no other language and for no other setting', () => {
    const label = 'Tuku raraunga mō te AI';
    const seen = reading({ language: 'mi', controls: [control({ name: [pageText(label)] })] });
    const yes = { setting: AI_TRAINING, label, language: 'mi', answer: 'yes' as const };
    const missing = (...recognised: (typeof yes)[]) => {
      const [first] = observationsOf(seen, NOW, recognised);
      return first?.observation.state === 'off' ? first.observation.missing : first?.observation.state;
    };
    expect(missing()).toBe('named');
    expect(missing(yes)).toBeNull();
    expect(missing({ ...yes, language: 'en' })).toBe('named');
    expect(missing({ ...yes, setting: 'research' })).toBe('named');
    // Once a label is known in a language, another one is a changed wording.
    expect(missing({ ...yes, label: 'Another' })).toBe('unknown');
  });

  it('asks about a label that nobody knows, until the member has answered, and believes it no more after a no', () => {
    const label = 'Tuku raraunga mō te AI';
    const seen = reading({ language: 'mi', controls: [control({ name: [pageText(label)] })] });
    const about = { setting: AI_TRAINING, label, language: 'mi' };
    expect(observationsOf(seen, NOW)).toMatchObject([
      { observation: { state: 'off', missing: 'named', label, recognisable: true } },
    ]);
    expect(observationsOf(seen, NOW, [{ ...about, answer: 'yes' }])).toMatchObject([
      { observation: { state: 'off', recognisable: false } },
    ]);
    expect(observationsOf(seen, NOW, [{ ...about, answer: 'no' }])).toMatchObject([
      { observation: { state: 'unknown', reason: 'wording-changed', recognisable: false } },
    ]);
  });

  it('tells why it gave no answer', () => {
    expect(observationsOf(reading({ controls: [] }), NOW)).toMatchObject([
      { setting: AI_TRAINING, observation: { state: 'unknown', reason: 'no-control' } },
    ]);
  });

  it('tells nothing of the rows that stand on it', () => {
    expect(settingsIn(reading({ rows: [row(), ON_ROW] }))).toEqual([AI_TRAINING]);
  });

  it.each([
    ['another switch', 'd', 'settings/ads-personalization', ['ads-personalization']],
    ['a switch that is not under settings/', 'd', 'member-cookies', ['cookies']],
    ['the AI setting in another tree', 'm', 'settings/data-for-ai-improvement', [AI_TRAINING]],
    ['a setting at its former address', 'd', 'settings/share-data-with-select-partners', ['partner-sharing']],
    ['a setting at its present address', 's', 'settings/share-data-with-trusted-partners', ['partner-sharing']],
    ['a setting that is no switch', 'd', 'demographic-info-copy', []],
    ['a setting that is no switch, at its former address', 'd', 'data-sharing-for-permitted-services', []],
    ['a setting that the catalogue does not know', 'd', 'settings/dark-mode', []],
    ['a name that every object has', 'd', 'constructor', []],
  ])('of %s (%s/%s) tells of %j', (_, tree, path, settings) => {
    expect(settingsIn(reading({ tree, path }))).toEqual(settings);
  });
});

describe('a category page', () => {
  it('tells of each switch that it lists, in its order', () => {
    const seen = listReading({ load: 7, rows: [row(), ON_ROW] });
    const about = { at: NOW, switchedAt: null, details: detailsOf(seen), load: 7, language: 'en', via: 'list' };
    const known = { wordsKnown: true, layoutDescribed: true, recognisable: false, missing: 'served' };
    expect(observationsOf(seen, NOW)).toEqual([
      {
        setting: AI_TRAINING,
        observation: { ...about, ...known, state: 'off', label: 'Data for Generative AI Improvement' },
      },
      { setting: 'research', observation: { ...about, ...known, state: 'on', label: 'Research' } },
    ]);
  });

  it.each(
    SETTINGS.filter(({ control }) => control === 'switch').flatMap(({ id, paths }) => paths.map((path) => [path, id])),
  )('tells by the address %s of "%s"', (path, id) => {
    expect(settingsIn(listReading({ rows: [row({ path })] }))).toEqual([id]);
  });

  it.each(SETTINGS.filter(({ control }) => control !== 'switch').flatMap(({ paths }) => paths))(
    'tells nothing by the address %s, which is no switch’s',
    (path) => {
      expect(settingsIn(listReading({ rows: [row({ path })] }))).toEqual([]);
    },
  );

  it.each([
    ['a setting that the catalogue does not know', '/mypreferences/d/settings/dark-mode'],
    ['another category', '/mypreferences/d/categories/privacy'],
    ['the start of the settings', '/mypreferences/d/settings/'],
    ['a page elsewhere', '/feed/'],
    ['a page elsewhere that ends alike', '/feed/settings/data-for-ai-improvement'],
    ['a name that every object has', 'constructor'],
    ['no address', ''],
  ])('tells nothing of %s ("%s")', (_, path) => {
    expect(settingsIn(listReading({ rows: [row({ path })] }))).toEqual([]);
  });

  it('tells of the known rows among others', () => {
    const rows = [row({ path: '/feed/' }), row(), row({ path: '/mypreferences/d/permitted-services' }), ON_ROW];
    expect(settingsIn(listReading({ rows }))).toEqual([AI_TRAINING, 'research']);
  });

  it('tells nothing of a row without a value until the whole wait is over', () => {
    const rows = [row({ value: '' }), ON_ROW];
    expect(settingsIn(listReading({ rows, waited: false }))).toEqual(['research']);
    expect(observationsOf(listReading({ rows, waited: true }), NOW)).toMatchObject([
      { setting: AI_TRAINING, observation: { state: 'unknown', reason: 'no-value', word: '', via: 'list' } },
      { setting: 'research', observation: { state: 'on' } },
    ]);
  });

  it('quotes a word that is not known', () => {
    expect(observationsOf(listReading({ rows: [row({ value: 'Perhaps' })] }), NOW)).toMatchObject([
      { observation: { state: 'unknown', reason: 'unknown-word', word: 'Perhaps' } },
    ]);
  });

  it('tells once of a setting that it shows several times alike, however many of its rows have no value yet', () => {
    for (const rows of [
      [row(), row()],
      [row(), row({ value: '' })],
      [row({ value: '' }), row(), row()],
      [row(), row({ path: '/mypreferences/m/settings/data-for-ai-improvement' })],
    ]) {
      const told = observationsOf(listReading({ rows, waited: true }), NOW);
      expect(told).toMatchObject([{ setting: AI_TRAINING, observation: { state: 'off', via: 'list' } }]);
      expect(told).toHaveLength(1);
    }
  });

  it('tells of a setting with two values that nobody knows which is right', () => {
    for (const values of [
      ['Off', 'On'],
      ['On', 'Off'],
      ['On', 'On', 'Off'],
      ['Off', 'Perhaps'],
      ['Perhaps', 'On'],
      ['', 'On', 'Off'],
    ]) {
      const rows = [...values.map((value) => row({ value })), ON_ROW];
      expect(observationsOf(listReading({ rows }), NOW)).toMatchObject([
        { setting: AI_TRAINING, observation: { state: 'unknown', reason: 'several-values', word: '', via: 'list' } },
        { setting: 'research', observation: { state: 'on' } },
      ]);
    }
  });

  it('tells nothing in machine translation but that', () => {
    expect(observationsOf(listReading({ translated: true }), NOW)).toMatchObject([
      { observation: { state: 'unknown', reason: 'translated' } },
    ]);
  });

  it('tells nothing of the AI setting by a switch that stands on it', () => {
    expect(settingsIn(listReading({ controls: [control()], rows: [] }))).toEqual([]);
  });
});

describe('a link on a category page as LinkedIn serves it', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW });
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it.each([
    ['from the root', '/mypreferences/d/settings/data-for-ai-improvement', [AI_TRAINING]],
    ['with host', 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement', [AI_TRAINING]],
    ['without scheme', '//www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement', [AI_TRAINING]],
    ['from the page', '../settings/data-for-ai-improvement', [AI_TRAINING]],
    ['with a final slash', '/mypreferences/d/settings/data-for-ai-improvement/', [AI_TRAINING]],
    ['with a query', '/mypreferences/d/settings/data-for-ai-improvement?trk=x#y', [AI_TRAINING]],
    ['in another tree', '/mypreferences/m/settings/data-for-ai-improvement', [AI_TRAINING]],
    ['in another tree, with host', 'https://www.linkedin.com/mypreferences/m/member-cookies', ['cookies']],
    ['at a former address', '/mypreferences/d/settings/share-data-with-select-partners', ['partner-sharing']],
    ['of the older settings site', '/psettings/messages/', ['messages']],
    ['at another host', 'https://evil.example/mypreferences/d/settings/data-for-ai-improvement', []],
  ])('%s (%s) is a row of %j', async (_, href, settings) => {
    const html = `<html lang="en"><main><a href="${href}"><p>A label</p><p>Off</p></a></main></html>`;
    const page = loadPage(html, 'https://www.linkedin.com/mypreferences/d/categories/privacy');
    await page.pass(60_000);
    page.watch.stop();
    page.window.close();
    const observations = page.readings.flatMap((seen) => observationsOf(seen, NOW));
    expect([...new Set(observations.map(({ setting }) => setting))]).toEqual(settings);
    expect(observations.filter(({ observation }) => observation.state !== 'off')).toEqual([]);
  });
});
