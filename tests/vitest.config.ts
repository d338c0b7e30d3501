import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: `${import.meta.dirname}/..`,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/{unit,conventions,packages}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // As many as there are cores on the smallest machine; by default one of them would stay idle.
    maxWorkers: 2,
    // None: how long generated work takes says how busy the machine is, not whether the work is right. What never ends is ended by
    // the limit of the whole CI run.
    testTimeout: 0,
    hookTimeout: 0,
  },
});
