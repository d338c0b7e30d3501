import type { Locator } from '@playwright/test';
import { agedBy } from './background.ts';
import { AI_SETTING_URL, expect, expectVerdict, test } from './untrained.ts';

/** What those meet who see no screen or use no mouse. The pages in every state are looked at in gallery-access.test.ts. */

/** Presses Tab until the focus is on an element, as a member would who listens for it. On our own pages the focus can be seen each time. */
async function tabTo(element: Locator): Promise<void> {
  const page = element.page();
  const isOurs = page.url().startsWith('chrome-extension:');
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const outlines = await page
      .locator(':focus')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).outlineStyle));
    if (isOurs) expect(outlines, 'the focus can be seen').not.toContain('none');
    if (await element.evaluate((one) => one === document.activeElement)) return;
  }
  throw new Error(`Tab never came to ${element}`);
}

async function pressOn(element: Locator, key = 'Enter'): Promise<void> {
  await tabTo(element);
  await element.page().keyboard.press(key);
}

test('the whole guided path is walked by keyboard alone', async ({ installed, replica }) => {
  const { context, origin } = installed;
  const guide = await context.newPage();
  // Nothing in this test may touch a mouse.
  await guide.goto(`${origin}/sidepanel.html`);
  const current = guide.locator('[aria-current=step]');
  await expect(current).toHaveAttribute('data-step', 'open');

  await tabTo(guide.getByLabel('Country in your LinkedIn profile'));
  await guide.keyboard.type('Germany');
  await expect(guide.locator('[data-region]')).toHaveAttribute('data-region', 'DE');

  // From the start of the page again: the step comes before the country.
  await guide.reload();
  const opened = context.waitForEvent('page');
  await pressOn(guide.getByRole('link', { name: 'Open the setting' }));
  const setting = await opened;
  await setting.waitForURL(AI_SETTING_URL);
  await expectVerdict(guide, 'opted-in');
  await expect(current).toHaveAttribute('data-step', 'switch-off');

  await setting.bringToFront();
  await pressOn(setting.getByRole('switch'), 'Space');
  await expectVerdict(guide, 'unconfirmed');
  expect(replica.on).toBe(false);

  await guide.bringToFront();
  await expect(current).toHaveAttribute('data-step', 'confirm');
  await pressOn(guide.getByRole('button', { name: 'Reload the page' }));
  await expectVerdict(guide, 'opted-out');
  await expect(current).toHaveAttribute('data-step', 'objection');

  await pressOn(guide.locator('[data-term=objection] summary'));
  await expect(guide.locator('[data-term=objection] p')).toBeVisible();
  await tabTo(guide.getByLabel('The letter, for you to change and copy'));
  await guide.keyboard.press('Control+Home');
  await guide.keyboard.type('To whom it may concern: ');
  await tabTo(guide.locator('[name=case-number]'));
  await guide.keyboard.type('LI-4711');
  await pressOn(guide.getByRole('button', { name: 'Record as sent' }));
  await expect(current).toHaveAttribute('data-step', 'done');
  await expect(guide.locator('.facts')).toContainText('LI-4711');
  expect(replica.on).toBe(false);
});

test('the popup in words: the answer, the reason, the next step', async ({ popup, page }) => {
  await popup.locator('select[name=country]').selectOption('DE');
  await expect(popup.locator('[data-region=DE]')).toBeVisible();
  await expect(popup.locator('body')).toMatchAriaSnapshot(`
    - banner: Untrained
    - main:
      - heading "Not checked yet" [level=1]
      - paragraph: Untrained has not read your setting so far, so it cannot say whether your data is used.
      - region "Next step":
        - paragraph: Open LinkedIn's setting. Untrained reads the switch there and changes nothing.
        - paragraph: /On LinkedIn it is called/
        - link "Open the setting"
      - button "Guide me step by step"
      - region "Your region":
        - heading "Your region" [level=2]
        - text: Country in your LinkedIn profile
        - combobox "Country in your LinkedIn profile":
          - option "Germany" [selected]
  `);
  await page.goto(`${AI_SETTING_URL}?on=false`);
  await expectVerdict(popup, 'opted-out');
  await expect(popup.locator('main')).toMatchAriaSnapshot(`
    - heading "You are opted out" [level=1]
    - paragraph: "/The switch is off, and LinkedIn has it stored as off/"
    - paragraph: /LinkedIn calls it/
    - blockquote: Use my data for training content creation AI models
    - term: Switch
    - definition: "Off"
    - term: Last read
    - definition: /now/
    - term: Confirmed
    - definition: /Yes, on a newly loaded page/
    - term: Account
    - definition: Whoever was signed in then
    - region "Next step":
      - link "Open the objection form"
  `);
});

