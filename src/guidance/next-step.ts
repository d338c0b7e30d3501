import type { Proof } from '../linkedin/interpret.ts';
import type { Stage } from '../objection/life.ts';
import type { Label } from '../verdict/recognise.ts';
import type { Verdict } from '../verdict/verdict.ts';

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
  | 'look-once-more'
  | 'open-once-more'
  | 'reload'
  | 'reload-unclear'
  | 'show'
  | 'bring-to-front'
  | 'keep-in-front'
  | 'recognise'
  | 'show-original'
  | 'try-again'
  | 'object'
  | 'await-answer'
  | 'answer-overdue'
  | 'weigh-answer'
  | 'nothing'
  | 'recheck';

/** Steps that lead to the setting's page, which LinkedIn does not show before one has signed in. */
const BEHIND_SIGN_IN: NextStep[] = [
  'open',
  'open-and-switch-off',
  'open-to-confirm',
  'look-once-more',
  'open-once-more',
  'reload',
  'reload-unclear',
  'show',
  'bring-to-front',
  'keep-in-front',
  'show-original',
  'try-again',
  'recheck',
];

/** Milliseconds after which a page in front that has not come to rest is not likely to: the longest check takes 20 s. */
const RESTLESS = 30_000;

/** What the missing proof of an "off" asks for: on the setting's page, and anywhere else where that differs. */
const STEP_FOR: Record<Proof, { there: NextStep; elsewhere?: NextStep }> = {
  named: { there: 'reload-unclear' },
  told: { there: 'reload-unclear' },
  shown: { there: 'show', elsewhere: 'bring-to-front' },
  whole: { there: 'keep-in-front', elsewhere: 'bring-to-front' },
  served: { there: 'reload' },
  newest: { there: 'open-once-more' },
};

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

/**
 * What the member does next, from the verdict, the place they are at, where the objection stands, the time in milliseconds, and the label
 * that waits to be recognised.
 */
export function nextStep(
  verdict: Verdict,
  place: Place,
  stage: Stage,
  now: number,
  question: Label | null = null,
): NextStep {
  const step = stepFor(verdict, place, stage, now, question);
  const isHeldUp = place.kind === 'sign-in' || place.kind === 'sent-elsewhere';
  return isHeldUp && BEHIND_SIGN_IN.includes(step) ? 'sign-in' : step;
}

/** When a page that has not come to rest counts as one that will not, in milliseconds; null where it is not waited for. */
export function restlessAt({ name, missing, sighting }: Verdict): number | null {
  if (name !== 'unconfirmed' || missing !== 'whole' || !sighting) return null;
  return Math.max(sighting.at, Math.round(sighting.load)) + RESTLESS;
}

function stepFor(verdict: Verdict, place: Place, stage: Stage, now: number, question: Label | null): NextStep {
  const { name, reason, sighting, failure, fresh } = verdict;
  const onAiSetting = place.kind === 'setting' && place.isAiSetting;
  if (onAiSetting && place.reader === 'missing') return 'read';
  if (onAiSetting && place.reader === 'looking' && !sighting) return 'wait';
  // "On" is to be switched off whatever else is asked beside it.
  if (name !== 'opted-in' && question) return 'recognise';
  if (name !== 'opted-in' && reason === 'translated') return 'show-original';
  switch (name) {
    case 'opted-in':
      return onAiSetting ? 'switch-off' : 'open-and-switch-off';
    case 'unconfirmed':
      return stepToConfirm(verdict, onAiSetting, now);
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

function stepToConfirm(verdict: Verdict, onAiSetting: boolean, now: number): NextStep {
  const { sighting, failure, missing } = verdict;
  if (sighting?.via === 'list') return 'open-to-confirm';
  if (failure) return 'reload';
  if (sighting?.confirmedBefore !== undefined && !onAiSetting) return 'look-once-more';
  // The member has recognised the label since: the page has only to be read again.
  if (missing === 'named' && sighting?.recognisable) return 'reload';
  const restless = restlessAt(verdict);
  if (onAiSetting && restless !== null && now >= restless) return 'reload-unclear';
  const { there, elsewhere = there } = STEP_FOR[missing ?? 'served'];
  return onAiSetting ? there : elsewhere;
}
