import { describe, expect, it, vi } from 'vitest';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { STORED } from '../../../src/storage/stored.ts';
import { DAY, NOW, off, on, recordOf, storedItems } from '../examples.ts';
import { type Event, FakeBrowser, idle, type Life, PANEL } from './fake-browser.ts';
import { CHOICES, READINGS, SITUATIONS } from './situations.ts';

vi.mock('../../../src/words.ts', () => ({
  t: (key: string, ...about: string[]) => [key, ...about].join(' '),
  sentences: (...all: unknown[]) => all.filter(Boolean).join(' '),
}));
vi.mock('../../../src/format.ts', () => ({ dateTime: String }));

const { erase, ...OTHERS } = CHOICES;
const EVERYTHING: [string, Event][] = [...Object.entries(OTHERS), ...Object.entries(READINGS)];

/** A browser that answers the first call of a kind only once it is told to. */
function heldUp(call: string): { pace: (label: string) => Promise<unknown>; release(): void } {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { pace: (label) => (label.startsWith(call) ? held : Promise.resolve()), release };
}

function letter(objection: string, to: string): Event {
  const edit = { language: 'en', from: null, to };
  return { kind: 'message', message: { type: 'edit-letter', objection, edit }, sender: PANEL };
}

async function idOf(life: Life): Promise<string> {
  const answer = await life.happen({ kind: 'message', message: { type: 'overview' }, sender: PANEL });
  if (!answer?.ok || !('overview' in answer)) throw new Error(JSON.stringify(answer));
  return answer.overview.objection.record.id;
}

describe('once everything was deleted', () => {
  it.each(EVERYTHING)('nothing is written of what was asked for before and had to wait: %s', async (_, event) => {
    const browser = new FakeBrowser(SITUATIONS.everything ?? {}, NOW);
    const { pace, release } = heldUp('storage.');
    const life = browser.start(pace);
    const before = life.happen(event);
    const erased = life.happen(erase);
    release();
    await Promise.all([before, erased]);
    await idle();
    expect(browser.items).toEqual({});
  });

  it('nothing is written of a country that waited for the policies', async () => {
    const browser = new FakeBrowser({}, NOW);
    const { pace, release } = heldUp('storage.managed');
    const life = browser.start(pace);
    const before = life.happen(CHOICES['choose-country']);
    expect(await life.happen(erase)).toEqual({ ok: true });
    release();
    expect(await before).toEqual({ ok: false, why: 'erased' });
    await idle();
    expect(browser.items).toEqual({});
  });

  it('no reading comes back that the disk would not take before', async () => {
    const browser = new FakeBrowser({}, NOW);
    browser.failing = (call) => call.startsWith('storage.set');
    const life = browser.start();
    await life.happen(READINGS['a reading of a setting that is on'] as Event);
    browser.failing = () => false;
    await life.happen(erase);
    await life.happen(READINGS['a reading of a category'] as Event);
    expect(Object.keys(browser.items).filter((key) => key.startsWith('setting:'))).not.toContain('setting:messages');
    const { history } = browser.items[`setting:${AI_TRAINING}`] as { history: { via: string }[] };
    expect(history.map(({ via }) => via)).toEqual(['list']);
  });

  it('nothing is told of what was due before', async () => {
    const again = {
      ...storedItems({ [AI_TRAINING]: recordOf(off(NOW - 9 * DAY), on(NOW - DAY)) }),
      reminders: { ...STORED.reminders.empty, notify: true },
    };
    const browser = new FakeBrowser(again, NOW);
    const { pace, release } = heldUp('action.setTitle');
    const life = browser.start(pace);
    await idle();
    const erased = life.happen(erase);
    release();
    await erased;
    await idle();
    expect(browser.items.reminders).toBeUndefined();
  });

  it.each([
    ['that was kept', true],
    ['that was only typed', false],
  ])('a letter of before is refused, one of after is kept: %s', async (_, wasKept) => {
    const browser = new FakeBrowser({}, NOW);
    const life = browser.start();
    const before = await idOf(life);
    if (wasKept) expect(await life.happen(letter(before, 'Old.'))).toEqual({ ok: true });
    await life.happen(erase);
    expect(await life.happen(letter(before, 'Older.'))).toEqual({ ok: false, why: 'outdated' });
    expect(browser.items).toEqual({});
    // Another background, as when it was idle in between.
    const next = browser.start();
    expect(await next.happen(letter(before, 'Older.'))).toEqual({ ok: false, why: 'outdated' });
    expect(browser.items).toEqual({});
    expect(await next.happen(letter(await idOf(next), 'New.'))).toEqual({ ok: true });
    expect(browser.items.objection).toMatchObject({ current: { letters: { en: 'New.' } } });
  });
});
