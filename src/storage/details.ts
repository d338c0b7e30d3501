import * as z from 'zod/mini';

const Name = z.string().check(z.maxLength(60), z.regex(/^[a-z0-9?[\]> -]*$/));

/** Of how many controls the structure is kept, so that it never makes up most of what a reading writes. */
export const DESCRIBED = 3;

/**
 * The structure of the last page read, for a bug report: roles, states, counts, language and the setting's id. Every value is one of a
 * closed list or a number, since a page could otherwise name the member in it.
 */
export const Details = z.strictObject({
  page: Name,
  language: Name,
  origin: Name,
  settled: z.boolean(),
  stillness: Name,
  touched: z.boolean(),
  switched: z.boolean(),
  lingering: z.boolean(),
  main: z.boolean(),
  instead: z.nullable(Name),
  loading: z.boolean(),
  translated: z.boolean(),
  rows: z.number(),
  controls: z
    .array(
      z.strictObject({
        markup: Name,
        state: z.nullable(Name),
        sort: Name,
        options: z.number(),
        inert: z.boolean(),
        doubts: z.array(Name),
        texts: z.number(),
        textsBefore: z.number(),
        sight: Name,
        apart: z.boolean(),
        named: z.boolean(),
      }),
    )
    .check(z.maxLength(DESCRIBED)),
  /** How many more controls there were. */
  others: z.number(),
});

export type Details = z.infer<typeof Details>;
