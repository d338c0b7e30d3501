import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const SRC = join(ROOT, 'src');

/** Who may import whom, by folder of `src`. A file at the top of `src` is a room of its own. Drawn in docs/architecture.md. */
const MAY_IMPORT: Record<string, string[]> = {
  entrypoints: ['background', 'ui', 'protocol', 'linkedin'],
  background: [
    ...['protocol', 'report', 'guidance', 'verdict', 'objection', 'storage', 'regions', 'linkedin'],
    ...['words.ts', 'format.ts', 'time.ts'],
  ],
  ui: [
    ...['protocol', 'report', 'guidance', 'verdict', 'objection', 'storage', 'regions', 'linkedin'],
    ...['words.ts', 'format.ts', 'time.ts'],
  ],
  protocol: ['report', 'guidance', 'storage', 'regions', 'linkedin'],
  report: ['verdict', 'objection', 'storage', 'regions', 'linkedin', 'time.ts'],
  guidance: ['verdict', 'objection', 'storage', 'regions', 'linkedin', 'time.ts'],
  verdict: ['storage', 'regions', 'linkedin', 'time.ts'],
  objection: ['storage'],
  storage: ['linkedin', 'time.ts'],
  regions: [],
  linkedin: [],
  'words.ts': [],
  'format.ts': ['words.ts', 'regions'],
  'time.ts': [],
};

/** Who may speak to the browser; everything else is a function of what it is given. */
const EDGES = ['entrypoints/', 'background/', 'ui/browser/', 'words.ts', 'format.ts'];

const files = walk(SRC).filter((file) => /\.tsx?$/.test(file));

describe('the layout', () => {
  it.each(files)('%s imports only from rooms it may', (file) => {
    const room = roomOf(file);
    const strays = targetsOf(file)
      .map(roomOf)
      .filter((target) => target !== room && !MAY_IMPORT[room]?.includes(target));
    expect(strays).toEqual([]);
  });

  it('has no circle of imports, not even of types', () => {
    const done = new Set<string>();
    const follow = (file: string, way: string[]): void => {
      expect(way, `${file} leads back to itself`).not.toContain(file);
      if (done.has(file)) return;
      for (const target of targetsOf(file)) follow(target, [...way, file]);
      done.add(file);
    };
    for (const file of files) follow(file, []);
  });

  it('has no room that the picture does not know', () => {
    const rooms = new Set(files.map(roomOf));
    expect([...rooms].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
  });

  it('keeps the reader to linkedin/, without packages', () => {
    const seen = new Set<string>();
    const packages = new Set<string>();
    const visit = (file: string) => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const path of runtimeImportsOf(file)) {
        if (path.startsWith('.')) visit(relative(SRC, resolve(SRC, dirname(file), path)));
        else packages.add(path);
      }
    };
    visit('entrypoints/reader.ts');
    expect([...seen].filter((file) => roomOf(file) !== 'linkedin')).toEqual(['entrypoints/reader.ts']);
    // The one wrapper that makes a file a script of its own; it compiles to nothing.
    expect([...packages]).toEqual(['wxt/utils/define-unlisted-script']);
  });

  it.each(files.filter((file) => !EDGES.some((edge) => file.startsWith(edge))))(
    '%s does not reach for browser APIs',
    (file) => {
      expect(runtimeImportsOf(file)).not.toContain('webextension-polyfill');
      expect(read(file)).not.toMatch(
        /\b(chrome|browser)\.(runtime|tabs|scripting)\.(sendMessage|query|create|executeScript)\(/,
      );
    },
  );

  it.each(files.filter((file) => file.startsWith('entrypoints/')))('%s is wiring only', (file) => {
    expect(read(file).split('\n').length).toBeLessThan(60);
  });
});

/** Parts of the reader that share what they know: a split costs bytes that every settings page would have to load. */
const MAY_BE_LONG = ['walkPage', 'watch', 'sensesOf'];

describe('functions', () => {
  it('have at most 60 lines, but for those of the reader', () => {
    const tooLong = files.flatMap((file) => {
      const tree = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
      const lineAt = (position: number) => tree.getLineAndCharacterOfPosition(position).line;
      const found: string[] = [];
      const visit = (node: ts.Node): void => {
        const name = ts.isFunctionDeclaration(node) ? (node.name?.text ?? '') : '';
        if (ts.isFunctionLike(node) && lineAt(node.end) - lineAt(node.getStart()) >= 60) found.push(name);
        ts.forEachChild(node, visit);
      };
      visit(tree);
      return found.map((name) => `${file}: ${name}`);
    });
    expect(
      tooLong.filter((one) => !MAY_BE_LONG.some((name) => one.startsWith('linkedin/') && one.endsWith(name))),
    ).toEqual([]);
  });
});

/** Paths relative to src. */
function walk(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? walk(path) : [relative(SRC, path)]));
}

function read(file: string): string {
  return readFileSync(join(SRC, file), 'utf8');
}

function roomOf(file: string): string {
  return file.split('/')[0] ?? '';
}

function importsOf(file: string): string[] {
  return [...read(file).matchAll(/^import\s[^;]*?['"]([^'"]+)['"]/gm)].map(([, path]) => path as string);
}

/** The files of src that a file imports, types and data too. */
function targetsOf(file: string): string[] {
  return importsOf(file)
    .filter((path) => path.startsWith('.'))
    .map((path) => relative(SRC, resolve(SRC, dirname(file), path)))
    .filter((target) => !target.startsWith('..') && /\.tsx?$/.test(target));
}

/** Imports that are there when it runs: `import type` is not. */
function runtimeImportsOf(file: string): string[] {
  return [...read(file).matchAll(/^import\s(?!type\b)[^;]*?['"]([^'"]+)['"]/gm)]
    .map(([, path]) => path as string)
    .filter((path) => !path.endsWith('.json'));
}
