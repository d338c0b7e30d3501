import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLayoutDescribed, pageAddress, parseAddress } from '../../../src/linkedin/address.ts';
import { AI_SETTING_URL, AI_TRAINING, isAiSetting } from '../../../src/linkedin/ai-setting.ts';
import { SETTINGS, settingAt } from '../../../src/linkedin/settings.ts';

const AI_PATH = 'settings/data-for-ai-improvement';
const AI_URL = `https://www.linkedin.com/mypreferences/d/${AI_PATH}`;

function kindOf(url: string): string {
  return parseAddress(url).kind;
}

function spelling(letter: string, way = 'small'): string {
  if (way === 'capital') return letter.toUpperCase();
  return way === 'encoded' && letter !== '/' ? `%${letter.charCodeAt(0).toString(16)}` : letter;
}

describe('a setting’s own page', () => {
  it.each(['d', 'm', 'g', 'e', 's'])('is the same setting in the tree "%s"', (tree) => {
    const address = parseAddress(`https://www.linkedin.com/mypreferences/${tree}/${AI_PATH}`);
    expect(address).toEqual({ kind: 'setting', tree, path: AI_PATH });
    expect(settingAt(`/mypreferences/${tree}/${AI_PATH}`)?.id).toBe(AI_TRAINING);
  });

  it.each([
    ['a trailing slash', `${AI_URL}/`],
    ['several trailing slashes', `${AI_URL}//`],
    ['a query', `${AI_URL}?trk=settings&lipi=urn%3Ali%3Apage`],
    ['a hash', `${AI_URL}#content`],
    ['all of them', `${AI_URL}/?trk=x#y`],
    ['an empty query', `${AI_URL}?`],
    ['the default port', AI_URL.replace('.com', '.com:443')],
    ['a host in capitals', AI_URL.replace('www.linkedin.com', 'WWW.LinkedIn.com')],
    ['a path in capitals', AI_URL.replace('data-for-ai', 'Data-for-AI')],
    ['a tree in capitals', AI_URL.replace('/d/', '/D/')],
    ['all of its path in capitals', AI_URL.replace(/mypreferences.*/, (path) => path.toUpperCase())],
    ['encoded hyphens', AI_URL.replaceAll('-', '%2D')],
    ['encoded hyphens in small letters', AI_URL.replaceAll('-', '%2d')],
    ['encoded letters', AI_URL.replace('data', '%64%41ta')],
    ['double slashes', AI_URL.replace('/d/', '//d//')],
    ['slashes without number before its path', AI_URL.replace('/mypreferences', '////mypreferences')],
    ['all of that', `${AI_URL.replace('/d/settings', '//D///Settings').replaceAll('-', '%2D')}//?trk=x#y`],
  ])('is the same address with %s', (_, url) => {
    expect(parseAddress(url)).toEqual({ kind: 'setting', tree: 'd', path: AI_PATH });
  });

  it.each(['member-cookies', 'interest-categories', 'dark-mode', 'permitted-services', 'download-my-data'])(
    '"%s" is one, though not under settings/',
    (path) => {
      expect(parseAddress(`https://www.linkedin.com/mypreferences/d/${path}`)).toEqual({
        kind: 'setting',
        tree: 'd',
        path,
      });
    },
  );

  it.each(['settings/policy-and-academic-research', 'settings/language', 'member-cookies', 'dark-mode'])(
    '"%s" is not the AI setting’s',
    (path) => {
      const address = parseAddress(`https://www.linkedin.com/mypreferences/d/${path}`);
      expect(address).toMatchObject({ kind: 'setting', path });
      expect(isAiSetting(path)).toBe(false);
      expect(settingAt(`/mypreferences/d/${path}`)?.id).not.toBe(AI_TRAINING);
    },
  );
});

