import { eachDayOfInterval } from 'date-fns';
import { ruleFor } from '../regions/rules.ts';
import type { Period } from '../regions/schema.ts';
import type { Sighting } from '../storage/setting-record.ts';
import { today } from '../time.ts';

/** A stretch of time in milliseconds. A single reading is a stretch without length. */
export type Span<State> = { from: number; to: number; state: State };

export type SwitchState = 'on' | 'off' | 'off-unconfirmed' | 'not-known';
export type RuleState = Period['status'] | 'no-rule';

/** The AI switch as it was read and the rule for the region, over the same time: each covers all of it, in order. */
export type TimelineData = {
  from: number;
  to: number;
  switch: Span<SwitchState>[];
  rule: Span<RuleState>[];
  /** Where the rule included the member and the switch was not certainly off: with what it was instead. */
  gaps: Span<Exclude<SwitchState, 'off'>>[];
};

/**
 * What the picture shows from one time to another (milliseconds), for the history of the AI setting and the country that the member
 * has chosen, or null. Days of a rule are the member's own calendar days.
 */
export function timelineOf(history: Sighting[], country: string | null, from: number, to: number): TimelineData {
  const switches = filled(history.flatMap(readSpans), from, to);
  const rule = ruleSpans(country, from, to);
  return { from, to, switch: switches, rule, gaps: gapsBetween(rule, switches) };
}

/** In milliseconds. */
const MINUTE = 60 * 1000;

/** Between the last time one state was seen and the first time the next was, nobody looked: that stretch is nobody's. */
function readSpans(
  { at, state, lastSeen, confirmed }: Sighting,
  index: number,
  history: Sighting[],
): Span<SwitchState>[] {
  const to = Math.min(lastSeen, history[index + 1]?.at ?? lastSeen);
  if (state === 'on') return [{ from: at, to, state }];
  if (!confirmed) return [{ from: at, to, state: 'off-unconfirmed' }];
  // As for the verdict: "off" is proven up to the last fresh load, and only seen from there on, but for the time that the proofs take.
  const proven = confirmed.at + MINUTE < to ? confirmed.at : to;
  const seen: Span<SwitchState>[] = proven < to ? [{ from: proven, to, state: 'off-unconfirmed' }] : [];
  return [{ from: Math.min(at, proven), to: proven, state: 'off' }, ...seen];
}

/** Cuts spans to a stretch of time and fills what is between them with "not known". What a clock that was set back made overlap is cut. */
function filled(spans: Span<SwitchState>[], from: number, to: number): Span<SwitchState>[] {
  const all: Span<SwitchState>[] = [];
  let reached = from;
  for (const span of spans.filter((span) => span.from <= to)) {
    if (span.to < reached) continue;
    const start = Math.max(span.from, reached);
    if (start > reached) all.push({ from: reached, to: start, state: 'not-known' });
    reached = Math.max(Math.min(span.to, to), start);
    all.push({ from: start, to: reached, state: span.state });
  }
  return reached < to ? [...all, { from: reached, to, state: 'not-known' }] : all;
}

function ruleSpans(country: string | null, from: number, to: number): Span<RuleState>[] {
  const spans: Span<RuleState>[] = [];
  for (const start of eachDayOfInterval({ start: from, end: to })) {
    const state = ruleStateOn(country, start.getTime());
    const last = spans.at(-1);
    if (last?.state === state) continue;
    const begins = Math.max(start.getTime(), from);
    if (last) last.to = begins;
    spans.push({ from: begins, to, state });
  }
  return spans;
}

function ruleStateOn(country: string | null, at: number): RuleState {
  const answer = country ? ruleFor(country, today(at)) : null;
  return answer?.kind === 'rule' ? answer.period.status : 'no-rule';
}

function gapsBetween(rule: Span<RuleState>[], switches: Span<SwitchState>[]): TimelineData['gaps'] {
  const included = rule.filter(({ state }) => state === 'included');
  return switches.flatMap(({ state, ...span }) => {
    if (state === 'off') return [];
    return included
      .map((period) => ({ from: Math.max(span.from, period.from), to: Math.min(span.to, period.to), state }))
      .filter(({ from, to }) => from < to);
  });
}
