import { AI_SETTING_URL, expect, expectVerdict, main, test, toolbar } from './untrained.ts';

test('before anything was read, it says so and opens the setting', async ({ installed, popup }) => {
  await expectVerdict(popup, 'not-checked', { confirmed: 'false', fresh: 'false' });
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText('Not checked yet');
  expect(await toolbar(installed)).toEqual({ badge: '', title: 'Untrained: not checked yet.' });
  const opened = installed.context.waitForEvent('page');
  await popup.getByRole('link', { name: 'Open the setting' }).click();
  await expect.poll(async () => (await opened).url()).toBe(AI_SETTING_URL);
});

test('on at load is "opted in", with the label as read', async ({ installed, page, popup, replica }) => {
  replica.on = true;
  await page.goto(AI_SETTING_URL);
  await expectVerdict(popup, 'opted-in', { confirmed: 'true', fresh: 'true', reason: '' });
  await expect(popup.locator('blockquote')).toHaveText('Use my data for training content creation AI models');
  expect(await toolbar(installed)).toEqual({
    badge: 'ON',
    title: 'Untrained: the switch is on. LinkedIn may train AI on your data.',
  });
});

test('off at load is "opted out" once it has held', async ({ installed, page, popup, replica }) => {
  replica.on = false;
  await page.goto(AI_SETTING_URL);
  await expectVerdict(popup, 'opted-out', { confirmed: 'true', fresh: 'true', reason: '' });
  await expect(popup.locator('.evidence')).toContainText('Yes, on a newly loaded page');
  expect(await toolbar(installed)).toEqual({ badge: '✓', title: 'Untrained: opted out, confirmed.' });
});

test('a click turns it "unconfirmed", the reload button makes it "opted out"', async ({
  installed,
  page,
  popup,
  replica,
}) => {
  await page.goto(AI_SETTING_URL);
  await expectVerdict(popup, 'opted-in');
  await page.getByRole('switch').click();
  await expectVerdict(popup, 'unconfirmed', { confirmed: 'false' });
  expect((await toolbar(installed)).badge).toBe('…');
  // However long it stays so: without a reload it is not certain.
  await page.waitForTimeout(2500);
  await expectVerdict(popup, 'unconfirmed', { confirmed: 'false' });
  const loadsBefore = replica.requests.filter(({ url }) => url === AI_SETTING_URL).length;
  await popup.getByRole('button', { name: 'Reload the page' }).click();
  await expectVerdict(popup, 'opted-out', { confirmed: 'true', fresh: 'true' });
  expect(replica.requests.filter(({ url }) => url === AI_SETTING_URL)).toHaveLength(loadsBefore + 1);
  expect(replica.on).toBe(false);
});

for (const shape of ['v3a-no-role', 'v4-nested', 'v6-button-switch', 'v6-div-switch', 'v7-mobile']) {
  test(`the same with ${shape}: a click is never enough, the next load is`, async ({ page, popup, replica }) => {
    replica.shape = shape;
    const seen = await watchVerdicts(popup);
    await page.goto(AI_SETTING_URL);
    await expectVerdict(popup, 'opted-in');
    await page.locator('main').locator('[role=switch], input').first().click();
    await expectVerdict(popup, 'unconfirmed');
    expect(await seen()).not.toContain('opted-out');
    replica.on = false;
    await page.reload();
    await expectVerdict(popup, 'opted-out');
  });
}

test('a save that fails flips back and is "opted in", never "opted out"', async ({ page, popup, replica }) => {
  replica.savesFail = true;
  const seen = await watchVerdicts(popup);
  await page.goto(AI_SETTING_URL);
  await expectVerdict(popup, 'opted-in');
  await page.getByRole('switch').click();
  await expect(page.getByRole('alert')).toHaveText('Something went wrong');
  await expect(page.getByRole('switch')).toBeChecked();
  await expectVerdict(popup, 'opted-in');
  await page.waitForTimeout(1500);
  await expectVerdict(popup, 'opted-in');
  expect(await seen()).not.toContain('opted-out');
});

