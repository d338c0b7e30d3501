import * as z from 'zod/mini';

const Text = z.string().check(z.minLength(1));
const TextByLaw = z.strictObject({ gdpr: Text, 'uk-gdpr': Text, swiss: Text, none: Text });

/** The shape of a file in `letters/`: both letters in one language. `{tokens}` are filled in, `[brackets]` are for the member. */
export const Letters = z.strictObject({
  /** The day on which the articles and terms were last checked. */
  checked: z.iso.date(),
  reviewedByNativeSpeaker: z.literal(false),
  greeting: Text,
  /** What is objected to: the same list in both letters. */
  uses: z.tuple([Text, Text]),
  closing: Text,
  objection: z.strictObject({
    subject: Text,
    account: Text,
    objectTo: Text,
    law: TextByLaw,
    reason: Text,
    stop: Text,
    answer: TextByLaw,
  }),
  complaint: z.strictObject({
    subject: Text,
    recipient: Text,
    unknownAuthority: Text,
    controller: Text,
    member: Text,
    sent: Text,
    caseNumber: Text,
    answer: z.strictObject({ none: Text, noneYet: Text, refused: Text, partly: Text }),
    unknownDay: Text,
    law: TextByLaw,
    request: Text,
    enclosures: Text,
  }),
});
