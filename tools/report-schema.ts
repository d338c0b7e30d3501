import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { ReportFile } from '../src/report/schema.ts';

/** The published JSON Schema (draft 2020-12) of the exported file. */
export function reportSchema(): object {
  return { title: 'Untrained report, version 1', ...z.toJSONSchema(ReportFile) };
}

/** `node tools/report-schema.ts` writes it to docs/. */
if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  const file = join(root, 'docs', 'report.schema.json');
  writeFileSync(file, JSON.stringify(reportSchema(), null, 2));
  execFileSync(join(root, 'node_modules', '.bin', 'biome'), ['format', '--write', file], { cwd: root });
}
