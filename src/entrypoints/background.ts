import { texts } from '../background/first-text.ts';

// It stays before all others: whatever they do, the first text has been asked for.

import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../background/background.ts';

export default defineBackground(() => startBackground(browser, texts));
