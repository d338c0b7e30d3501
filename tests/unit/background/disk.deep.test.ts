import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { AUDIT } from '../../../src/storage/audit.ts';
import { keyMeaning, ONES, pieceKey, settingKey } from '../../../src/storage/keys.ts';
import type { SettingRecord } from '../../../src/storage/setting-record.ts';
import { STORED } from '../../../src/storage/stored.ts';
import { DAY, NOW, off, recordOf, storedItems } from '../examples.ts';
import { calm, type Event, FakeBrowser, idle, kept, type Life, overviewIn, shown } from './fake-browser.ts';
import { CHOICES, QUESTIONS, READINGS, SIGNALS, SITUATIONS, said } from './situations.ts';

vi.mock('../../../src/words.ts', () => ({
  t: (key: string, ...about: string[]) => [key, ...about].join(' '),
  sentences: (...all: unknown[]) => all.filter(Boolean).join(' '),
}));
vi.mock('../../../src/format.ts', () => ({ dateTime: String }));

/** Every kind of key there is. */
const KEYS = [...ONES, settingKey(AI_TRAINING), settingKey('research'), pieceKey(AI_TRAINING, 0)];
const FULL = SITUATIONS.everything ?? {};
/** Told of an objection yet to be begun, where one is under way: refused on any disk. */
const BEGIN = 'begin an objection';
const READ_ON = READINGS['a reading of a setting that is on'] as Event;

/** Promises that nobody waited for and that failed: in a real background, an error in the browser's list of errors. */
let unhandled: unknown[] = [];
const onUnhandled = (reason: unknown) => unhandled.push(reason);

beforeEach(() => {
  unhandled = [];
  process.on('unhandledRejection', onUnhandled);
});

afterEach(() => {
  process.off('unhandledRejection', onUnhandled);
});

async function started(items: Record<string, unknown>, failing?: (call: string) => boolean) {
  const browser = new FakeBrowser(items, NOW);
  if (failing) browser.failing = failing;
  const life = browser.start();
  await idle();
  return { browser, life };
}

/** What the icon shows and the alarm waits for where this is stored. */
function shownAfter(items: Record<string, unknown>) {
  return shown(new FakeBrowser(items, NOW)).ought;
}

async function report(life: Life) {
  const answer = await life.happen(QUESTIONS.report);
  if (!answer?.ok || !('report' in answer)) throw new Error(JSON.stringify(answer));
  return answer.report;
}

async function everything(life: Life) {
  const answer = await life.happen(QUESTIONS.everything);
  if (!answer?.ok || !('stored' in answer)) throw new Error(JSON.stringify(answer));
  return answer.stored;
}

const DAMAGES: [string, (value: unknown) => unknown][] = [
  ['of a wrong type', () => 'text'],
  ['null', () => null],
  ['of a list', () => [1, 2]],
  ['wrong inside', (value) => Object.fromEntries(Object.keys(value as object).map((name) => [name, [name]]))],
  ['without its end', (value) => Object.fromEntries(Object.entries(value as object).slice(0, -1))],
  ['from the future', (value) => ({ ...(value as object), version: 7, more: 'to come' })],
];

describe.each(DAMAGES)('a stored value that is %s', (_, damage) => {
  it.each(KEYS)('under "%s" is set aside and shown, and the rest goes on working', async (key) => {
    const damaged = damage(FULL[key]);
    const { browser, life } = await started({ ...FULL, [key]: damaged });
    const stored = await everything(life);
    const { overview } = await report(life);
    const aside = expect.objectContaining({
      key,
      problem: expect.stringMatching(new RegExp(`^${key}\\.`)),
      value: damaged,
    });
    expect(stored.setAside.values).toContainEqual(aside);
    expect(overview.setAside).toContainEqual(aside);
    expect(unharmed(kept(browser.items), key)).toEqual(unharmed(kept(FULL), key));
    const meaning = keyMeaning(key);
    if (meaning?.kind === 'setting' || meaning?.kind === 'piece') {
      const { id, kind } = meaning;
      const { history } = kept(FULL).settings[id] as SettingRecord;
      const [older, newer] = [history.slice(0, -2), history.slice(-2)];
      // What lies in the others is there, and the gap is known.
      const left = kind === 'piece' ? newer : id === AI_TRAINING ? older : [];
      const gaps = kind === 'piece' ? [0] : [left.length];
      expect(stored.settings[id]).toMatchObject({ history: left, gaps });
    } else if (meaning && meaning.kind !== 'setAside') expect(stored[meaning.kind]).toEqual(STORED[meaning.kind].empty);
    const { is, ought } = shown(browser);
    expect(is).toEqual(ought);
    for (const event of [READ_ON, CHOICES['choose-country'], CHOICES.mark, CHOICES['set-reminders']]) {
      expect(await life.happen(event)).toEqual({ ok: true });
    }
    const after = await report(life);
    expect(after.overview.verdict.name).toBe('opted-in');
    expect(after.stored).toMatchObject({ region: { country: 'GB' }, reminders: { recheckDays: 90 } });
    expect(after.stored.setAside.values).toContainEqual(aside);
    expect(unhandled).toEqual([]);
  });
});

