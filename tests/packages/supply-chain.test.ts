import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

/** Where what is shipped comes from, and that anybody can build the same. */

const ROOT = join(import.meta.dirname, '..', '..');
const OUTPUT = join(ROOT, '.output');
const REGISTRY = 'https://registry.npmjs.org/';

/** As anybody would run it: the test runner's own environment makes another build. */
const QUIETLY = { stdio: 'ignore', env: { ...process.env, NODE_ENV: 'production' } } as const;

type Component = { name: string; version: string; properties?: { name: string }[] };
type Locked = { version?: string; hasInstallScript?: boolean; resolved?: string; integrity?: string; dev?: boolean };
const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Every file of a folder with its content. */
function contentOf(folder: string): Record<string, string> {
  const files = (readdirSync(folder, { recursive: true }) as string[]).filter((file) =>
    statSync(join(folder, file)).isFile(),
  );
  return Object.fromEntries(files.sort().map((file) => [file, readFileSync(join(folder, file)).toString('base64')]));
}

describe('dependencies', () => {
  it('are locked to one version each, from the public registry, with a checksum', () => {
    const isElsewhere = ({ resolved = REGISTRY, integrity = '' }: Locked) =>
      !resolved.startsWith(REGISTRY) || !integrity.startsWith('sha512-');
    expect(packages.filter(([, locked]) => isElsewhere(locked)).map(([path]) => path)).toEqual([]);
    const asked = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('run no install script but the listed ones, and those are not shipped', () => {
    const scripted = packages.filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(scripted.filter(([, { dev }]) => !dev)).toEqual([]);
    const names = new Set(scripted.map(([path]) => nameOf(path)));
    expect([...names]).toEqual(Object.keys(manifest.allowScripts));
  });

  it('that are shipped are few, each with its licence in the package', () => {
    const licenses = readFileSync(join(OUTPUT, 'chrome-mv3', 'licenses.txt'), 'utf8');
    for (const [name, version] of Object.entries(manifest.dependencies))
      expect(licenses).toContain(`${name} ${version} (`);
    const named = [...licenses.matchAll(/^(@?[\w./-]+) \d+\.\d+\.\d+ \(([^)]+)\)$/gm)];
    const wrappers = ['wxt', '@wxt-dev/browser'];
    expect(named.map(([, name]) => name).filter((name) => !wrappers.includes(name ?? ''))).toEqual(
      Object.keys(manifest.dependencies),
    );
    expect(
      named.map(([, , license]) => license).filter((license) => !['MIT', 'MPL-2.0'].includes(license ?? '')),
    ).toEqual([]);
  });

  it('are told in a bill of materials (CycloneDX), made by npm itself', () => {
    const text = execFileSync(
      'npm',
      ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'],
      {
        cwd: ROOT,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    const bill = JSON.parse(text) as { bomFormat: string; components: Component[] };
    expect(bill.bomFormat).toBe('CycloneDX');
    const shipped = bill.components.filter(
      ({ properties = [] }) => !properties.some(({ name }) => name === 'cdx:npm:package:development'),
    );
    expect(Object.fromEntries(shipped.map(({ name, version }) => [name, version]))).toEqual(manifest.dependencies);
  });
});

describe('the source package for Mozilla’s reviewers', () => {
  let folder: string;

  beforeAll(() => {
    execFileSync('npx', ['wxt', 'zip', '-b', 'firefox'], { ...QUIETLY, cwd: ROOT });
    const zip = unzipSync(readFileSync(join(OUTPUT, `untrained-${manifest.version}-sources.zip`)));
    folder = mkdtempSync(join(tmpdir(), 'untrained-sources-'));
    for (const [name, content] of Object.entries(zip)) {
      if (name.endsWith('/')) continue;
      mkdirSync(join(folder, dirname(name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    execFileSync('npx', ['wxt', 'prepare'], { ...QUIETLY, cwd: folder });
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(['firefox', 'chrome'])('builds the very same bytes for %s', (browser) => {
    execFileSync('npx', ['wxt', 'build', '-b', browser], { ...QUIETLY, cwd: folder });
    const [ours, theirs] = [OUTPUT, join(folder, '.output')].map((output) => contentOf(join(output, `${browser}-mv3`)));
    expect(Object.keys(theirs ?? {})).toEqual(Object.keys(ours ?? {}));
    expect(
      Object.entries(theirs ?? {})
        .filter(([file, content]) => content !== ours?.[file])
        .map(([file]) => file),
    ).toEqual([]);
  });
});
