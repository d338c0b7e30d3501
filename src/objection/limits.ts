/** Upper bounds of what a member can type about an objection, in characters. */
export const OBJECTION_LIMITS = { letter: 10_000, caseNumber: 60 } as const;
