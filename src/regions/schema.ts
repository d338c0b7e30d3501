import * as z from 'zod/mini';

const Country = z.string().check(z.regex(/^[A-Z]{2}$/));
const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const Confidence = z.enum(['high', 'medium', 'low']);

const Source = z.union([
  z.strictObject({ url: z.url({ protocol: /^https$/ }), title: z.optional(z.string()) }),
  z.strictObject({ title: z.string() }),
]);

const Period = z.strictObject({
  from: Day,
  until: z.nullable(Day),
  status: z.enum(['included', 'exempt', 'no-evidence']),
  settingDefault: z.nullable(z.literal('on')),
  /** Key of the sentence on the ground that LinkedIn or a regulator gave. */
  basis: z.nullable(
    z.enum([
      'legitimate-interest-gdpr',
      'legitimate-interest-uk-gdpr',
      'legitimate-interest-named',
      'suspended-ico',
      'paused-opc',
      'paused-pcpd',
      'none-named',
    ]),
  ),
  basisConfidence: z.optional(Confidence),
  /** Keys of further sentences. */
  notes: z.array(z.enum(['microsoft-uk', 'microsoft-no-opt-out', 'pause-may-have-begun-earlier'])),
  confidence: Confidence,
  /** Where one rule covers countries that are not equally well evidenced. */
  confidenceByCountry: z.optional(z.record(Country, Confidence)),
  sources: z.array(Source).check(z.minLength(1)),
  /** The day on which the sources were last checked. */
  checked: Day,
});

const Rule = z.strictObject({
  id: z.enum(['eu-eea-ch', 'uk', 'canada', 'hong-kong', 'mainland-china', 'rest-of-world']),
  members: z.union([z.array(Country), z.literal('*')]),
  periods: z.array(Period).check(z.minLength(1)),
});

/** The shape of `regions.json`. Periods of one rule are in order and do not overlap (held by a test). */
export const RegionTable = z.strictObject({
  asOf: Day,
  programmeSince: Day,
  territories: z.record(Country, Country),
  rules: z.array(Rule),
});

export type Source = z.infer<typeof Source>;
export type Confidence = z.infer<typeof Confidence>;
export type Period = z.infer<typeof Period>;
export type Rule = z.infer<typeof Rule>;
export type RegionTable = z.infer<typeof RegionTable>;
