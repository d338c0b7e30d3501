import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { place } from './asked.ts';

/** Draws a React page. */
export function show(node: ReactNode): void {
  createRoot(place).render(node);
}
