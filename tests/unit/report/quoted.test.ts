import { expect, it } from 'vitest';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { reportCsv } from '../../../src/report/export-csv.ts';
import { reportFile } from '../../../src/report/export-json.ts';
import { ReportFile } from '../../../src/report/schema.ts';
import { failedInList, NOW, on, recordOf, storedWith } from '../examples.ts';

const HOSTILE = `Off\u202e\u3164\u3164Z${'\u0300'.repeat(9)}`;
const QUOTED = 'Off Z\u0300\u0300';

const stored = storedWith({
  settings: {
    [AI_TRAINING]: recordOf({ ...on(), label: HOSTILE }),
    research: recordOf({ ...failedInList('unknown-word'), label: HOSTILE, word: '\u2800' }),
  },
  recognised: {
    version: 1,
    labels: [HOSTILE, '\u3164'].map((label) => ({
      setting: AI_TRAINING,
      label,
      language: 'hi',
      answer: 'yes',
      at: NOW,
    })),
  },
});

it('an exported file has LinkedIn’s words as they may be quoted, and none where nothing can be seen', () => {
  const file = reportFile(stored, { version: '1.0.0', now: NOW });
  const { settings } = file.evidence;
  expect(settings[AI_TRAINING]?.history.map(({ label }) => label)).toEqual([QUOTED]);
  expect(settings.research?.failure).toMatchObject({ label: QUOTED, word: '' });
  expect(file.typed.recognised.map(({ label }) => label)).toEqual([QUOTED]);
  expect(ReportFile.safeParse(file).success).toBe(true);
  expect(reportCsv(file)).not.toMatch(/[\u202e\u3164\u2800]|\p{M}{3}/u);
});