test('a switch that is drawn off before its stored "on" arrives is never "opted out"', async ({
  page,
  popup,
  replica,
}) => {
  replica.shape = 'v13b-drawn-off-first';
  const seen = await watchVerdicts(popup);
  await page.goto(AI_SETTING_URL);
  await expectVerdict(popup, 'opted-in');
  expect(await seen()).not.toContain('opted-out');
});

test('switching on again after "opted out" is "opted in" at once', async ({ page, popup, replica }) => {
  replica.on = false;
  await page.goto(AI_SETTING_URL);
  await expectVerdict(popup, 'opted-out');
  await page.getByRole('switch').click();
  await expectVerdict(popup, 'opted-in');
});

test('off again after that must be confirmed again', async ({ page, popup, replica }) => {
  replica.on = false;
  await page.goto(AI_SETTING_URL);
  await expectVerdict(popup, 'opted-out');
  await page.getByRole('switch').click();
  await expectVerdict(popup, 'opted-in');
  await page.getByRole('switch').click();
  await expectVerdict(popup, 'unconfirmed');
  await page.reload();
  await expectVerdict(popup, 'opted-out');
});

test('a page that cannot be read is "unknown", with the reason', async ({ page, popup, replica, installed }) => {
  replica.shape = 'v23-went-wrong';
  await page.goto(AI_SETTING_URL);
  await expect(main(popup)).toHaveAttribute('data-verdict', 'unknown');
  await expectVerdict(popup, 'unknown', { reason: 'no-control', confirmed: 'false' });
  await expect(popup.locator('.lead')).toContainText('there is no switch on it');
  expect((await toolbar(installed)).badge).toBe('?');
});

test('a certain answer outlives a later failure, which is shown with it', async ({
  page,
  popup,
  replica,
  installed,
}) => {
  replica.on = false;
  await page.goto(AI_SETTING_URL);
  await expectVerdict(popup, 'opted-out');
  replica.shape = 'v23-went-wrong';
  await page.reload();
  await expect(main(popup)).toHaveAttribute('data-reason', 'no-control');
  await expectVerdict(popup, 'opted-out', { reason: 'no-control' });
  await expect(popup.getByText(/^A later look, on .* gave no answer/)).toBeVisible();
  // It stands, but not as loudly as an answer that nothing speaks against.
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText('You were opted out');
  expect((await toolbar(installed)).badge).toBe('✓?');
});

test('other settings and look-alike addresses are never read as the AI setting', async ({ page, popup }) => {
  for (const path of [
    'settings/policy-and-academic-research',
    'member-cookies',
    'dark-mode',
    'settings/language',
    'settings/data-for-generative-ai',
    'categories/account',
    '',
  ]) {
    await page.goto(`https://www.linkedin.com/mypreferences/d/${path}`);
    await page.waitForTimeout(600);
  }
  await expectVerdict(popup, 'not-checked', { reason: '' });
});

test('the same setting is read with a trailing slash, a query or a hash', async ({ page, popup, replica }) => {
  for (const [suffix, on] of [
    ['/', true],
    ['?trk=email', false],
    ['#switch', true],
  ] as const) {
    replica.on = on;
    // A hash alone would not load the page.
    await page.goto('about:blank');
    await page.goto(AI_SETTING_URL + suffix);
    await expectVerdict(popup, on ? 'opted-in' : 'opted-out');
  }
});

test('the mobile tree is read, and said to be of unknown layout', async ({ page, popup }) => {
  await page.goto(AI_SETTING_URL.replace('/d/', '/m/'));
  await expectVerdict(popup, 'opted-in');
  await expect(popup.getByText(/whose layout nobody has described/)).toBeVisible();
});

/** Records every verdict that a popup shows from now on. */
async function watchVerdicts(popup: import('@playwright/test').Page): Promise<() => Promise<string[]>> {
  await expect(main(popup)).toHaveAttribute('data-verdict', /./);
  await popup.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const look = () => seen.push(document.querySelector('main')?.dataset.verdict ?? '');
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
    look();
  });
  return () => popup.evaluate(() => (window as unknown as { seen: string[] }).seen);
}
