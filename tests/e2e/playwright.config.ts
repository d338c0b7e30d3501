import { defineConfig } from '@playwright/test';
import { PATIENCE } from './patience.ts';

/** `npm run pictures` makes pictures, which show and do not prove; `npm run silence` measures, for which it needs a machine of its own. */
const NOT_ASKED_FOR = [
  ...(process.env.UNTRAINED_PICTURES ? [] : ['**/pictures.test.ts']),
  ...(process.env.UNTRAINED_SILENCE ? [] : ['**/*silence-measured.test.ts']),
];

/** What keeps a core busy from beginning to end. All else mostly waits for a page to stand still. */
const COMPUTING = ['**/gallery-*.test.ts', '**/shapes.test.ts', '**/properties.test.ts'];

export default defineConfig({
  testDir: '.',
  outputDir: '../../.output/e2e',
  snapshotPathTemplate: '../gallery/pictures/{arg}{ext}',
  globalSetup: './global-setup.ts',
  // So that both go on side by side from the start: those that wait leave the cores to those that compute.
  projects: [
    { name: 'computing', testMatch: COMPUTING, workers: 2 },
    { name: 'waiting', testIgnore: [...COMPUTING, ...NOT_ASKED_FOR] },
  ],
  fullyParallel: true,
  // On two cores.
  workers: 6,
  forbidOnly: true,
  // A machine that does other work besides may hold up a browser for seconds; what needed a second try is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  // Proofs take their time, and more of it on a machine that does other work besides: these only end what would never come.
  timeout: 1_800_000,
  expect: { timeout: PATIENCE },
  reporter: 'list',
});