/** What a damage under a key leaves alone. */
function unharmed({ settings, setAside: _, ...ones }: ReturnType<typeof kept>, key: string) {
  const meaning = keyMeaning(key);
  const id = meaning && 'id' in meaning ? meaning.id : '';
  return [Object.entries(settings), Object.entries(ones)].flat().filter(([name]) => name !== key && name !== id);
}

it('values damaged under every key at once are all there to be shown', async () => {
  const { life } = await started(Object.fromEntries(KEYS.map((key) => [key, `damaged ${key}`])));
  const stored = await everything(life);
  expect(stored.setAside.values.map(({ key, value }) => [key, value])).toEqual(
    expect.arrayContaining(KEYS.map((key) => [key, `damaged ${key}`])),
  );
  expect(stored.setAside.values).toHaveLength(KEYS.length);
});

describe('on a full disk', () => {
  const full = (call: string) => call.startsWith('storage.set') || call === 'storage.clear';
  const WRITING = Object.entries({ ...READINGS, ...CHOICES }).filter(([name]) => name !== BEGIN);

  it.each(WRITING)('"%s" is answered with why it was not kept, and all stays as it was', async (name, event) => {
    const { browser, life } = await started(FULL, full);
    const answer = await life.happen(event);
    expect(answer).toEqual({ ok: false, why: expect.stringContaining('The browser failed at storage.') });
    await idle();
    expect(browser.items).toEqual(FULL);
    // A reading counts although it cannot be kept; a choice does not.
    const { is, ought } = shown(browser);
    expect(is).toEqual(name in READINGS ? shownAfter(await calm(FULL, NOW, event)) : ought);
    browser.failing = () => false;
    expect(await life.happen(event)).toEqual({ ok: true });
    expect(kept(browser.items)).not.toEqual(kept(FULL));
    expect(unhandled).toEqual([]);
  });

  it.each(Object.entries(QUESTIONS))('"%s" is answered all the same', async (_, event) => {
    const { life } = await started(FULL, full);
    expect(await life.happen(event)).toMatchObject({ ok: true });
    expect(unhandled).toEqual([]);
  });

  it('a damaged value that cannot be set aside stays where it is, and hides nothing else', async () => {
    const items = { ...FULL, region: 'damaged' };
    const { browser, life } = await started(items, full);
    const { stored, overview } = await report(life);
    expect(stored).toMatchObject({ objection: FULL.objection, region: STORED.region.empty });
    expect(stored.settings[AI_TRAINING]).toMatchObject({ failure: kept(FULL).settings[AI_TRAINING]?.failure });
    expect(overview.setAside).toContainEqual(expect.objectContaining({ key: 'region', value: 'damaged' }));
    expect(browser.items).toEqual(items);
    const { is, ought } = shown(browser);
    expect(is).toEqual(ought);
    // It would be lost if something were written over it.
    expect(await life.happen(CHOICES['choose-country'])).toMatchObject({ ok: false });
    expect(browser.items).toEqual(items);
    expect(unhandled).toEqual([]);
  });

  it('what is to be told is told once the disk can remember that it was', async () => {
    const { browser, life } = await started(SITUATIONS['something to tell'] ?? {}, full);
    expect(browser.notified).toEqual([]);
    const { is, ought } = shown(browser);
    expect(is).toEqual(ought);
    browser.failing = () => false;
    await life.happen({ kind: 'alarm' });
    await idle();
    expect(browser.notified).toEqual(['on-again']);
    expect(unhandled).toEqual([]);
  });
});

