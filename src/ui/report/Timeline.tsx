import { eachMonthOfInterval, eachYearOfInterval } from 'date-fns';
import type { ComponentChild, ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { dateTime, day } from '../../format.ts';
import type { RuleState, Span, SwitchState, TimelineData } from '../../report/timeline.ts';
import { today } from '../../time.ts';
import { language, t, tCode } from '../../words.ts';
import { WhenOpened } from './WhenOpened.tsx';

const WIDTH = 720;
const BAND = 28;
/** A single reading has no length and has to be seen all the same. */
const THINNEST = 3;
const MOST_TICKS = 8;
const TWO_YEARS = 2 * 365 * 24 * 60 * 60 * 1000;

/** The bands from top to bottom, with the line at which each begins. The gap lies between the two that it is between. */
const LANES = [
  { name: 'switch', top: 20 },
  { name: 'gaps', top: 70 },
  { name: 'rule', top: 108 },
] as const;

type Lane = (typeof LANES)[number]['name'];
type State = SwitchState | RuleState;
type GapState = TimelineData['gaps'][number]['state'];

const AXIS = 146;
const HEIGHT = 170;

const TILE = { patternUnits: 'userSpaceOnUse', width: 6, height: 6 } as const;

const FULL = <rect width="6" height="6" fill="currentColor" />;
const STRIPES = <path d="M-1 1 1-1M0 6 6 0M5 7 7 5" stroke="currentColor" stroke-width="1.5" />;
const DOTS = <circle cx="3" cy="3" r="0.8" fill="currentColor" />;

/** How a state is drawn, so that none depends on colour. */
const DRAWN: Record<string, ComponentChild> = {
  on: FULL,
  off: null,
  'off-unconfirmed': STRIPES,
  'not-known': DOTS,
  included: FULL,
  exempt: null,
  'no-evidence': STRIPES,
  'no-rule': DOTS,
};

/**
 * The AI switch as it was read, above the rule for the member's region, over the same time, and between them where the rule included the
 * member while the switch was not certainly off. The same as a table for those who cannot see the picture.
 */
export function Timeline({ timeline }: { timeline: TimelineData }) {
  const id = useId();
  const { from, to } = timeline;
  const x = (at: number) => (WIDTH * (at - from)) / Math.max(to - from, 1);
  return (
    <figure class="timeline">
      <Scrolled>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={`${id}-title ${id}-about`}>
          <title id={`${id}-title`}>{t('timeline_title')}</title>
          <desc id={`${id}-about`}>{t('timeline_about', dateTime(from), dateTime(to))}</desc>
          <Patterns id={id} />
          {LANES.map(({ name, top }) => (
            <g key={name} class={`lane lane-${name}`}>
              <text x="0" y={top - 5}>
                {tCode('timeline', name)}
              </text>
              {timeline[name].map((span) => (
                <rect
                  key={`${span.from} ${span.state}`}
                  class={`span span-${span.state}`}
                  x={x(span.from)}
                  y={top}
                  width={Math.max(x(span.to) - x(span.from), THINNEST)}
                  height={name === 'gaps' ? BAND / 2 : BAND}
                  fill={`url(#${id}-${span.state})`}
                  stroke="currentColor"
                >
                  <title>{spanWords(name, span)}</title>
                </rect>
              ))}
            </g>
          ))}
          <line x1="0" x2={WIDTH} y1={AXIS} y2={AXIS} stroke="currentColor" />
          {ticksOf(from, to).map(({ at, label }) => (
            <g key={at} data-tick>
              <line x1={x(at)} x2={x(at)} y1={AXIS} y2={AXIS + 5} stroke="currentColor" />
              <text x={x(at)} y={AXIS + 19} text-anchor={x(at) > WIDTH * 0.9 ? 'end' : 'start'}>
                {label}
              </text>
            </g>
          ))}
        </svg>
      </Scrolled>
      <Legend id={id} timeline={timeline} />
      <WhenOpened summary={t('timeline_as_table')}>
        {() => (
          <Scrolled>
            <Table timeline={timeline} />
          </Scrolled>
        )}
      </WhenOpened>
    </figure>
  );
}

/** What may be wider than the page. It can be scrolled by keyboard too. */
function Scrolled({ children }: { children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll what has the focus
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div class="scrolled" role="group" aria-label={t('timeline_title')} tabIndex={0}>
      {children}
    </div>
  );
}

function Patterns({ id }: { id: string }) {
  return (
    <defs>
      {Object.entries(DRAWN).map(([state, drawing]) => (
        <pattern key={state} id={`${id}-${state}`} class={`span-${state}`} {...TILE}>
          {drawing}
        </pattern>
      ))}
    </defs>
  );
}

/** Only what is in the picture. Hidden from screen readers, which have the table. */
function Legend({ id, timeline }: { id: string; timeline: TimelineData }) {
  const entries = (['switch', 'rule'] as const).flatMap((lane) =>
    [...new Set(timeline[lane].map(({ state }) => state))].map((state) => ({ lane, state })),
  );
  return (
    <ul class="legend" aria-hidden="true">
      {entries.map(({ lane, state }) => (
        <li key={state} class={`lane-${lane}`}>
          <svg class={`span-${state}`} aria-hidden="true" viewBox="0 0 24 12" width="24" height="12">
            <rect width="24" height="12" fill={`url(#${id}-${state})`} stroke="currentColor" />
          </svg>{' '}
          {stateWords(lane, state)}
        </li>
      ))}
    </ul>
  );
}

function Table({ timeline }: { timeline: TimelineData }) {
  return (
    <table>
      <thead>
        <tr>
          {(['timeline_what', 'timeline_from', 'timeline_until', 'timeline_state'] as const).map((key) => (
            <th key={key} scope="col">
              {t(key)}
            </th>
          ))}
        </tr>
      </thead>
      {LANES.map(({ name }) => (
        <tbody key={name}>
          {timeline[name].map((span) => {
            const { from, until, state } = cells(name, span);
            return (
              <tr key={`${span.from} ${span.state}`}>
                <th scope="row">{tCode('timeline', name)}</th>
                <td>{from}</td>
                <td>{until}</td>
                <td>{state}</td>
              </tr>
            );
          })}
        </tbody>
      ))}
    </table>
  );
}

/** Readings have a time; a rule has days, of which the last is the one before the next begins. */
function cells(lane: Lane, { from, to, state }: Span<State>): { from: string; until: string; state: string } {
  const words = stateWords(lane, state);
  if (lane !== 'rule') return { from: dateTime(from), until: dateTime(to), state: words };
  return { from: day(today(from)), until: day(today(Math.max(to - 1, from))), state: words };
}

function spanWords(lane: Lane, span: Span<State>): string {
  const { from, until, state } = cells(lane, span);
  return t('timeline_span', state, from, until);
}

function stateWords(lane: Lane, state: State): string {
  return lane === 'gaps' ? tCode('timeline_gap', state as GapState) : tCode('timeline', state);
}

/** Years, or months within two years, as many as fit; both ends where there are hardly any. */
function ticksOf(from: number, to: number): { at: number; label: string }[] {
  const isLong = to - from > TWO_YEARS;
  const each = isLong ? eachYearOfInterval : eachMonthOfInterval;
  const all = each({ start: from, end: to })
    .map((date) => date.getTime())
    .filter((at) => at >= from);
  if (all.length < 2) return [from, to].map((at) => ({ at, label: day(today(at)) }));
  const step = Math.ceil(all.length / MOST_TICKS);
  const format = new Intl.DateTimeFormat(language(), { year: 'numeric', ...(isLong ? {} : { month: 'short' }) });
  return all.filter((_, index) => index % step === 0).map((at) => ({ at, label: format.format(at) }));
}
