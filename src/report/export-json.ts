import { quotable } from '../linkedin/quotable.ts';
import { ruleFor, TABLE_DATE } from '../regions/rules.ts';
import type { Stored } from '../storage/stored.ts';
import { today } from '../time.ts';
import type { ReportFile } from './schema.ts';

/** What a file names besides what is stored: the extension's version, and the time of the export in milliseconds. */
export type ExportContext = { version: string; now: number };

/** Everything known, as the file that is exported: what was read and what the member typed strictly apart. */
export function reportFile(stored: Stored, { version, now }: ExportContext): ReportFile {
  const { country } = stored.region;
  const { current, earlier } = stored.objection;
  const { version: _, told: __, ...reminders } = stored.reminders;
  const records = Object.entries(stored.settings);
  return {
    schemaVersion: 3,
    about: {
      extension: 'Untrained',
      extensionVersion: version,
      exportedAt: new Date(now).toISOString(),
      ruleTable: TABLE_DATE,
      region: { country, chosenBy: country ? 'member' : null, rule: country ? ruleOn(country, now) : null },
      meaning: { evidence: 'read-on-linkedin-pages', typed: 'typed-by-the-member' },
    },
    evidence: {
      settings: Object.fromEntries(
        records.map(([id, { history, failure }]) => [
          id,
          { history: history.map(quoted), failure: failure && quoted(failure) },
        ]),
      ),
    },
    typed: {
      region: { country },
      marks: stored.marks.marks,
      objection: { current, earlier },
      reminders,
      recognised: stored.recognised.labels.map(quoted).filter(({ label }) => label !== ''),
    },
  };
}

/** LinkedIn's words as they may be quoted: whoever opens the file sees them in a table of any program. */
function quoted<Read extends { label: string; word?: string }>(read: Read): Read {
  const label = quotable(read.label);
  return { ...read, label, ...(read.word === undefined ? {} : { word: quotable(read.word) }) };
}

function ruleOn(country: string, now: number): ReportFile['about']['region']['rule'] {
  const answer = ruleFor(country, today(now));
  if (answer.kind !== 'rule') return null;
  const { rule, period, confidence } = answer;
  return { id: rule, status: period.status, since: period.from, confidence };
}
