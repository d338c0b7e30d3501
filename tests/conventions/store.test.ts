import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (...path: string[]) => readFileSync(join(ROOT, ...path), 'utf8');

const { version } = JSON.parse(read('package.json'));
const listings = readdirSync(join(ROOT, 'docs', 'store')).filter((file) => /^[a-z]{2}(-[A-Z]{2})?\.md$/.test(file));

/** What the stores take: Edge the shortest names, Chrome the shortest summaries, justifications and descriptions. */
const LONGEST = { name: 45, summary: 132, description: 16_000, justification: 1000 };

describe('the listings', () => {
  it('are there in English and German', () => {
    expect(listings).toEqual(expect.arrayContaining(['en.md', 'de.md']));
  });

  it.each(listings)('%s fits into the stores', (file) => {
    const [name, summary, description] = ['Name', 'Summary', 'Description'].map((title) =>
      section(listing(file), title),
    );
    expect(name).toMatch(/^Untrained/);
    for (const text of [name, summary, description]) expect(text).toBeTruthy();
    expect(length(name)).toBeLessThanOrEqual(LONGEST.name);
    expect(length(summary)).toBeLessThanOrEqual(LONGEST.summary);
    expect(length(description)).toBeLessThanOrEqual(LONGEST.description);
  });

  it.each(listings)('%s says the same as the package, from which stores take name and summary', (file) => {
    const path = join(ROOT, 'public', '_locales', file.replace('.md', '').replace('-', '_'), 'messages.json');
    if (!existsSync(path)) return;
    const { extensionName, extensionDescription } = JSON.parse(readFileSync(path, 'utf8'));
    expect(section(listing(file), 'Name')).toBe(extensionName.message);
    expect(section(listing(file), 'Summary')).toBe(extensionDescription.message);
  });

  it('are plain text, and say that the extension is not LinkedIn’s', () => {
    for (const file of listings) expect(section(listing(file), 'Description')).not.toMatch(/\*\*|\]\(|^#/m);
    expect(section(listing('en.md'), 'Description')).toContain('not affiliated with LinkedIn');
    expect(section(listing('de.md'), 'Description')).toContain('nicht mit LinkedIn verbunden');
  });
});

describe('every permission', () => {
  const permissions = askedFor();

  it('is found', () => {
    expect(permissions).toEqual(expect.arrayContaining(['storage', 'https://www.linkedin.com/mypreferences/*']));
  });

  it.each(permissions)('%s has a paragraph in docs/permissions.md', (permission) => {
    expect(length(section(read('docs', 'permissions.md'), `\`${permission}\``))).toBeGreaterThan(100);
  });

  it.each(permissions)('%s is justified for the stores', (permission) => {
    const justification = length(section(read('docs', 'store', 'README.md'), `\`${permission}\``));
    expect(justification).toBeGreaterThan(100);
    expect(justification).toBeLessThanOrEqual(LONGEST.justification);
  });
});

describe('the threat model', () => {
  const rows = read('docs', 'threat-model.md')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) => line.split(' | '));
  const tests = rows.flatMap((cells) =>
    [...(cells.at(-1) ?? '').matchAll(/`(tests\/[^`]+)`(?:: "(.+?)"(?=;| \||$))?/g)].map(([, file, title]) => ({
      file: file as string,
      title,
    })),
  );

  it('names a test in every row', () => {
    expect(rows.length).toBeGreaterThan(10);
    for (const cells of rows) {
      expect(cells).toHaveLength(4);
      expect(cells.at(-1)).toMatch(/`tests\/\S+\.test\.tsx?`/);
    }
  });

  it.each([...new Set(tests.map(({ file }) => file))])('%s exists', (file) => {
    expect(existsSync(join(ROOT, file))).toBe(true);
  });

  it.each(tests.filter(({ title }) => title))('$file has "$title"', ({ file, title }) => {
    expect(read(file).includes(`'${title}'`)).toBe(true);
  });
});

describe('the schema of managed values', () => {
  const schema = JSON.parse(read('public', 'managed-schema.json'));

  it('is documented key by key', () => {
    const policy = read('docs', 'managed-policy.md');
    expect(Object.keys(schema.properties)).toEqual(['country', 'recheckDays', 'showObjection', 'contact', 'firstRun']);
    for (const key of Object.keys(schema.properties)) {
      expect(policy).toContain(`| \`${key}\` |`);
      expect(policy).toContain(`"${key}"`);
    }
  });

  it('has nothing that Chromium, which would refuse the whole extension, does not know', () => {
    expect(Object.keys(schema)).toEqual(['type', 'properties']);
    for (const property of Object.values<object>(schema.properties)) {
      const known = ['type', 'title', 'description', 'enum', 'pattern'];
      expect(Object.keys(property).filter((key) => !known.includes(key))).toEqual([]);
    }
  });

  it('takes every example in the documentation', () => {
    const blocks = [...read('docs', 'managed-policy.md').matchAll(/```json\n([\s\S]+?)```/g)];
    const examples = blocks.map(([, json]) => JSON.parse(json as string)).map(valuesOf);
    expect(examples).toHaveLength(3);
    for (const example of examples) {
      for (const [key, value] of Object.entries(example)) {
        const { type, enum: allowed, pattern } = schema.properties[key];
        expect(type).toBe(typeof value === 'number' ? 'integer' : typeof value);
        if (allowed) expect(allowed).toContain(value);
        if (pattern) expect(value).toMatch(new RegExp(pattern));
      }
    }
  });
});

