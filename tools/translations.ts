import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingTexts } from './texts.ts';

/**
 * Lists the texts that a language lacks, which browsers show in English. Ends with 1 if there are any: `npm run zip` asks first, so that
 * no release goes out with them.
 */

const LOCALES = join(import.meta.dirname, '..', 'public', '_locales');

const read = (locale: string) => JSON.parse(readFileSync(join(LOCALES, locale, 'messages.json'), 'utf8'));
const english = read('en');
const gaps = readdirSync(LOCALES).flatMap((locale) => {
  const keys = missingTexts(english, read(locale));
  return keys.length > 0 ? [`${locale}: ${keys.join(', ')}`] : [];
});
process.stdout.write(
  gaps.length > 0 ? `Not translated yet:\n${gaps.join('\n')}\n` : 'Every language has every text.\n',
);
process.exitCode = gaps.length > 0 ? 1 : 0;
