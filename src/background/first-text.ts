import { language } from '../words.ts';

// Chromium asks for an extension's texts once per process, on behalf of whoever needs one first, and keeps the answer, an empty one too: that of
// a page that was closed meanwhile. The background is not closed at that moment, so it asks before anything else of it runs.
language();