describe('the version', () => {
  it('is the one that CITATION.cff has', () => {
    expect(read('CITATION.cff')).toMatch(new RegExp(`^version: ${version.replaceAll('.', '\\.')}$`, 'm'));
  });

  it('stands nowhere else', () => {
    expect(read('wxt.config.ts')).not.toMatch(/\bversion:/);
    const places = ['src', 'public', 'docs', '.github'].flatMap((folder) => textsIn(folder));
    const elsewhere = [...places, 'README.md', 'SECURITY.md', 'PRIVACY.md', 'CONTRIBUTING.md', 'wxt.config.ts'].filter(
      (file) => new RegExp(`(?<![\\d.])${version.replaceAll('.', '\\.')}(?![\\d.])`).test(read(file)),
    );
    // Figures keep the version that they were measured of.
    expect(elsewhere.filter((file) => file !== join('docs', 'figures.md'))).toEqual([]);
  });
});

describe('the workflows', () => {
  const workflows = readdirSync(join(ROOT, '.github', 'workflows'));

  it.each(workflows)('%s has read-only rights by default', (file) => {
    expect(read('.github', 'workflows', file)).toMatch(/^permissions:\n {2}contents: read\n\n/m);
  });

  it.each(workflows)('%s uses actions of the platform itself only, each pinned', (file) => {
    const actions = [...read('.github', 'workflows', file).matchAll(/uses: (\S+)/g)].map(([, action]) => action);
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) expect(action).toMatch(/^actions\/[a-z-]+@(v\d+|[0-9a-f]{40})$/);
  });

  it('run the same tests as everybody, before anything is built for a release', () => {
    for (const file of workflows) expect(read('.github', 'workflows', file)).toContain('- run: npm test\n');
  });

  it('give the credentials of the stores to one step, which publishes only where that is switched on', () => {
    expect(workflows.filter((file) => read('.github', 'workflows', file).includes('secrets.'))).toEqual([
      'release.yml',
    ]);
    const steps = read('.github', 'workflows', 'release.yml').split(/\n {6}- /);
    const [step, another] = steps.filter((text) => text.includes('secrets.'));
    expect(another).toBeUndefined();
    expect(step).toMatch(
      /elif \[ "\$PUBLISH" = true \]; then\n\s+npx --no wxt submit\n\s+else\n\s+npx --no wxt submit --dry-run\n/,
    );
  });
});

function listing(file: string): string {
  return read('docs', 'store', file);
}

/** What stands under a heading of any level, up to the next one, without the signs of a quotation. */
function section(text: string, title: string): string {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === title);
  if (start < 0) return '';
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => /^#+ /.test(line));
  return rest
    .slice(0, end < 0 ? undefined : end)
    .map((line) => line.replace(/^> ?/, ''))
    .join('\n')
    .trim();
}

/** In characters, as stores count them. */
function length(text = ''): number {
  return [...text].length;
}

/** What the configuration asks for, and every build that is there; and the pages that the reader runs on. */
function askedFor(): string[] {
  const config = read('wxt.config.ts');
  const configured = [...config.matchAll(/\b(?:optional_)?permissions: \[([^\]]*)\]/g)].flatMap(([, list]) =>
    [...(list ?? '').matchAll(/'([^']+)'/g)].map(([, permission]) => permission as string),
  );
  const built = ['chrome-mv3', 'edge-mv3', 'firefox-mv3']
    .map((build) => join(ROOT, '.output', build, 'manifest.json'))
    .filter((path) => existsSync(path))
    .map((path) => JSON.parse(readFileSync(path, 'utf8')))
    .flatMap((manifest) => [
      ...['permissions', 'optional_permissions', 'host_permissions'].flatMap((key) => manifest[key] ?? []),
      ...manifest.content_scripts.flatMap(({ matches }: { matches: string[] }) => matches),
    ]);
  const pages = /'(https:\/\/[^']*\*)'/.exec(config)?.[1] ?? '';
  // WXT adds the permission for the side panel by itself.
  return [...new Set([...configured, 'sidePanel', pages, ...built])];
}

type Tree = { [key: string]: unknown };

/** The values in an example, however deep they lie in it, or each in an object of its own. */
function valuesOf(example: Tree): Tree {
  if ('country' in example) {
    return Object.fromEntries(
      Object.entries(example).map(([key, value]) => [key, (value as { Value?: unknown }).Value ?? value]),
    );
  }
  return valuesOf(Object.values(example)[0] as Tree);
}

/** Text files in a folder, by their path from the root. Schemas that are generated hold versions of their own. */
function textsIn(folder: string): string[] {
  return (readdirSync(join(ROOT, folder), { recursive: true }) as string[])
    .map((file) => join(folder, file))
    .filter((file) => /\.(tsx?|json|md|ya?ml|html|css)$/.test(file));
}
