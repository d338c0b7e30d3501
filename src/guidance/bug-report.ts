import { quotable } from '../linkedin/quotable.ts';
import type { Overview } from './overview.ts';

/**
 * What maintainers need to know of a page that was misread, in words of closed lists and numbers: a page could name the member in
 * anything else. Null where no page was read. An unknown label comes along only where the member has seen it and wants it to.
 */
export function bugReport(
  overview: Pick<Overview, 'verdict' | 'details' | 'reasonNote' | 'version' | 'isLabelKnown'>,
  withLabel: boolean,
): string | null {
  const { verdict, details, reasonNote, version, isLabelKnown } = overview;
  if (!details) return null;
  const { name, reason, missing } = verdict;
  const label = isLabelKnown ? { label: 'known' } : withLabel ? { label: unknownLabel(overview) ?? '' } : {};
  return JSON.stringify(
    { untrained: version, verdict: name, missing, reason, reasonNote, ...label, ...details },
    null,
    2,
  );
}

/** The label of the last page read, as it may be quoted, where it is none that is known; else null. */
export function unknownLabel({ verdict, isLabelKnown }: Pick<Overview, 'verdict' | 'isLabelKnown'>): string | null {
  const label = quotable((verdict.failure ?? verdict.sighting)?.label ?? '');
  return label === '' || isLabelKnown ? null : label;
}
