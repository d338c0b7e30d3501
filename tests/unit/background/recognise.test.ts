import { expect, it } from 'vitest';
import { afterChange } from '../../../src/background/change.ts';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import type { Stored } from '../../../src/storage/stored.ts';
import { verdictOf } from '../../../src/verdict/verdict.ts';
import { NOW, off, recordOf, storedWith } from '../examples.ts';

const LABEL = { label: 'मेरे डेटा का उपयोग करें', language: 'hi' };

function after(stored: Stored, answer: 'yes' | 'no' | null): Stored {
  const change = afterChange(
    stored,
    { type: 'recognise', setting: AI_TRAINING, ...LABEL, answer },
    { managed: {}, era: 'era', now: NOW },
  );
  if (!change.ok) throw new Error(change.why);
  return change.stored;
}

const known = storedWith({ settings: { [AI_TRAINING]: recordOf({ ...off(), ...LABEL }) } });
const nameOf = ({ settings }: Stored) => verdictOf(settings[AI_TRAINING] as never, null, NOW).name;

it('a "yes" is kept with its day and changes nothing that was read', () => {
  const recognised = after(known, 'yes');
  expect(recognised.recognised.labels).toEqual([{ setting: AI_TRAINING, ...LABEL, answer: 'yes', at: NOW }]);
  expect(recognised.settings).toBe(known.settings);
});

it.each([null, 'no'] as const)(
  'once it is %j instead, what was confirmed by it is not confirmed any more',
  (answer) => {
    const recognised = after(known, 'yes');
    expect(nameOf(recognised)).toBe('opted-out');
    const taken = after(recognised, answer);
    expect(taken.recognised.labels.map((one) => one.answer)).toEqual(answer === null ? [] : ['no']);
    expect(nameOf(taken)).toBe('unconfirmed');
  },
);
