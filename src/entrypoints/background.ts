import '../background/first-text.ts';
import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../background/background.ts';

export default defineBackground(() => startBackground(browser));