test('the guide in words: every step with its state, and what changed while one was away', async ({
  installed,
  page,
}) => {
  await page.goto(`${AI_SETTING_URL}?on=false`);
  const guide = await installed.context.newPage();
  await guide.goto(`${installed.origin}/sidepanel.html`);
  await expectVerdict(guide, 'opted-out');
  await guide.evaluate(agedBy(40));
  await page.goto(`${AI_SETTING_URL}?on=true`);
  await expectVerdict(guide, 'opted-in', { again: 'true' });
  await expect(guide.locator('main')).toMatchAriaSnapshot(`
    - heading "It is on again" [level=1]
    - paragraph: /The switch was confirmed off on/
    - region "Step by step":
      - heading "Step by step" [level=2]
      - list:
        - listitem:
          - heading "Open the setting done" [level=3]
        - listitem:
          - heading "Sign in, if LinkedIn asks done" [level=3]
        - listitem:
          - heading "Switch it off now" [level=3]
          - status:
            - paragraph:
              - strong
          - region "Next step":
            - paragraph
            - button
          - button "Show me the switch"
          - status
        - listitem:
          - heading "Have it confirmed to come" [level=3]
        - listitem:
          - heading "Object to the rest to come" [level=3]
          - status: Not sent. Anyone may send it; LinkedIn considers it and may refuse.
        - listitem:
          - heading "Done to come" [level=3]
  `);
});

test('the report in words: what changed, the picture, the filters, the rows', async ({ installed, page }) => {
  await page.goto(`${AI_SETTING_URL}?on=true`);
  const report = await installed.context.newPage();
  await report.goto(`${installed.origin}/report.html`);
  await expectVerdict(report, 'opted-in');
  await expect(report.locator('main')).toMatchAriaSnapshot(`
    - heading "Privacy settings report" [level=1]
    - region "AI training":
      - heading "AI training" [level=2]
      - heading "You are opted in" [level=3]
      - figure:
        - group "The switch and the rule over time":
          - img
      - paragraph:
        - button "Guide me step by step"
    - region "Pages to open next":
      - list:
        - listitem:
          - link
    - region "All settings":
      - group "Show":
        - 'button "All: 45" [pressed]'
        - 'button "Not as recommended: 1"'
  `);
});

test('a new verdict is announced where the old one stood', async ({ popup, page }) => {
  await expectVerdict(popup, 'not-checked');
  const answer = await popup.locator('.answer').elementHandle();
  const session = await popup.context().newCDPSession(popup);
  const announced = async () => {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const live = nodes.find(({ properties }) =>
      properties?.some(({ name, value }) => name === 'live' && value.value === 'polite'),
    );
    const inside = (id: string): string[] => {
      const node = nodes.find(({ nodeId }) => nodeId === id);
      const own = node?.role?.value === 'StaticText' ? [String(node.name?.value)] : [];
      return [...own, ...(node?.childIds ?? []).flatMap(inside)];
    };
    return live ? inside(live.nodeId).join(' ') : '';
  };
  expect(await announced()).toContain('Not checked yet');
  await page.goto(AI_SETTING_URL);
  await expectVerdict(popup, 'opted-in');
  expect(await announced()).toContain('You are opted in');
  // A region that is inserted again is not announced: it has to be the same that was there before.
  expect(await answer?.evaluate((element) => element === document.querySelector('.answer'))).toBe(true);
});

test('nothing moves while a page loads', async ({ installed }) => {
  for (const [name, width, height] of [
    ['popup', 360, 600],
    ['sidepanel', 320, 800],
    ['report', 1000, 800],
    ['welcome', 800, 800],
  ] as const) {
    const own = await installed.context.newPage();
    await own.setViewportSize({ width, height });
    await own.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await own.goto(`${installed.origin}/${name}.html`);
    await own.locator('main:not([aria-busy])').waitFor();
    await own.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    expect(await own.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts), name).toEqual([]);
  }
});