describe('a notification', () => {
  it('that the browser could not show is shown by the next look', async () => {
    const { browser, life } = await started(
      SITUATIONS['something to tell'] ?? {},
      (one) => one === 'notifications.create',
    );
    expect(browser.notified).toEqual([]);
    browser.failing = () => false;
    for (let look = 0; look < 3; look++) {
      await life.happen({ kind: 'alarm' });
      await idle();
    }
    expect(browser.notified).toEqual(['on-again']);
    expect(unhandled).toEqual([]);
  });
});

describe('a newest word that the disk does not take', () => {
  const READ_OFF = READINGS['a reading of a setting that is off'] as Event;
  const OFF = storedItems({ [AI_TRAINING]: recordOf(off(NOW - DAY)) });
  const full = (call: string) => call.startsWith('storage.set');

  async function verdictOf(life: Life) {
    return (await report(life)).overview.verdict.name;
  }

  it('counts all the same: what was just read as on is never called opted out', async () => {
    const { browser, life } = await started(OFF, full);
    expect(await verdictOf(life)).toBe('opted-out');
    expect(await life.happen(READ_ON)).toMatchObject({ ok: false });
    await idle();
    expect(await verdictOf(life)).toBe('opted-in');
    expect((await report(life)).stored.settings[AI_TRAINING]?.history).toHaveLength(2);
    expect(browser.icon.text).toBe('ON!');
    expect(browser.items).toEqual(OFF);
  });

  it('counts after the background died, and is written once the disk takes it', async () => {
    const { browser, life } = await started(OFF, full);
    await life.happen(READ_ON);
    await idle();
    const second = browser.start();
    await idle();
    expect(await verdictOf(second)).toBe('opted-in');
    expect(browser.icon.text).toBe('ON!');
    browser.failing = () => false;
    expect(await second.happen(READINGS['a reading of a category'] as Event)).toEqual({ ok: true });
    await idle();
    expect(browser.session).not.toHaveProperty('unsaved');
    const states = kept(browser.items).settings[AI_TRAINING]?.history.map(({ state }) => state);
    expect(states).toEqual(['off', 'on']);
    // Another browser session knows it from the disk.
    browser.session = {};
    expect(await verdictOf(browser.start())).toBe('opted-in');
  });

  it('is outlived by what is read after it, in whatever order they get to the disk', async () => {
    const { browser, life } = await started({}, full);
    await life.happen(READ_ON);
    await life.happen(READ_OFF);
    expect(await verdictOf(life)).toBe('opted-out');
    browser.failing = () => false;
    await life.happen(READ_ON);
    expect(await verdictOf(life)).toBe('opted-out');
    expect(kept(browser.items).settings[AI_TRAINING]?.history.map(({ state }) => state)).toEqual(['on', 'off']);
  });

  it('is not heard a second time over what came after, where the background died before it could forget it', async () => {
    const { browser, life } = await started({}, full);
    await life.happen(said(9));
    browser.failing = (call) => call.startsWith('session.remove');
    expect(await life.happen(READ_ON)).toEqual({ ok: true });
    await idle();
    expect(browser.session).toHaveProperty('unsaved');
    browser.now = NOW + DAY;
    const second = browser.start();
    await idle();
    expect(await verdictOf(second)).toBe('opted-in');
    expect(browser.icon.text).toBe('ON!');
  });

  it('is forgotten where all is erased', async () => {
    const { browser, life } = await started(OFF, full);
    await life.happen(READ_ON);
    browser.failing = () => false;
    expect(await life.happen(CHOICES.erase)).toEqual({ ok: true });
    expect(await verdictOf(life)).toBe('not-checked');
    expect(browser.session).not.toHaveProperty('unsaved');
  });

  it('counts even where the browser has no memory for it, for as long as the background lives', async () => {
    const { life } = await started(OFF, (call) => call.startsWith('storage.set') || call.startsWith('session.'));
    await life.happen(READ_ON);
    await idle();
    expect(await verdictOf(life)).toBe('opted-in');
    expect(unhandled).toEqual([]);
  });
});

