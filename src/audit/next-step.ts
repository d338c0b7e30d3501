import type { Verdict } from './verdict.ts';

/** Where the member is, as far as the browser tells: only the page in front, only after a click on the toolbar icon. */
export type Place =
  | { kind: 'elsewhere' }
  | { kind: 'sign-in' }
  | { kind: 'setting'; tabId: number; isAiSetting: boolean; reader: 'looking' | 'done' | 'missing' };

/** The one thing to do next. */
export type NextStep =
  | 'open'
  | 'read'
  | 'wait'
  | 'sign-in'
  | 'switch-off'
  | 'open-and-switch-off'
  | 'open-to-confirm'
  | 'reload'
  | 'try-again'
  | 'object'
  | 'recheck';

/** What the member does next, from the verdict and the place they are at. */
export function nextStep(verdict: Verdict, place: Place): NextStep {
  const onAiSetting = place.kind === 'setting' && place.isAiSetting;
  if (onAiSetting && place.reader === 'missing') return 'read';
  if (onAiSetting && place.reader === 'looking' && !verdict.sighting) return 'wait';
  switch (verdict.name) {
    case 'opted-in':
      return onAiSetting ? 'switch-off' : 'open-and-switch-off';
    case 'unconfirmed':
      return verdict.sighting?.via === 'list' ? 'open-to-confirm' : 'reload';
    case 'opted-out':
      if (verdict.failure) return 'try-again';
      return verdict.fresh ? 'object' : 'recheck';
    case 'unknown':
      return place.kind === 'sign-in' ? 'sign-in' : 'try-again';
    default:
      return place.kind === 'sign-in' ? 'sign-in' : 'open';
  }
}
