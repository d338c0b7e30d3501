import { place } from './asked.ts';

/** Draws a page that is all markup, with the style sheet it needs. */
export function show(html: string, css = ''): void {
  document.head.append(Object.assign(document.createElement('style'), { textContent: css }));
  place.innerHTML = html;
}
