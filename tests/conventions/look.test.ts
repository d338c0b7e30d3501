import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Declaration, parse } from 'postcss';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const UI = join(import.meta.dirname, '..', '..', 'src', 'ui');
const STYLES = readdirSync(join(UI, 'styles'));
const COMPONENTS = (readdirSync(UI, { recursive: true }) as string[]).filter((file) => file.endsWith('.tsx'));

/** Words that stand in a component because there are none to be had otherwise: see NoTexts. */
const WITHOUT_TEXTS = [
  'Unknown',
  'The browser gave Untrained none of its texts, so nothing can be said. What is stored is not lost.',
  'Start Untrained again. If that does not help, restart the browser.',
  'Start Untrained again',
];

/** Attributes that members see or hear. */
const SPOKEN = ['aria-label', 'aria-description', 'alt', 'title', 'placeholder'];

describe('the style sheet', () => {
  const inFile = (file: string) => {
    const found: Declaration[] = [];
    parse(readFileSync(join(UI, 'styles', file), 'utf8')).walkDecls((declaration) => void found.push(declaration));
    return found;
  };
  const declarations = STYLES.flatMap(inFile);
  const told = ({ prop, value, source }: Declaration) => `${source?.start?.line}: ${prop}: ${value}`;

  it('has each of its files in a layer', () => {
    expect(declarations.length).toBeGreaterThan(100);
    const sheet = readFileSync(join(UI, 'style.css'), 'utf8');
    for (const file of STYLES) expect(sheet).toMatch(new RegExp(`@import "./styles/${file}" layer\\(\\w+\\);`));
  });

  it('names colours among the tokens only', () => {
    const named = ({ value }: Declaration) => /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|light-dark)\(/i.test(value);
    expect(inFile('tokens.css').filter(named).length).toBeGreaterThan(10);
    const others = STYLES.filter((file) => file !== 'tokens.css').flatMap(inFile);
    expect(others.filter(named).map(told)).toEqual([]);
  });

  it('has no token that nothing uses', () => {
    const tokens = inFile('tokens.css').flatMap(({ prop }) => (prop.startsWith('--') ? [prop] : []));
    const uses = declarations.map(({ value }) => value).join(' ');
    expect(tokens.filter((token) => !uses.includes(`var(${token})`))).toEqual([]);
  });

  it('has a style for each class, but for the names of pages', () => {
    const sheets = STYLES.map((file) => readFileSync(join(UI, 'styles', file), 'utf8')).join('\n');
    const sources = COMPONENTS.map((file) => readFileSync(join(UI, file), 'utf8')).join('\n');
    const named = [...sources.matchAll(/\bclass="([^"]+)"/g)].flatMap(([, names = '']) => names.split(' '));
    expect(named.length).toBeGreaterThan(50);
    expect([...new Set(named)].filter((name) => !new RegExp(`\\.${name}\\b`).test(sheets))).toEqual([]);
  });

  it('has no selector that depends on where an element without a name happens to stand', () => {
    const selectors: string[] = [];
    for (const file of STYLES)
      parse(readFileSync(join(UI, 'styles', file), 'utf8')).walkRules(({ selector }) => void selectors.push(selector));
    expect(selectors.filter((one) => /(?:^|,\s*|\s)[a-z0-9]+ > [a-z]/.test(one))).toEqual([]);
  });

  it('knows start and end, not left and right', () => {
    const physical =
      /^(?:(?:margin|padding|border|inset)-(?:left|right|top|bottom)\b.*|left|right|top|bottom|(?:(?:min|max)-)?(?:width|height))$/;
    const sided = ({ prop, value }: Declaration) =>
      physical.test(prop) || (/^(?:text-align|float|clear)$/.test(prop) && /^(?:left|right)$/.test(value));
    expect(declarations.filter(sided).map(told)).toEqual([]);
  });
});

describe('words', () => {
  it.each(COMPONENTS)('%s has none of its own', (file) => {
    const source = readFileSync(join(UI, file), 'utf8');
    const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
    const found: string[] = [];
    const visit = (node: ts.Node) => {
      if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) found.push(node.text.trim().replace(/\s+/g, ' '));
      if (
        ts.isJsxAttribute(node) &&
        SPOKEN.includes(node.name.getText()) &&
        node.initializer?.kind === ts.SyntaxKind.StringLiteral
      )
        found.push(node.initializer.getText());
      ts.forEachChild(node, visit);
    };
    visit(tree);
    expect(found).toEqual(file === 'NoTexts.tsx' ? WITHOUT_TEXTS : []);
  });
});
