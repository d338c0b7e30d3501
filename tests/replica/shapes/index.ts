import type { Shape } from '../shape.ts';
import { serverDriven } from './2026-09-server-driven.ts';
import { artdeco } from './2026-11-artdeco.ts';
import { inDoubt } from './2026-11-artdeco-in-doubt.ts';
import { LIST_SHAPES, type ListShape } from './2026-11-category.ts';
import { HOSTILE_IN_BROWSER, hostile } from './2026-11-hostile.ts';
import { otherControls } from './2026-11-other-controls.ts';

/** Every shape in which the page of the AI setting is tested. A new shape is a row in its family's file; old ones stay. */
export const SHAPES: readonly Shape[] = [...artdeco, ...inDoubt, ...serverDriven, ...otherControls, ...hostile];

export { HOSTILE_IN_BROWSER, LIST_SHAPES };

/** The shape of a category page with this name. Throws when there is none. */
export function listShapeNamed(name: string): ListShape {
  const found = LIST_SHAPES.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`No list shape "${name}". Known: ${LIST_SHAPES.map((known) => known.name).join(', ')}`);
  return found;
}

/** The shape with this name. Throws when there is none. */
export function shapeNamed(name: string): Shape {
  const all = [...SHAPES, ...HOSTILE_IN_BROWSER];
  const shape = all.find((candidate) => candidate.name === name);
  if (!shape) throw new Error(`No page shape "${name}". Known: ${all.map((known) => known.name).join(', ')}`);
  return shape;
}
