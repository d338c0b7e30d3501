import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../tests/vitest.config.ts';

/**
 * The unit tests without the table of shapes: that one notices nearly everything, but so slowly that it would take hours. What the
 * score says is therefore what the small tests notice by themselves.
 */
export default mergeConfig(
  base,
  defineConfig({ test: { exclude: ['tests/{conventions,packages}/**', 'tests/unit/linkedin/shapes*.test.ts'] } }),
);
