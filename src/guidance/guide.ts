import { isMembersTurn, type Stage } from '../objection/life.ts';
import type { Label } from '../verdict/recognise.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { Place } from './next-step.ts';

/** The way from "LinkedIn may train on your data" to "opted out, confirmed, objection sent". */
export type StepId = 'open' | 'sign-in' | 'switch-off' | 'confirm' | 'objection' | 'done';

/** What stands in the way at a step. Each has a sentence on what to try. */
export type Problem =
  | 'signed-out'
  | 'sent-elsewhere'
  | 'not-recognised'
  | 'translated'
  | 'not-offered'
  | 'not-saved'
  | 'on-again'
  | 'stale';

/** `not-needed` comes with why: the region is exempt, the switch was off from the start, or the member leaves the objection out. */
export type Step = { id: StepId } & (
  | { state: 'done' | 'to-come' }
  | { state: 'not-needed'; why: 'exempt' | 'already-off' | 'left-out' }
  | { state: 'current'; problem: Problem | null }
);

/** A step on its own, before it is known which one is the first that is left to do. */
type Finding = { id: StepId } & (
  | { state: 'done' }
  | { state: 'not-needed'; why: 'exempt' | 'already-off' | 'left-out' }
  | { state: 'to-do'; problem: Problem | null }
);

/**
 * The steps in their order, each completed by what was read; only the objection, which cannot be read, by what the member tells.
 * Exactly one is current. Steps after it may be done already: the order is a proposal. `question`: the label that waits to be recognised.
 */
export function guideOf(verdict: Verdict, place: Place, stage: Stage, question: Label | null = null): Step[] {
  const findings: Finding[] = [
    ...settingSteps(verdict, place, question),
    objectionStep(stage),
    { id: 'done', state: 'to-do', problem: null },
  ];
  const current = findings.findIndex(({ state }) => state === 'to-do');
  return findings.map((finding, index) => {
    if (finding.state !== 'to-do') return finding;
    return index === current
      ? { id: finding.id, state: 'current', problem: finding.problem }
      : { id: finding.id, state: 'to-come' };
  });
}

function settingSteps(verdict: Verdict, place: Place, question: Label | null): Finding[] {
  if (verdict.name === 'exempt') {
    return (['open', 'sign-in', 'switch-off', 'confirm'] as const).map((id) => ({
      id,
      state: 'not-needed',
      why: 'exempt',
    }));
  }
  const { sighting } = verdict;
  const account = accountProblem(verdict, place);
  const failure = readingProblem(verdict, question);
  const isRead = sighting !== null;
  return [
    isRead || account ? { id: 'open', state: 'done' } : { id: 'open', state: 'to-do', problem: failure },
    account || !isRead ? { id: 'sign-in', state: 'to-do', problem: account } : { id: 'sign-in', state: 'done' },
    switchOff(verdict, failure),
    confirm(verdict, failure, question),
  ];
}

function switchOff({ sighting, everOn, againAfter, notSaved }: Verdict, failure: Problem | null): Finding {
  if (sighting?.state !== 'off') {
    const problem = againAfter !== null ? 'on-again' : notSaved ? 'not-saved' : failure;
    return { id: 'switch-off', state: 'to-do', problem };
  }
  return everOn ? { id: 'switch-off', state: 'done' } : { id: 'switch-off', state: 'not-needed', why: 'already-off' };
}

function confirm({ name, fresh, failure }: Verdict, problem: Problem | null, question: Label | null): Finding {
  if (name !== 'opted-out') return { id: 'confirm', state: 'to-do', problem };
  if (fresh && !failure) return { id: 'confirm', state: 'done' };
  return { id: 'confirm', state: 'to-do', problem: problem ?? (question ? null : 'stale') };
}

function objectionStep(stage: Stage): Finding {
  if (stage === 'closed') return { id: 'objection', state: 'not-needed', why: 'left-out' };
  return isMembersTurn(stage) ? { id: 'objection', state: 'to-do', problem: null } : { id: 'objection', state: 'done' };
}

/** LinkedIn did not show the setting because nobody is signed in, or may not be. */
function accountProblem({ name, reason, fresh }: Verdict, place: Place): 'signed-out' | 'sent-elsewhere' | null {
  if (name === 'opted-out' && fresh && !reason) return null;
  if (place.kind === 'sign-in' || reason === 'signed-out') return 'signed-out';
  return place.kind === 'sent-elsewhere' ? 'sent-elsewhere' : null;
}

/** What kept the latest look from an answer, but for a page that asks to sign in. */
function readingProblem({ reason }: Verdict, question: Label | null): Problem | null {
  if (reason === null || reason === 'signed-out') return null;
  // The question says what is in the way, and answering it is what to try.
  if (reason === 'wording-changed' && question) return null;
  if (reason === 'translated') return 'translated';
  return reason === 'no-control' ? 'not-offered' : 'not-recognised';
}
