import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../tests/vitest.config.ts';

/** The unit tests, with the table of shapes in two languages instead of all: one whose words are known and one whose are not. */
export default mergeConfig(
  base,
  defineConfig({ test: { exclude: ['tests/{conventions,packages}/**'], env: { UNTRAINED_LANGUAGES: 'en,mi' } } }),
);
