import { describe, expect, it } from 'vitest';
import { withChoices } from '../../../src/linkedin/choices.ts';
import type { Control } from '../../../src/linkedin/reading.ts';
import { control, LABEL, pageText } from '../examples.ts';

const GROUP = [pageText(LABEL)];
const OTHER_GROUP = [pageText('Research')];

/** One of several buttons that stand for one another. */
function button(text: string, chosen: boolean, changes: Partial<Control> = {}): Control {
  const state = chosen ? 'on' : 'off';
  return control({ sort: 'radio', state, group: GROUP, name: [pageText(text)], before: [], ...changes });
}

function pressed(text: string, chosen: boolean, changes: Partial<Control> = {}): Control {
  return button(text, chosen, { sort: 'pressed', ...changes });
}

const OPTIONS = [
  { text: 'On', chosen: false },
  { text: 'Off', chosen: true },
];

describe('buttons that stand for one another', () => {
  it('are one choice, named by their group, with their words as options', () => {
    expect(withChoices([button('On', false), button('Off', true)], 'en')).toEqual([
      control({ sort: 'radio', state: null, options: OPTIONS, group: GROUP, name: GROUP, before: [] }),
    ]);
  });

  it('are one choice where they are pressed and named after states', () => {
    expect(withChoices([pressed('On', false), pressed('Off', true)], 'en')).toMatchObject([
      { sort: 'radio', state: null, options: OPTIONS, name: GROUP },
    ]);
  });

  it('are called by the text after them where they have no name', () => {
    const nameless = (text: string, chosen: boolean) => button('', chosen, { name: [], after: [pageText(text)] });
    expect(withChoices([nameless('On', false), nameless('Off', true)], 'en')).toMatchObject([{ options: OPTIONS }]);
  });

  it('keep what stands before them, for a group without a name', () => {
    const [choice] = withChoices([button('On', false, { before: [pageText(LABEL)] }), button('Off', true)], 'en');
    expect(choice).toMatchObject({ before: [pageText(LABEL)], after: [] });
  });

  it('cannot be used when one of them cannot', () => {
    expect(withChoices([button('On', false), button('Off', true, { inert: true })], 'en')).toMatchObject([
      { inert: true },
    ]);
  });

  it('are doubted when one of them was delivered otherwise, and for nothing else', () => {
    const doubted = (doubts: Control['doubts']) => [button('On', false), button('Off', true, { doubts })];
    expect(withChoices(doubted(['restored']), 'en')).toMatchObject([{ doubts: ['restored'] }]);
    expect(withChoices(doubted(['unspoken']), 'en')).toMatchObject([{ doubts: [] }]);
  });

  it('have been in view when one of them has', () => {
    const sights = (one: Control['sight'], other: Control['sight']) =>
      withChoices([button('On', false, { sight: one }), button('Off', true, { sight: other })], 'en')[0]?.sight;
    expect([sights('unseen', 'seen'), sights('unseen', 'nothing'), sights('seen', 'nothing')]).toEqual([
      'seen',
      'unseen',
      'seen',
    ]);
  });
});

describe('what stays apart', () => {
  it.each<[string, Control[]]>([
    ['switches', [control(), control()]],
    ['pressed buttons that are named after no state', [pressed('Star', false), pressed('Pin', true)]],
    ['a pressed button beside a switch', [pressed('On', false), control()]],
    ['a single pressed button, though it is named after a state', [pressed('Off', false)]],
  ])('is %s', (_, controls) => {
    expect(withChoices(controls, 'en')).toEqual(controls);
  });

  it.each<[string, Control[], number]>([
    ['of two groups', [button('On', true), button('Off', true, { group: OTHER_GROUP })], 2],
    ['with a switch in between', [button('On', true), control(), button('Off', false)], 3],
    ['of two kinds', [button('On', true), pressed('Off', false)], 2],
  ])('is buttons %s', (_, controls, count) => {
    expect(withChoices(controls, 'en')).toHaveLength(count);
  });

  it('is a radio button alone, but as a choice of one, which is no switch', () => {
    expect(withChoices([button('On', false)], 'en')).toMatchObject([
      { sort: 'radio', state: null, options: [{ text: 'On', chosen: false }] },
    ]);
  });

  it('is pressed buttons whose words are none of the language', () => {
    const buttons = [pressed('Ein', false), pressed('Aus', true)];
    expect(withChoices(buttons, 'de')).toHaveLength(1);
    expect(withChoices(buttons, 'fr')).toEqual(buttons);
  });
});
