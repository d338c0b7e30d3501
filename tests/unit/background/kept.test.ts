import { describe, expect, it, vi } from 'vitest';
import { unseal } from '../../../src/guidance/kept-overview.ts';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { settingKey } from '../../../src/storage/keys.ts';
import { DAY, NOW, off, recordOf, storedItems } from '../examples.ts';
import { FakeBrowser, idle, POPUP } from './fake-browser.ts';
import { CHOICES, READINGS, SIGNALS } from './situations.ts';

vi.mock('../../../src/words.ts', () => ({
  t: (key: string, ...about: string[]) => [key, ...about].join(' '),
  sentences: (...all: unknown[]) => all.filter(Boolean).join(' '),
}));
vi.mock('../../../src/format.ts', () => ({ dateTime: String }));

const OFF = storedItems({ [AI_TRAINING]: recordOf(off(NOW - DAY)) });
const KEY = settingKey(AI_TRAINING);
const READ_ON = READINGS['a reading of a setting that is on'] as NonNullable<(typeof READINGS)[string]>;
const START = SIGNALS['a start of the browser'] as NonNullable<(typeof SIGNALS)[string]>;

const keptIn = ({ items, now }: FakeBrowser) => unseal(items.overview, '1.2.3', now)?.verdict.name ?? null;

describe('what is kept for the popup', () => {
  it('is what the background last said', async () => {
    const browser = new FakeBrowser(OFF, NOW);
    const life = browser.start();
    await idle();
    expect(keptIn(browser)).toBe('opted-out');
    await life.happen(READ_ON);
    await idle();
    expect(keptIn(browser)).toBe('opted-in');
  });

  it('never says "opted out" after another reading was stored, wherever the background dies', async () => {
    for (let call = 0; ; call++) {
      const browser = new FakeBrowser(OFF, NOW);
      await browser.start().happen(START);
      await idle();
      expect(keptIn(browser)).toBe('opted-out');
      const life = browser.start(undefined, { call, arrived: true });
      void life.happen(READ_ON);
      await idle();
      const { history } = browser.items[KEY] as ReturnType<typeof recordOf>;
      if (history.at(-1)?.state === 'on') expect(keptIn(browser)).not.toBe('opted-out');
      if (!life.dead) break;
    }
  });

  it('is not kept of a reading that the disk would not take', async () => {
    const browser = new FakeBrowser({}, NOW);
    browser.failing = (call) => call.startsWith(`storage.set ${KEY}`);
    await browser.start().happen(READ_ON);
    await idle();
    expect(browser.session).toHaveProperty('unsaved');
    expect(keptIn(browser)).toBeNull();
  });

  it('goes with everything else that is deleted', async () => {
    const browser = new FakeBrowser(OFF, NOW);
    const life = browser.start();
    await idle();
    await life.happen(CHOICES.erase);
    await idle();
    expect(browser.items).toEqual({});
    expect(await life.happen({ kind: 'message', message: { type: 'overview' }, sender: POPUP })).toMatchObject({
      overview: { verdict: { name: 'not-checked' } },
    });
  });
});
