/** Upper bounds of what a member can type or say, in characters or entries. */
export const TYPED_LIMITS = { letter: 10_000, caseNumber: 60, note: 500, recognised: 50 } as const;

/** How often to look again, in days. A member may also choose never. */
export const RECHECK_CHOICES = [7, 30, 90] as const;

/** How long, in days, a reading counts as fresh, unless the member chose another interval. */
export const RECHECK_DAYS = 30;

/** How many objections are kept besides the one under way. */
export const OBJECTIONS = 100;
