import { expect, it, vi } from 'vitest';
import { nameOfLanguage } from '../../src/format.ts';

vi.mock('webextension-polyfill', () => ({
  default: { i18n: { getUILanguage: () => 'en', getMessage: () => 'en' } },
}));

it.each([
  ['hi', 'Hindi'],
  ['pt_BR', 'Portuguese'],
  ['en-x-jane-doe', 'English'],
  ['', ''],
  ['Jane Doe', ''],
  ['janedoe', ''],
  ['constructor', ''],
])('the language %j of a page is called %j: only what the browser knows is shown', (tag, name) => {
  expect(nameOfLanguage(tag)).toBe(name);
});