describe('a category', () => {
  it.each(['privacy', 'account', 'sign-in-and-security', 'profile-visibility', 'ads', 'notifications'])(
    '"%s" is recognised',
    (category) => {
      const url = `https://www.linkedin.com/mypreferences/d/categories/${category}`;
      expect(parseAddress(url)).toEqual({ kind: 'category', tree: 'd', path: category });
      expect(parseAddress(`${url}/?trk=x#y`)).toEqual({ kind: 'category', tree: 'd', path: category });
    },
  );

  it('is recognised in capitals, with encoded letters and double slashes', () => {
    expect(parseAddress('https://www.linkedin.com/mypreferences//D/Categories//Sign%2Din-and-security/')).toEqual({
      kind: 'category',
      tree: 'd',
      path: 'sign-in-and-security',
    });
  });

  it('is recognised in every tree', () => {
    expect(parseAddress('https://www.linkedin.com/mypreferences/m/categories/privacy')).toEqual({
      kind: 'category',
      tree: 'm',
      path: 'privacy',
    });
  });
});

it.each([
  'https://www.linkedin.com/mypreferences',
  'https://www.linkedin.com/mypreferences/',
  'https://www.linkedin.com/mypreferences/d',
  'https://www.linkedin.com/mypreferences/d/',
  'https://www.linkedin.com/mypreferences/d/settings',
  'https://www.linkedin.com/mypreferences/d/settings/',
  'https://www.linkedin.com/mypreferences/d/settings/?trk=x#y',
  'https://www.linkedin.com/mypreferences/d/categories',
  'https://www.linkedin.com/mypreferences/d/categories/',
  'https://www.linkedin.com/mypreferences/m/categories',
  'https://www.linkedin.com/mypreferences/dd/settings/data-for-ai-improvement',
  'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement/more',
  'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement%2Fmore',
  'https://www.linkedin.com/mypreferences/d/settings/data%252Dfor%252Dai%252Dimprovement',
  'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement%20',
  'https://www.linkedin.com/mypreferences/d/settings/%E0%A4%A',
  'https://www.linkedin.com/mypreferences/d/settings/data%00for-ai-improvement',
  'https://www.linkedin.com/mypreferences/d/other/data-for-ai-improvement',
])('%s is on the settings site, but no setting’s own page', (url) => {
  expect(parseAddress(url)).toEqual({ kind: 'settings' });
});

it.each([
  'https://www.linkedin.com/uas/login?session_redirect=%2Fmypreferences%2Fd%2F',
  'https://www.linkedin.com/uas/login',
  'https://www.linkedin.com/authwall?trk=bf&sessionRedirect=x',
  'https://www.linkedin.com/login',
  'https://www.linkedin.com/login/',
  'https://www.linkedin.com/login/de',
  'https://www.linkedin.com/checkpoint/lg/login-submit',
  'https://www.linkedin.com/checkpoint/challenge/abc?x=y',
])('%s asks to sign in', (url) => {
  expect(parseAddress(url)).toEqual({ kind: 'signed-out' });
});

