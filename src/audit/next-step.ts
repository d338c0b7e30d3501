import type { Stage } from '../objection/life.ts';
import type { Verdict } from './verdict.ts';

/** Where the member is, as far as the browser tells: only the page in front, only after a click on the toolbar icon. */
export type Place =
  | { kind: 'elsewhere' }
  | { kind: 'sign-in' }
  /** A tab was opened for the setting, and something else came up there. */
  | { kind: 'sent-elsewhere' }
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
  | 'await-answer'
  | 'answer-overdue'
  | 'weigh-answer'
  | 'nothing'
  | 'recheck';

/** Steps that lead to the setting's page, which LinkedIn does not show before one has signed in. */
const BEHIND_SIGN_IN: NextStep[] = ['open', 'open-and-switch-off', 'open-to-confirm', 'reload', 'try-again', 'recheck'];

/** What is left to do about the objection, once the switch is done. */
const OBJECTION_STEPS: Record<Stage, NextStep> = {
  'not-begun': 'object',
  prepared: 'object',
  sent: 'await-answer',
  overdue: 'answer-overdue',
  partly: 'weigh-answer',
  refused: 'weigh-answer',
  granted: 'nothing',
  complained: 'nothing',
  closed: 'nothing',
};

/** What the member does next, from the verdict, the place they are at, and where the objection stands. */
export function nextStep(verdict: Verdict, place: Place, stage: Stage): NextStep {
  const step = stepFor(verdict, place, stage);
  const isHeldUp = place.kind === 'sign-in' || place.kind === 'sent-elsewhere';
  return isHeldUp && BEHIND_SIGN_IN.includes(step) ? 'sign-in' : step;
}

function stepFor({ name, sighting, failure, fresh }: Verdict, place: Place, stage: Stage): NextStep {
  const onAiSetting = place.kind === 'setting' && place.isAiSetting;
  if (onAiSetting && place.reader === 'missing') return 'read';
  if (onAiSetting && place.reader === 'looking' && !sighting) return 'wait';
  switch (name) {
    case 'opted-in':
      return onAiSetting ? 'switch-off' : 'open-and-switch-off';
    case 'unconfirmed':
      return sighting?.via === 'list' ? 'open-to-confirm' : 'reload';
    case 'opted-out':
      if (failure) return 'try-again';
      return fresh ? OBJECTION_STEPS[stage] : 'recheck';
    case 'unknown':
      return 'try-again';
    case 'exempt':
    case 'not-checked':
      return onAiSetting ? 'try-again' : 'open';
  }
}
