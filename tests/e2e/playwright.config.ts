import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  outputDir: '../../.output/e2e',
  globalSetup: './global-setup.ts',
  // They show, they do not prove: `npm run pictures` makes them.
  ...(process.env.UNTRAINED_PICTURES ? {} : { testIgnore: '**/pictures.test.ts' }),
  fullyParallel: true,
  // Three on two cores: much of a test is waiting for a page to keep still.
  workers: 3,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
});
