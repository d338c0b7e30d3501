import type { ComponentChildren } from 'preact';
import type { Problem as ProblemId, Step, StepId } from '../../guidance/guide.ts';
import { tCode } from '../../words.ts';

type Props = { steps: Step[]; content(id: StepId, isCurrent: boolean): ComponentChildren };

/** All steps in their order: which are done, which is next, what stands in its way, and what does not apply and why. */
export function Steps({ steps, content }: Props) {
  return (
    <ol class="steps">
      {steps.map((step) => (
        <li
          key={step.id}
          data-step={step.id}
          data-state={step.state}
          data-problem={step.state === 'current' ? (step.problem ?? '') : undefined}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <h3>
            {tCode('guide', step.id)} <span class="state">{tCode('guide_state', step.state)}</span>
          </h3>
          {step.state === 'not-needed' && <p class="note">{tCode('guide_why', step.why)}</p>}
          {step.state === 'current' && step.problem && <Problem problem={step.problem} />}
          {content(step.id, step.state === 'current')}
        </li>
      ))}
    </ol>
  );
}

/** What stands in the way, and what to try. */
function Problem({ problem }: { problem: ProblemId }) {
  return (
    <div class="problem" role="status">
      <p>
        <strong>{tCode('problem', problem)}</strong>
      </p>
      <p>{tCode('try', problem)}</p>
    </div>
  );
}
