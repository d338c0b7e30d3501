import { describe, expect, it, vi } from 'vitest';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { DAY, NOW, off, recordOf, storedItems } from '../examples.ts';
import { FakeBrowser, idle, type Life, POPUP } from './fake-browser.ts';

vi.mock('../../../src/words.ts', () => ({
  t: (key: string, ...about: string[]) => [key, ...about].join(' '),
  sentences: (...all: unknown[]) => all.filter(Boolean).join(' '),
}));
vi.mock('../../../src/format.ts', () => ({ dateTime: String }));

/** Off, and confirmed eight days ago: fresh for 30 days, old for 7. */
const ITEMS = storedItems({ [AI_TRAINING]: recordOf(off(NOW - 8 * DAY)) });
const WELCOME = 'chrome-extension://abcdefghijklmnop/welcome.html';
const MIRROR = { version: 1, managed: { country: 'FR', recheckDays: 7 } };

/** A background whose browser says nothing of policies until `answer` is called. `asked` counts how often it was asked. */
function held(browser: FakeBrowser) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const calls = { asked: 0 };
  const life = browser.start(async (label) => {
    if (label !== 'storage.managed') return;
    calls.asked++;
    await promise;
  });
  const answer = async () => {
    resolve();
    await idle();
  };
  return { life, calls, answer };
}

function say(life: Life, message: object) {
  return life.happen({ kind: 'message', message: message as never, sender: POPUP });
}

async function overview(life: Life) {
  const answer = await say(life, { type: 'overview' });
  if (!answer?.ok || !('overview' in answer)) throw new Error(JSON.stringify(answer));
  return answer.overview;
}

describe('while the browser has not said what the organisation sets', () => {
  it('pages and icon are answered all the same, by what it said in an earlier life', async () => {
    const browser = new FakeBrowser({ ...ITEMS, policies: MIRROR }, NOW);
    const { life } = held(browser);
    expect(await overview(life)).toMatchObject({
      verdict: { name: 'opted-out', fresh: false },
      region: { chosen: 'FR' },
      managed: MIRROR.managed,
    });
    await idle();
    expect(browser.icon.text).toBe('✓?');
  });

  it('at the first start ever they are answered as if nothing were set', async () => {
    const { life } = held(new FakeBrowser(ITEMS, NOW));
    expect(await overview(life)).toMatchObject({ verdict: { name: 'opted-out', fresh: true }, managed: {} });
  });

  it('it is asked once, however much happens', async () => {
    const { life, calls } = held(new FakeBrowser({}, NOW));
    for (let time = 0; time < 3; time++) await overview(life);
    await life.happen({ kind: 'alarm' });
    expect(calls.asked).toBe(1);
  });

  it.each([
    [false, []],
    [true, [WELCOME]],
  ])('no page opens after the installation; firstRun %s decides then', async (firstRun, opened) => {
    const browser = new FakeBrowser({ policies: { version: 1, managed: { firstRun: !firstRun } } }, NOW);
    browser.managed = { firstRun };
    const { life, answer } = held(browser);
    void life.happen({ kind: 'installed', reason: 'install' });
    await idle();
    expect(browser.opened).toEqual([]);
    await answer();
    expect(browser.opened).toEqual(opened);
  });

  it.each([
    [undefined, [WELCOME]],
    [false, []],
  ])('the page is owed over any number of deaths and decided once; firstRun %s', async (firstRun, opened) => {
    const browser = new FakeBrowser({}, NOW);
    browser.managed = firstRun === undefined ? {} : { firstRun };
    void held(browser).life.happen({ kind: 'installed', reason: 'install' });
    await idle();
    held(browser);
    await idle();
    expect(browser.opened).toEqual([]);
    for (let life = 0; life < 3; life++) await held(browser).answer();
    expect(browser.opened).toEqual(opened);
    expect(browser.items).not.toHaveProperty('welcome');
  });

  it('a page that the browser cannot open yet is opened by a later life', async () => {
    const browser = new FakeBrowser({}, NOW);
    browser.failing = (call) => call === 'tabs.create';
    const first = held(browser);
    void first.life.happen({ kind: 'installed', reason: 'install' });
    await first.answer();
    expect(browser.opened).toEqual([]);
    browser.failing = () => false;
    await held(browser).answer();
    expect(browser.opened).toEqual([WELCOME]);
  });

  it('the page opens also where the disk takes no mark of it, and none after an update', async () => {
    const browser = new FakeBrowser({}, NOW);
    browser.failing = (call) => call.startsWith('storage.set');
    const { life, answer } = held(browser);
    void life.happen({ kind: 'installed', reason: 'update' });
    await answer();
    expect(browser.opened).toEqual([]);
    void life.happen({ kind: 'installed', reason: 'install' });
    await idle();
    expect(browser.opened).toEqual([WELCOME]);
  });

  it.each([
    ['choose-country', { country: 'DE' }, 'region'],
    ['set-reminders', { recheckDays: 90, notify: false }, 'reminders'],
  ])('what it may forbid waits, and is refused then: %s', async (type, changes, key) => {
    const browser = new FakeBrowser({}, NOW);
    browser.managed = { country: 'FR', recheckDays: 7 };
    const { life, answer } = held(browser);
    const asked = say(life, { type, ...changes });
    await idle();
    expect(browser.items[key]).toBeUndefined();
    await answer();
    expect(await asked).toEqual({ ok: false, why: 'managed' });
    expect(browser.items[key]).toBeUndefined();
  });

  it('what it once forbade is kept if it allows it now', async () => {
    const browser = new FakeBrowser({ policies: MIRROR }, NOW);
    const { life, answer } = held(browser);
    const asked = say(life, { type: 'choose-country', country: 'DE' });
    await answer();
    expect(await asked).toEqual({ ok: true });
    expect(browser.items).toMatchObject({ region: { country: 'DE' } });
  });

  it('what it cannot forbid is done at once', async () => {
    const { life } = held(new FakeBrowser({}, NOW));
    expect(await say(life, { type: 'mark', setting: AI_TRAINING, note: '' })).toEqual({ ok: true });
  });

  it('nothing is told that it could have kept from being told', async () => {
    const reminders = { version: 2, recheckDays: 7, notify: true, chosenAt: 0, told: {} };
    const browser = new FakeBrowser({ ...ITEMS, reminders }, NOW);
    browser.managed = { recheckDays: 90 };
    const { answer } = held(browser);
    await idle();
    await answer();
    expect(browser.notified).toEqual([]);
  });

  it('what there is to tell is told afterwards', async () => {
    const reminders = { version: 2, recheckDays: 7, notify: true, chosenAt: 0, told: {} };
    const browser = new FakeBrowser({ ...ITEMS, reminders }, NOW);
    const { answer } = held(browser);
    await idle();
    expect(browser.notified).toEqual([]);
    await answer();
    expect(browser.notified).toEqual(['recheck']);
  });
});

