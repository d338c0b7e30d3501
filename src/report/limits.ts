import { OBJECTIONS } from '../storage/limits.ts';

/** Upper bounds of an exported file: what a file beyond them holds is no report. */
export const REPORT_LIMITS = {
  bytes: 5_000_000,
  settings: 200,
  history: 5000,
  earlier: OBJECTIONS,
} as const;
