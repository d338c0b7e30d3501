import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  outputDir: '../../.output/e2e',
  snapshotPathTemplate: '../gallery/pictures/{arg}{ext}',
  globalSetup: './global-setup.ts',
  // `npm run pictures` makes pictures, which show and do not prove; `npm run silence` measures, for which it needs a machine of its own.
  testIgnore: [
    ...(process.env.UNTRAINED_PICTURES ? [] : ['**/pictures.test.ts']),
    ...(process.env.UNTRAINED_SILENCE ? [] : ['**/*silence-measured.test.ts']),
  ],
  fullyParallel: true,
  // Three on two cores: much of a test is waiting for a page to keep still.
  workers: 3,
  forbidOnly: true,
  // A machine that does other work besides may hold up a browser for seconds; what needed a second try is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  // Proofs take their time, and more of it on a machine that does other work besides: these only end what would never come.
  timeout: 1_800_000,
  expect: { timeout: 90_000 },
  reporter: 'list',
});
