import { configDefaults, defineConfig } from 'vitest/config';

const DEEP = '**/*.deep.test.ts';

/** Each can be narrowed by words in the names of files: `npm run unit -- regions`. */
export default defineConfig({
  root: `${import.meta.dirname}/..`,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    environment: 'node',
    // As many as there are cores on the smallest machine; by default one of them would stay idle.
    maxWorkers: 2,
    // None: how long generated work takes says how busy the machine is, not whether the work is right. What never ends is ended by
    // the limit of the whole CI run.
    testTimeout: 0,
    hookTimeout: 0,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/{unit,conventions}/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, DEEP],
          // One world for all files of a worker: to make one takes longer than most of them do.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'deep', include: [`tests/unit/${DEEP}`] } },
      // One after the other, since they read the same builds.
      { extends: true, test: { name: 'packages', include: ['tests/packages/*.test.ts'], fileParallelism: false } },
    ],
  },
});
