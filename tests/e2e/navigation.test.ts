import type { Page } from '@playwright/test';
import type { Installed } from '../../tools/launch.ts';
import { pageWords } from '../replica/page.ts';
import { heardOf, listen } from './heard.ts';
import { AI_SETTING_URL, expect, expectVerdict, main, test } from './untrained.ts';

/** Navigation inside the settings app, where the page before can outlive its address (V14), in a language whose words cannot help. */

const SIBLING_URL = 'https://www.linkedin.com/mypreferences/d/settings/policy-and-academic-research';
const WORDS = pageWords('mi');

type Move = { url: string; label: string; on: boolean };
const TO_AI: Move = { url: AI_SETTING_URL, label: WORDS.toggle, on: false };

test.beforeEach(async ({ installed, replica }) => {
  replica.language = 'mi';
  await listen(installed);
});

test('the old page stays a moment: its switch is not taken for the new one', async ({ installed, page, popup }) => {
  await openSibling(installed, page);
  await page.evaluate(async ({ url, label, on }) => {
    history.pushState(null, '', url);
    await new Promise((resolve) => setTimeout(resolve, 200));
    show(label, on, 'new');
  }, TO_AI);
  await expectVerdict(popup, 'unconfirmed', { confirmed: 'false' });
  await expect(popup.locator('blockquote')).toHaveText(WORDS.toggle);
});

test('the switch is reused with a new label, its state coming after', async ({ installed, page, popup }) => {
  await openSibling(installed, page);
  await page.evaluate(async ({ url, label, on }) => {
    history.pushState(null, '', url);
    await new Promise((resolve) => setTimeout(resolve, 150));
    show(label, true, 'reuse');
    await new Promise((resolve) => setTimeout(resolve, 150));
    show(label, on, 'reuse');
  }, TO_AI);
  await expectVerdict(popup, 'unconfirmed');
  await expect(popup.locator('blockquote')).toHaveText(WORDS.toggle);
});

test('the page is drawn before its address changes', async ({ installed, page, popup }) => {
  await openSibling(installed, page);
  await page.evaluate(({ url, label, on }) => {
    show(label, on, 'new');
    history.pushState(null, '', url);
  }, TO_AI);
  await expectVerdict(popup, 'unconfirmed');
  await expect(popup.locator('blockquote')).toHaveText(WORDS.toggle);
});

test('a page that never leaves is "unknown", with the reason', async ({ installed, page, popup }) => {
  await openSibling(installed, page);
  await page.evaluate(({ url }) => history.pushState(null, '', url), TO_AI);
  await expect(main(popup)).toHaveAttribute('data-reason', 'page-stayed');
  await expectVerdict(popup, 'unknown');
});

test('off after navigation inside the page is never "opted out" until it is reloaded', async ({
  installed,
  page,
  popup,
  replica,
}) => {
  replica.on = false;
  await openSibling(installed, page);
  await page.evaluate(({ url, label, on }) => {
    history.pushState(null, '', url);
    show(label, on, 'new');
  }, TO_AI);
  await expectVerdict(popup, 'unconfirmed');
  await page.waitForTimeout(2500);
  await expectVerdict(popup, 'unconfirmed');
  // In a language that nobody here knows, only the member can tell that this is the setting.
  await popup.locator('[data-recognise] [data-answer=yes]').click();
  // Beside a switch a word that nobody here knows could say the opposite: this page has none.
  replica.shape = 'v7-mobile';
  await popup.getByRole('button', { name: 'Reload the page' }).click();
  await expectVerdict(popup, 'opted-out');
});

test('back and forward: each page is read as itself', async ({ page, popup }) => {
  await page.goto(AI_SETTING_URL);
  await expectVerdict(popup, 'opted-in');
  await addShow(page);
  await page.evaluate((url) => {
    addEventListener('popstate', () =>
      setTimeout(() => show(location.href === url ? 'AI' : 'Research', location.href !== url, 'new'), 100),
    );
    history.pushState(null, '', url.replace(/[^/]+$/, 'policy-and-academic-research'));
    show('Research', true, 'new');
  }, AI_SETTING_URL);
  await page.waitForTimeout(700);
  await page.goBack();
  await expectVerdict(popup, 'unconfirmed');
  await expect(popup.locator('blockquote')).toHaveText('AI');
  await page.goForward();
  await page.waitForTimeout(700);
  await expectVerdict(popup, 'unconfirmed');
});

test('a page out of the history is not fresh: off is not confirmed by it', async ({ page, popup, replica }) => {
  replica.on = false;
  await page.goto(AI_SETTING_URL);
  // Left again before it has held long enough to be confirmed.
  await expectVerdict(popup, 'unconfirmed');
  await page.goto('https://www.linkedin.com/feed/');
  await page.goBack();
  await expect(page.getByRole('switch')).toBeVisible();
  await page.waitForTimeout(3500);
  await expectVerdict(popup, 'unconfirmed');
});

test('a page restored from the back-forward cache confirms nothing', async ({ page, popup, replica }) => {
  replica.on = false;
  await page.goto(AI_SETTING_URL);
  // Restored before the state has held long enough.
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await page.waitForTimeout(2500);
  await expectVerdict(popup, 'unconfirmed');
});

test('a setting’s address that turns into a category is not read as the setting', async ({ page, popup }) => {
  await page.goto(`${AI_SETTING_URL}?shape=v13-after-3s`);
  await page.evaluate(() => history.replaceState(null, '', '/mypreferences/d/categories/account'));
  await page.waitForTimeout(4000);
  await expectVerdict(popup, 'not-checked');
});

declare function show(label: string, on: boolean, how: 'new' | 'reuse'): void;

/** Opens another setting, and waits until it was read: what the reader has not seen there it could not tell from what comes next. */
async function openSibling(installed: Installed, page: Page): Promise<void> {
  await page.goto(SIBLING_URL);
  await addShow(page);
  await page.evaluate(() => show('Use data for research', true, 'new'));
  await expect
    .poll(async () => JSON.stringify(await heardOf(installed, SIBLING_URL)))
    .toContain('Use data for research');
}

/** Gives the page a function that draws another setting, into new elements or into those that are there. */
async function addShow(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(window, {
      show(label: string, on: boolean, how: 'new' | 'reuse') {
        const content = document.getElementById('content') as HTMLElement;
        if (how === 'new') {
          content.innerHTML = '<span id="k"></span><input type="checkbox" role="switch" aria-labelledby="k">';
        }
        const input = content.querySelector('input') as HTMLInputElement;
        (content.querySelector('span') as HTMLElement).textContent = label;
        input.checked = on;
        input.setAttribute('aria-checked', String(on));
      },
    });
  });
}