it('what is read in a private window changes nothing', async () => {
  const { browser, life } = await started(FULL);
  const { sender, ...event } = READ_ON as Extract<Event, { kind: 'message' }>;
  const inPrivate = { ...event, sender: { ...sender, tab: { id: 1, incognito: true } } };
  const before = browser.items;
  expect(await life.happen(inPrivate)).toEqual({ ok: false, why: 'private' });
  await idle();
  expect(browser.items).toEqual(before);
  expect(browser.session).not.toHaveProperty('unsaved');
});

describe('on a disk that cannot be read', () => {
  const unreadable = (call: string) => call.startsWith('storage.get');
  const ALL = Object.entries({ ...READINGS, ...CHOICES, ...QUESTIONS }).filter(
    ([name]) => name !== 'erase' && name !== BEGIN,
  );

  it.each(ALL)('"%s" is answered with why, nothing is lost, and the icon claims nothing new', async (name, event) => {
    const stale = storedItems({ [AI_TRAINING]: recordOf(off(NOW - 40 * DAY)) });
    const { browser, life } = await started({ ...FULL, ...stale });
    const before = { items: browser.items, icon: { ...browser.icon } };
    expect(before.icon.text).toBe('✓?');
    browser.failing = unreadable;
    const answer = await life.happen(event);
    expect(answer).toEqual({ ok: false, why: expect.stringContaining('The browser failed at storage.get') });
    await idle();
    // After a reading that nothing can be held against, an older answer stands no more.
    const icon = name in READINGS ? { text: '?', title: 'title_trouble' } : before.icon;
    expect({ items: browser.items, icon: browser.icon }).toEqual({ items: before.items, icon });
    browser.failing = () => false;
    expect(await life.happen(event)).toMatchObject({ ok: true });
    expect(unhandled).toEqual([]);
  });

  it.each([...KEYS, AUDIT])('but for "%s" alone, all else works and the icon is shown', async (key) => {
    const asksFor = (call: string) => call.startsWith('storage.get ') && call.slice(12).split(',').includes(key);
    const { browser, life } = await started(FULL, asksFor);
    const others: [string, Event][] = [
      [settingKey(AI_TRAINING), READ_ON],
      ['region', CHOICES['choose-country']],
      ['objection', CHOICES['change-objection']],
      ['reminders', CHOICES['set-reminders']],
      ['marks', CHOICES.mark],
    ];
    // Where it cannot be known whether settings lie where earlier versions had them, none can be told.
    const unknown = key === AUDIT ? settingKey(AI_TRAINING) : key;
    for (const [about, event] of others) {
      const answer = about === unknown ? { ok: false, why: expect.stringContaining(key) } : { ok: true };
      expect(await life.happen(event)).toEqual(answer);
    }
    expect(browser.items[key]).toEqual(FULL[key]);
    if (unknown === settingKey(AI_TRAINING)) return;
    expect(browser.icon.text).toBe(overviewIn(browser).verdict.againAfter ? 'ON!' : 'ON');
    expect(unhandled).toEqual([]);
  });
});

describe('where the browser fails at something that is no storage', () => {
  it.each(['action.setBadgeText', 'action.setTitle', 'notifications.create', 'alarms.clear'])(
    'at %s, what was kept is answered for as kept',
    async (call) => {
      const { browser, life } = await started(SITUATIONS['something to tell'] ?? {}, (one) => one === call);
      expect(await life.happen(CHOICES['choose-country'])).toEqual({ ok: true });
      expect(await life.happen(READ_ON)).toEqual({ ok: true });
      expect(kept(browser.items)).toMatchObject({ region: { country: 'GB' } });
      expect(kept(browser.items).settings[AI_TRAINING]?.history.at(-1)?.lastSeen).toBe(NOW);
      expect(unhandled).toEqual([]);
    },
  );
});

describe('no failure is left to nobody', () => {
  it.each(['storage.get', 'storage.set', 'action.setTitle', 'notifications.create'])(
    'at %s, whatever wakes the background',
    async (call) => {
      const items = { ...SITUATIONS['something to tell'], marks: 'damaged' };
      const { life } = await started(items, (one) => one.startsWith(call));
      for (const event of [...Object.values(SIGNALS), ...Object.values(QUESTIONS), READ_ON]) void life.happen(event);
      await idle();
      expect(unhandled).toEqual([]);
    },
  );
});
