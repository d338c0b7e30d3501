import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  outputDir: '../../.output/e2e',
  snapshotPathTemplate: '../gallery/pictures/{arg}{ext}',
  globalSetup: './global-setup.ts',
  // They show, they do not prove: `npm run pictures` makes them.
  ...(process.env.UNTRAINED_PICTURES ? {} : { testIgnore: '**/pictures.test.ts' }),
  fullyParallel: true,
  // Three on two cores: much of a test is waiting for a page to keep still.
  workers: 3,
  forbidOnly: true,
  // A machine that does other work besides may hold up a browser for seconds; what needed a second try is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  // Proofs take their time, and more of it on a machine that does other work besides: these only end what would never come.
  timeout: 300_000,
  expect: { timeout: 90_000 },
  reporter: 'list',
});
