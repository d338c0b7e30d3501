import { describe, expect, it } from 'vitest';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { SETTINGS, settingAt, settingNamed } from '../../../src/linkedin/settings.ts';

function addressesOf(id: string): string[] {
  return SETTINGS.find((setting) => setting.id === id)?.paths ?? [];
}

describe('a setting', () => {
  it.each(SETTINGS.flatMap(({ id, paths }) => paths.map((path) => [path, id])))(
    'is known by its address %s',
    (path, id) => {
      expect(settingAt(path)?.id).toBe(id);
      expect(settingAt(`${path}/`)?.id).toBe(id);
      expect(settingAt(`${path}//`)?.id).toBe(id);
    },
  );

  it.each(SETTINGS.filter(({ paths }) => paths.length > 1).map(({ id }) => id))(
    '"%s" is known by its former addresses too',
    (id) => {
      const [current, ...former] = addressesOf(id);
      expect(former.length).toBeGreaterThan(0);
      for (const path of former) {
        expect(path).not.toBe(current);
        expect(settingAt(path)?.id).toBe(id);
      }
    },
  );

  it.each(['d', 'm', 'g', 'e', 's'])('is the same in the tree "%s"', (tree) => {
    for (const { id, paths } of SETTINGS)
      for (const path of paths)
        expect(settingAt(path.replace('/mypreferences/d/', `/mypreferences/${tree}/`))?.id).toBe(id);
  });

  it.each(SETTINGS.flatMap(({ id, paths }) => paths.map((path) => [path, id])))(
    'at %s is the same with "settings/" and without, as LinkedIn links to it either way',
    (path, id) => {
      const without = path.replace('/settings/', '/');
      expect(settingAt(without)?.id).toBe(id);
      expect(settingAt(without.replace('/d/', '/d/settings/'))?.id).toBe(id);
    },
  );

  it.each([
    ['capitals', '/mypreferences/D/settings/Data-for-AI-improvement'],
    ['encoded hyphens', '/mypreferences/d/settings/data%2Dfor%2Dai%2Dimprovement'],
    ['double slashes', '/mypreferences//d//settings/data-for-ai-improvement//'],
    ['all of them, and without "settings/"', '/MyPreferences//d/Data%2Dfor-AI%2Dimprovement/'],
    ['a query', '/mypreferences/d/settings/data-for-ai-improvement?trk=x'],
  ])('is the same with %s in its address', (_, path) => {
    expect(settingAt(path)?.id).toBe(AI_TRAINING);
  });

  it('is known by its id', () => {
    expect(settingNamed(AI_TRAINING)).toBe(SETTINGS.find(({ id }) => id === AI_TRAINING));
    expect(settingNamed('constructor')).toBeUndefined();
  });

  it('is the very row of the catalogue', () => {
    const ai = SETTINGS.find(({ id }) => id === AI_TRAINING);
    expect(settingAt('/mypreferences/d/settings/data-for-ai-improvement')).toBe(ai);
  });
});

describe('no setting', () => {
  it.each([
    '',
    '/',
    '/feed/',
    '/mypreferences/d/',
    '/mypreferences/d/settings/',
    '/mypreferences/d/settings/no-such-setting',
    '/mypreferences/d/categories/privacy',
    '/mypreferences/d/settings/data-for-ai-improvement/more',
    '/mypreferences/d/settings/settings/data-for-ai-improvement',
    '/mypreferences/d/categories/data-for-ai-improvement',
    '/mypreferences/settings/data-for-ai-improvement',
    '/settings/data-for-ai-improvement',
    '/constructor',
    '/mypreferences/d/constructor',
  ])('is at "%s"', (path) => {
    expect(settingAt(path)).toBeUndefined();
  });
});
