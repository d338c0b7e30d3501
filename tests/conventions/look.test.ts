import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AtRule, type Declaration, type Node, parse } from 'postcss';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const UI = join(import.meta.dirname, '..', '..', 'src', 'ui');
const STYLE = readFileSync(join(UI, 'style.css'), 'utf8');
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

/** Names of the layers that a rule lies in. */
function layersOf(node: Node): string[] {
  const { parent } = node;
  if (!parent || parent.type === 'root') return [];
  const own = parent.type === 'atrule' && (parent as AtRule).name === 'layer' ? [(parent as AtRule).params] : [];
  return [...own, ...layersOf(parent as Node)];
}

describe('the style sheet', () => {
  const declarations: Declaration[] = [];
  parse(STYLE).walkDecls((declaration) => void declarations.push(declaration));
  const told = ({ prop, value, source }: Declaration) => `${source?.start?.line}: ${prop}: ${value}`;

  it('has each rule in a layer', () => {
    expect(declarations.length).toBeGreaterThan(100);
    expect(declarations.filter((one) => layersOf(one).length === 0).map(told)).toEqual([]);
  });

  it('names colours among the tokens only', () => {
    const named = declarations.filter(({ value }) => /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|light-dark)\(/i.test(value));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((one) => !layersOf(one).includes('tokens')).map(told)).toEqual([]);
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