describe('anything else is not ours to look at', () => {
  it.each([
    ['plain http', AI_URL.replace('https:', 'http:')],
    ['another scheme', AI_URL.replace('https:', 'ftp:')],
    ['another port', AI_URL.replace('.com', '.com:8443')],
    ['the http port', AI_URL.replace('.com', '.com:80')],
    ['a user name', AI_URL.replace('www.', 'someone@www.')],
    ['a password', AI_URL.replace('www.', ':secret@www.')],
    ['LinkedIn’s name as the user', AI_URL.replace('www.linkedin.com', 'www.linkedin.com@evil.example')],
    ['no www', AI_URL.replace('www.', '')],
    ['a country’s host', AI_URL.replace('www.', 'de.')],
    ['a longer host', AI_URL.replace('.com', '.com.evil.example')],
    ['a host that only begins alike', AI_URL.replace('www.linkedin.com', 'www.linkedin.community')],
    ['a host that only ends alike', AI_URL.replace('www.linkedin.com', 'www.not-linkedin.com')],
    ['a host without the dot', AI_URL.replace('www.linkedin', 'wwwxlinkedin')],
    ['a digit for a letter', AI_URL.replace('linkedin', '1inkedin')],
    ['a letter of another script', AI_URL.replace('linkedin', 'linkedіn')],
    ['a final dot after the host', AI_URL.replace('.com', '.com.')],
    ['LinkedIn’s address in the path', `https://evil.example/${AI_URL}`],
    ['LinkedIn’s address in the query', `https://evil.example/?${AI_URL}`],
    ['a blob of that origin', `blob:${AI_URL}`],
    ['a page’s source', `view-source:${AI_URL}`],
  ])('%s', (_, url) => {
    expect(parseAddress(url)).toEqual({ kind: 'elsewhere' });
  });

  it.each([
    'https://www.linkedin.com/',
    'https://www.linkedin.com/feed/',
    'https://www.linkedin.com/in/someone/',
    'https://www.linkedin.com/jobs/?next=/mypreferences/d/settings/data-for-ai-improvement',
    'https://www.linkedin.com/mypreferences-d/settings/data-for-ai-improvement',
    'https://www.linkedin.com/feed/mypreferences/d/settings/data-for-ai-improvement',
    'https://www.linkedin.com/loginx',
    'https://www.linkedin.com/feed/login',
    'about:blank',
    'chrome://extensions/',
    '/mypreferences/d/settings/data-for-ai-improvement',
    'nonsense',
    '',
  ])('"%s"', (url) => {
    expect(parseAddress(url)).toEqual({ kind: 'elsewhere' });
  });

  it('whatever the address, it never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), (url) => {
        expect(kindOf(url)).toBe('elsewhere');
      }),
    );
  });

  it('whatever follows the host, the scheme and the host decide', () => {
    fc.assert(
      fc.property(fc.webAuthority(), fc.webPath(), (authority, path) => {
        fc.pre(authority.toLowerCase() !== 'www.linkedin.com');
        expect(kindOf(`https://${authority}/mypreferences/d${path}`)).toBe('elsewhere');
      }),
    );
  });
});

describe('the path of a page', () => {
  it.each([
    [`/mypreferences/d/${AI_PATH}`, { kind: 'setting', tree: 'd', path: AI_PATH }],
    [`/MyPreferences//D/${AI_PATH.replaceAll('-', '%2D')}/`, { kind: 'setting', tree: 'd', path: AI_PATH }],
    ['/mypreferences/d/categories/privacy', { kind: 'category', tree: 'd', path: 'privacy' }],
    ['/mypreferences/d/', null],
    ['/mypreferences/d/settings/', null],
    ['/feed/', null],
    ['/mypreferences/d/settings/%', null],
    ['', null],
  ])('"%s" stands for %j', (path, address) => {
    expect(pageAddress(path)).toEqual(address);
  });

  it('is read without ever throwing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webPath(),
          fc.string().map((end) => `/mypreferences/d/${end}`),
        ),
        (path) => {
          const address = pageAddress(path);
          if (address) expect(address.path).toMatch(/^(settings\/)?[a-z0-9-]+$/);
        },
      ),
    );
  });

  it('leads to the same page whatever its letters are written like', () => {
    const spelt = fc
      .array(fc.constantFrom('small', 'capital', 'encoded'), { minLength: AI_PATH.length, maxLength: AI_PATH.length })
      .map((ways) => [...AI_PATH].map((letter, index) => spelling(letter, ways[index])).join(''));
    fc.assert(
      fc.property(spelt, fc.integer({ min: 1, max: 4 }), (path, slashes) => {
        const address = pageAddress(`/mypreferences${'/'.repeat(slashes)}d/${path}`);
        expect(address).toEqual({ kind: 'setting', tree: 'd', path: AI_PATH });
      }),
    );
  });
});

it('the AI setting’s address is the one in the catalogue', () => {
  const { pathname } = new URL(AI_SETTING_URL);
  expect(AI_SETTING_URL).toBe(AI_URL);
  expect(SETTINGS.find(({ id }) => id === AI_TRAINING)?.paths).toContain(pathname);
  expect(settingAt(pathname)?.id).toBe(AI_TRAINING);
  expect(isAiSetting(AI_PATH)).toBe(true);
});

it.each([
  ['d', true],
  ['m', false],
  ['g', false],
  ['e', false],
  ['s', false],
])('the layout of the tree "%s" is described by evidence: %s', (tree, described) => {
  expect(isLayoutDescribed(tree)).toBe(described);
});
