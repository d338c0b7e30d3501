import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: `${import.meta.dirname}/..`,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/{unit,conventions,packages}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // As many as there are cores on the smallest machine; by default one of them would stay idle.
    maxWorkers: 2,
  },
});
