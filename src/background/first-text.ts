import { language } from '../words.ts';

// Chromium fetches an extension's texts once per process, for whoever needs one first, and keeps the answer, even an empty one: that of a page
// that was closed in the meantime. The background is not closed at that moment, so it asks before anything else in it runs.
language();
