import * as z from 'zod/mini';
import { LIMITS, type Reading } from '../linkedin/reading.ts';

/**
 * The structure of the last page read, for a bug report: roles, states, counts, language and address. No text from the page but the
 * setting's own label, which is kept beside it.
 */
export const Details = z.strictObject({
  page: z.string().check(z.maxLength(LIMITS.path * 2)),
  language: z.string().check(z.maxLength(LIMITS.language)),
  settled: z.boolean(),
  fresh: z.boolean(),
  held: z.boolean(),
  switched: z.boolean(),
  lingering: z.boolean(),
  main: z.boolean(),
  instead: z.nullable(z.string()),
  rows: z.number(),
  controls: z.array(
    z.strictObject({
      markup: z.string().check(z.maxLength(LIMITS.markup)),
      state: z.nullable(z.string()),
      inert: z.boolean(),
      restored: z.boolean(),
      texts: z.number(),
      hasStateWord: z.boolean(),
    }),
  ),
});

/** A page can write anything where its language belongs. */
const LANGUAGE_TAG = /^[a-z]{0,3}([-_][a-z0-9]{2,8})*$/i;

export type Details = z.infer<typeof Details>;

/** Reduces a reading to its structure. */
export function detailsOf({ kind, tree, path, settled, fresh, held, switched, lingering, snapshot }: Reading): Details {
  const { language, main, instead, rows, controls } = snapshot;
  return {
    page: `${kind} ${tree}/${path}`,
    language: LANGUAGE_TAG.test(language) ? language : '?',
    settled,
    fresh,
    held,
    switched,
    lingering,
    main,
    instead,
    rows: rows.length,
    controls: controls.map(({ markup, state, inert, restored, texts, stateWord }) => ({
      markup,
      state,
      inert,
      restored,
      texts: texts.length,
      hasStateWord: stateWord !== '',
    })),
  };
}
