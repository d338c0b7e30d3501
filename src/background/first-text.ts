import { language, readOwnTexts } from '../words.ts';

/**
 * Settled once there are texts. Chromium fetches an extension's texts once per process, for whoever needs one first, and keeps the answer, even the
 * empty one that it gets when that page is closed in the meantime. A page needs them for its style sheet before anything of ours runs in it, and so
 * may come first while the background starts. The background is not closed at that moment: it asks before anything else in it runs, and reads
 * the files itself where a page came first and spoilt it.
 */
export const texts: Promise<void> = language() === '' ? readOwnTexts() : Promise.resolve();
