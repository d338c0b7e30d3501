import type { Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** What axe finds on a page: the rule and the element, a line for each. An empty list where nothing breaks a rule. */
export async function findings(page: Page, options: RunOptions = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (given) => {
    // By itself axe writes down the markup and the path of every element that it looks at, which takes longer than to judge them.
    window.axe.configure({ noHtml: true });
    const { violations } = await window.axe.run(document, {
      resultTypes: ['violations'],
      selectors: false,
      elementRef: true,
      ...given,
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ element }) => `${id}: ${element?.outerHTML.slice(0, 300)}`),
    );
  }, options);
}
