import type { Verdict } from '../verdict/verdict.ts';

const PILL = 'M14 3h20a11 11 0 0 1 0 22H14a11 11 0 0 1 0-22Z';
const KNOB_AT_START = <circle cx="14" cy="14" r="5" fill="currentColor" stroke="none" />;

/**
 * A switch drawn as the verdict has it, in the shapes of the toolbar icon, so that no answer depends on colour: full with the knob at its
 * end, empty with a tick, broken where it is not certain, crossed where the rule leaves the member out.
 */
export function Mark({ verdict }: { verdict: Verdict }) {
  return (
    <svg class="mark" viewBox="0 0 72 28" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="4">
      {drawingOf(verdict)}
    </svg>
  );
}

function drawingOf({ name, fresh, failure }: Verdict) {
  switch (name) {
    case 'opted-in':
      return (
        <path
          d="M14 1h20a13 13 0 0 1 0 26H14a13 13 0 0 1 0-26Zm20 5a8 8 0 1 0 0 16 8 8 0 0 0 0-16Z"
          fill="currentColor"
          fill-rule="evenodd"
          stroke="none"
        />
      );
    case 'opted-out':
      if (!fresh || failure) return <NotCertain />;
      return (
        <>
          <path d={PILL} />
          {KNOB_AT_START}
          <path class="upright" d="M52 14l6 6 11-13" />
        </>
      );
    case 'unconfirmed':
      return <NotCertain />;
    case 'exempt':
      return (
        <>
          <path d={PILL} />
          <path d="M13 14h22" />
        </>
      );
    case 'not-checked':
      return <path d={PILL} stroke-dasharray="5.3 3.3" stroke-width="3.4" />;
    case 'unknown':
      return (
        <>
          <path d={PILL} stroke-dasharray="5.3 3.3" stroke-width="3.4" />
          <g class="upright">
            <path d="M20.5 11.5c0-2.6 1.6-4 3.6-4s3.5 1.3 3.5 3.3c0 2.7-3.5 2.6-3.5 5.200" stroke-width="2.6" />
            <circle cx="24" cy="19.5" r="1.7" fill="currentColor" stroke="none" />
          </g>
        </>
      );
  }
}

function NotCertain() {
  return (
    <>
      <path d={PILL} stroke-dasharray="5.3 3.3" stroke-width="3.4" />
      {KNOB_AT_START}
    </>
  );
}