describe('once the browser has said it', () => {
  it('another answer than the last one is kept, and shown', async () => {
    const browser = new FakeBrowser({ ...ITEMS, policies: MIRROR }, NOW);
    browser.managed = { recheckDays: 90 };
    const { life, answer } = held(browser);
    await idle();
    expect(browser.icon.text).toBe('✓?');
    await answer();
    expect(browser.items.policies).toEqual({ version: 1, managed: { recheckDays: 90 } });
    expect(browser.icon.text).toBe('✓');
    expect(await overview(life)).toMatchObject({ managed: { recheckDays: 90 } });
  });

  it('an organisation that sets nothing leaves nothing', async () => {
    const browser = new FakeBrowser({ policies: MIRROR }, NOW);
    await held(browser).answer();
    expect(browser.items).not.toHaveProperty('policies');
  });

  it('it is asked again when it says that something has changed', async () => {
    const browser = new FakeBrowser({}, NOW);
    const { life, answer, calls } = held(browser);
    await answer();
    browser.managed = { country: 'FR' };
    await life.happen({ kind: 'policy' });
    await idle();
    expect(calls.asked).toBe(2);
    expect(browser.items.policies).toEqual({ version: 1, managed: { country: 'FR' } });
    expect(await say(life, { type: 'choose-country', country: 'DE' })).toEqual({ ok: false, why: 'managed' });
  });
});

describe('the answer that is kept', () => {
  it.each([
    ['of another version', { ...MIRROR, version: 2 }],
    ['with a value that no policy has', { version: 1, managed: { country: 'Germany' } }],
    ['with a key that no policy has', { version: 1, managed: { verdict: 'opted-out' } }],
    ['no object', 'FR'],
  ])('is thrown away where it does not fit, and is not set aside: %s', async (_, policies) => {
    const browser = new FakeBrowser({ policies }, NOW);
    const { life } = held(browser);
    const { managed, setAside } = await overview(life);
    expect({ managed, setAside }).toEqual({ managed: {}, setAside: [] });
    expect(browser.items).not.toHaveProperty('policies');
  });

  it('outlives the deletion of everything, since it is not the member’s', async () => {
    const browser = new FakeBrowser({ ...ITEMS, policies: MIRROR }, NOW);
    const { life } = held(browser);
    expect(await say(life, { type: 'erase' })).toEqual({ ok: true });
    await idle();
    expect(browser.items).toEqual({ policies: MIRROR });
  });
});
