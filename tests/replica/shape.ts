import type { Reason } from '../../src/linkedin/reasons.ts';
import type { PageState } from './page.ts';

/** What the reader must make of a page: a state, or no certain one for this reason. `confirmed`, with every proof, is expected unless said otherwise. */
export type Expected = { state: 'on' | 'off'; confirmed?: boolean } | { reason: Reason };

/** How far it is known that LinkedIn serves such a page. */
export type Evidence = 'evidenced' | 'elsewhere' | 'plausible' | 'ours';

/** A shape in which LinkedIn may serve the page of the AI setting. */
export type Shape = {
  /** Unique; the number is that of the family of shapes. */
  name: string;
  /** When the shape was described, or last seen. */
  date: string;
  about: string;
  evidence: Evidence;
  /** The page of the AI setting, as the server sends it. */
  html(state: PageState): string;
  expected: { on: Expected; off: Expected };
  /** Expected instead where LinkedIn's words are not known in the page's language, so that nothing is named. */
  expectedWithoutWords?: Shape['expected'];
  /** The control is in a shadow root, which a copy of the page does not carry over. */
  inShadow?: true;
  /** It rests on timers of a fraction of a second, which a browser only keeps for a page in front. */
  inFront?: true;
  /** Which words are meant: the setting's label, or those for on and off. */
  judgedBy?: 'label' | 'states';
};

/** The state that the server has is the state that is read. */
export const READ_RIGHT: Shape['expected'] = { on: { state: 'on' }, off: { state: 'off' } };

/** Whatever the state, the page gives no certain answer. */
export function neither(reason: Reason): Shape['expected'] {
  return { on: { reason }, off: { reason } };
}
