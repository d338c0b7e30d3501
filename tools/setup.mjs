// Runs on the machine's own Node, however old, so it is plain JavaScript and needs no package.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const STAMP = 'node_modules/.untrained-setup';
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
const installed = existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : '';

if (installed !== wanted) {
  console.log('Installing dependencies, once.');
  try {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
  } catch {
    console.error(
      'The dependencies could not be installed. Check that the npm registry can be reached ("npm ping"), then try again.',
    );
    process.exit(1);
  }
  writeFileSync(STAMP, wanted);
}
