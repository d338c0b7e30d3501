import type { Verdict } from '../audit/verdict.ts';

/** The verdict as a page tells it to styles and to outside programs, on its `<main>`. */
export function verdictData({ name, reason, confirmed, missing, fresh, againAfter }: Verdict): Record<string, string> {
  return {
    'data-verdict': name,
    'data-reason': reason ?? '',
    'data-missing': missing ?? '',
    'data-confirmed': String(confirmed),
    'data-fresh': String(fresh),
    'data-again': String(againAfter !== null),
  };
}
