import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** Files of texts by the folder they are in. */
const FILES: Record<string, object> = {
  en: { language: { message: 'en' }, only_english: { message: 'from $1 to $2' }, plain: { message: 'English' } },
  pt_BR: { language: { message: 'pt-BR' }, swapped: { message: '$2, $1' } },
  de: { language: { message: 'de' }, plain: { message: 'deutsch' } },
};

const { i18n } = vi.hoisted(() => ({ i18n: { getMessage: vi.fn(() => ''), getUILanguage: vi.fn(() => 'en') } }));

vi.mock('webextension-polyfill', () => ({ default: { i18n, runtime: { getURL: (path: string) => path } } }));

/** The texts as a process reads them that was given none by the browser. */
async function textsIn(browserLanguage: string) {
  i18n.getUILanguage.mockReturnValue(browserLanguage);
  const words = await import('../../src/words.ts');
  await words.readOwnTexts();
  return (key: string, ...substitutions: string[]) => words.t(key as never, ...substitutions);
}

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('fetch', async (address: string) => {
    const found = FILES[/^\/_locales\/(\w+)\/messages\.json$/.exec(address)?.[1] ?? ''];
    if (!found) throw new TypeError('Failed to fetch');
    return { json: async () => found };
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  i18n.getMessage.mockReset().mockReturnValue('');
});

describe('texts read from our own files', () => {
  it.each([
    ['pt-BR', 'pt-BR', 'English'],
    ['de-AT', 'de', 'deutsch'],
    ['de', 'de', 'deutsch'],
    ['en-GB', 'en', 'English'],
    ['eo', 'en', 'English'],
  ])('in a browser in %s are in %s, and in English where that lacks one', async (browserLanguage, language, plain) => {
    const text = await textsIn(browserLanguage);
    expect([text('language'), text('plain')]).toEqual([language, plain]);
    expect(text('only_english', 'a', 'b')).toBe('from a to b');
    expect(text('unknown_key')).toBe('');
  });

  it('are filled in as the browser does it: by number, each once, and what is missing is empty', async () => {
    const text = await textsIn('pt-BR');
    expect(text('swapped', '$2', 'b')).toBe('b, $2');
    expect(text('swapped', 'a')).toBe(', a');
  });

  it('are empty where no file can be read', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect((await textsIn('de'))('language')).toBe('');
  });
});

it('the browser is asked for texts as long as nobody has read the files', async () => {
  i18n.getMessage.mockReturnValue('from the browser');
  const { t } = await import('../../src/words.ts');
  expect(t('language', 'one')).toBe('from the browser');
  expect(i18n.getMessage).toHaveBeenCalledWith('language', ['one']);
});
