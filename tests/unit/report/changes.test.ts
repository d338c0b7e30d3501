import { describe, expect, it } from 'vitest';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { changesSince } from '../../../src/report/changes.ts';
import { DAY, failed, listed, NOW, off, on, recordOf, switchedOff } from '../examples.ts';
import { storedWith } from './examples.ts';

const BEFORE = NOW - 10 * DAY;
const stored = storedWith({
  settings: {
    [AI_TRAINING]: recordOf(on(BEFORE), off(NOW), on(NOW + DAY)),
    research: recordOf(listed('on', BEFORE), listed('off', NOW + 2 * DAY), failed('unstable', NOW + 3 * DAY)),
    'ads-age': recordOf(on(NOW)),
  },
});

describe('what changed', () => {
  it('is every state that was read after another, newest first, with how it was read', () => {
    expect(changesSince(stored, 0).map(({ setting, ...change }) => ({ id: setting.id, ...change }))).toEqual([
      { id: 'research', at: NOW + 2 * DAY, from: 'on', to: 'off', confirmed: false, via: 'list' },
      { id: AI_TRAINING, at: NOW + DAY, from: 'off', to: 'on', confirmed: true, via: 'page' },
      { id: AI_TRAINING, at: NOW, from: 'on', to: 'off', confirmed: true, via: 'page' },
    ]);
  });

  it('is only what began after the member last looked', () => {
    expect(changesSince(stored, NOW + DAY).map(({ at }) => at)).toEqual([NOW + 2 * DAY]);
    expect(changesSince(stored, NOW + 2 * DAY)).toEqual([]);
  });

  it('is not a first reading, a failure or the same state after a click', () => {
    expect(changesSince(storedWith({ settings: { research: recordOf(on()) } }), 0)).toEqual([]);
    expect(changesSince(storedWith({ settings: { research: recordOf(on(), failed('unstable')) } }), 0)).toEqual([]);
    const clicked = recordOf(off(BEFORE), switchedOff(NOW));
    expect(clicked.history).toHaveLength(2);
    expect(changesSince(storedWith({ settings: { [AI_TRAINING]: clicked } }), 0)).toEqual([]);
  });
});
