import { day } from '../format.ts';
import type { ObjectionOverview } from '../guidance/overview.ts';
import type { Stage } from '../objection/life.ts';
import { tCode } from '../words.ts';

/** Where an objection stands, in a sentence or two with its dates. */
export function stageSentence({
  stage,
  record,
  deadline,
}: Pick<ObjectionOverview, 'stage' | 'record' | 'deadline'>): string {
  const { sentOn, answer, complainedOn } = record;
  const dates: Partial<Record<Stage, (string | null | undefined)[]>> = {
    sent: [sentOn],
    overdue: [sentOn, deadline?.day],
    granted: [answer?.on],
    partly: [answer?.on],
    refused: [answer?.on],
    complained: [complainedOn],
  };
  const said = (dates[stage] ?? []).map((isoDay) => (isoDay ? day(isoDay) : ''));
  return tCode('stage', stage, ...said);
}
