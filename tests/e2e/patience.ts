/**
 * How long, in milliseconds, something may take that has to come: long, since the reader counts no time in which a page was held up, of which a
 * machine that does other work besides has much. It only ends what would never come.
 */
export const PATIENCE = 300_000;
