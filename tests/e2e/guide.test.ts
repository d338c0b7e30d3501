import type { Page } from '@playwright/test';
import type { Installed } from '../../tools/launch.ts';
import { OwnPage } from '../../tools/own-page.ts';
import { agedBy, killBackground } from './background.ts';
import { AI_SETTING_URL, expect, test } from './untrained.ts';

/** The whole way, in the real side panel beside the page, with the background killed between every two steps. */

const FEED = 'https://www.linkedin.com/feed/';

/** An expression that is true when the guide is at this step, with this problem. */
function isAt(step: string, problem = ''): string {
  return `(({ dataset: { step, problem } = {} } = {}) => step === '${step}' && problem === '${problem}')(document.querySelector('[aria-current=step]') ?? undefined)`;
}

const stateOf = (step: string) => `document.querySelector('[data-step=${step}]').dataset.state`;
const stageIs = (stage: string) => `document.querySelector('.objection').dataset.stage === '${stage}'`;
/** After the alarm, which is what tells the background that time has passed. */
const badge = (panel: OwnPage) =>
  panel.evaluate("chrome.alarms.create('due', { when: Date.now() }).then(() => chrome.action.getBadgeText({}))");
const title = (panel: OwnPage) => panel.evaluate('chrome.action.getTitle({})');

async function openGuide(installed: Installed, page: Page): Promise<OwnPage> {
  const popup = await OwnPage.popup(installed, page);
  await popup.click('[data-action=guide]');
  const panel = await OwnPage.panel(installed);
  await panel.until("document.querySelector('[aria-current=step]') !== null");
  return panel;
}

async function fill(panel: OwnPage, selector: string, value: string): Promise<void> {
  await panel.evaluate(`{
    const field = document.querySelector(${JSON.stringify(selector)});
    field.value = ${JSON.stringify(value)};
    field.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input', { bubbles: true }));
  }`);
}

/** Today, as the browser sees it, moved by some days. */
function dayFrom(panel: OwnPage, days: number): Promise<string> {
  const date = `new Date(Date.now() + ${days} * 864e5)`;
  return panel.evaluate(`new Intl.DateTimeFormat('en-CA').format(${date})`) as Promise<string>;
}

/** The tab that opens when something is done. */
async function tabOpenedBy(installed: Installed, act: () => Promise<void>): Promise<Page> {
  const opened = installed.context.waitForEvent('page', (page) => !page.url().startsWith('chrome-extension:'));
  await act();
  return opened;
}

test('from signed out to opted out, objected, overdue and complained, over months', async ({
  installed,
  page,
  replica,
}) => {
  replica.signedIn = false;
  await page.goto(FEED);
  const panel = await openGuide(installed, page);
  await panel.until(isAt('open'));
  await fill(panel, 'select[name=country]', 'DE');
  await panel.until("document.querySelector('[data-region=DE]') !== null");

  await killBackground(installed);
  const tab = await tabOpenedBy(installed, () => panel.click('[data-next=open] .primary'));
  await panel.until(isAt('sign-in', 'sent-elsewhere'));
  expect(await panel.text()).toContain('Most likely LinkedIn asks you to sign in there');

  await killBackground(installed);
  replica.signedIn = true;
  await tab.goto(AI_SETTING_URL);
  await panel.until(isAt('switch-off'));
  expect(await panel.evaluate(stateOf('sign-in'))).toBe('done');

  await killBackground(installed);
  await tab.getByRole('switch').click();
  await panel.until(isAt('confirm'));
  await expect.poll(() => badge(panel)).toBe('…');

  await killBackground(installed);
  await panel.click('[data-next=reload] .primary');
  await panel.until(isAt('objection'));
  await expect.poll(() => badge(panel)).toBe('✓');
  for (const step of ['open', 'sign-in', 'switch-off', 'confirm'])
    expect(await panel.evaluate(stateOf(step))).toBe('done');

  await killBackground(installed);
  await panel.until(stageIs('not-begun'));
  await fill(panel, '[name=letter]', 'My own words.');
  await panel.until(stageIs('prepared'));

  await killBackground(installed);
  await fill(panel, '[name=sent-on]', await dayFrom(panel, 0));
  await fill(panel, '[name=case-number]', '241124-001');
  await panel.click('[data-action=sent]');
  await panel.until(isAt('done'));
  await panel.until(stageIs('sent'));
  expect(await panel.text()).toContain('Case number: 241124-001.');
  expect(await panel.evaluate("document.querySelector('[data-deadline]').dataset.deadline")).toMatch(
    /^\d{4}-\d{2}-\d{2}$/,
  );

  await killBackground(installed);
  // Forty days later the month is over even if it ends on a weekend, and the reading is old. Nobody looks at the setting meanwhile.
  await tab.goto(FEED);
  // The last reading may still be on its way.
  await tab.waitForTimeout(500);
  await panel.evaluate(agedBy(40));
  await panel.until(isAt('confirm', 'stale'));
  await panel.until(stageIs('overdue'));
  await expect.poll(() => badge(panel)).toBe('✓?');
  expect(await title(panel)).toContain("LinkedIn's answer to your objection is overdue.");

  await killBackground(installed);
  await tab.goto(AI_SETTING_URL);
  await panel.until(isAt('objection'));
  await expect.poll(() => badge(panel)).toBe('✓!');
  expect(
    await panel.evaluate("[...document.querySelectorAll('[data-authority]')].map((one) => one.dataset.authority)"),
  ).toEqual(['DE', 'IE']);
  const complaint = await panel.evaluate("document.querySelector('[name=complaint]').value");
  expect(complaint).toContain('241124-001');
  expect(complaint).toContain('77');

  await killBackground(installed);
  await panel.click('[data-action=complained]');
  await panel.until(stageIs('complained'));
  await panel.until(isAt('done'));
  await expect.poll(() => badge(panel)).toBe('✓');

  await killBackground(installed);
  // And one day it is on again.
  await tab.goto(FEED);
  await panel.evaluate(agedBy(20));
  replica.on = true;
  await tab.goto(AI_SETTING_URL);
  await panel.until(isAt('switch-off', 'on-again'));
  await expect.poll(() => badge(panel)).toBe('ON!');
  expect(await title(panel)).toMatch(/ON AGAIN\. Confirmed off on .*\d.*, read as on on .*\d/);
  expect(await panel.evaluate("document.querySelector('h1').textContent")).toBe('It is on again');
});

test('the other way round: the form first, then the switch', async ({ installed, page, replica }) => {
  await page.goto(FEED);
  const panel = await openGuide(installed, page);
  await fill(panel, 'select[name=country]', 'FR');
  await killBackground(installed);
  await panel.evaluate("document.querySelector('.objection > details:not(.help)').open = true");
  await panel.click('[data-action=sent]');
  await panel.until(stageIs('sent'));
  await panel.until(isAt('open'));
  expect(await panel.evaluate(stateOf('objection'))).toBe('done');

  await killBackground(installed);
  await page.goto(AI_SETTING_URL);
  await panel.until(isAt('switch-off'));
  await killBackground(installed);
  await page.getByRole('switch').click();
  await panel.until(isAt('confirm'));
  await killBackground(installed);
  await panel.click('[data-next=reload] .primary');
  await panel.until(isAt('done'));

  await killBackground(installed);
  await fill(panel, '[name=outcome]', 'refused');
  await panel.click('[data-action=answered]');
  await panel.until(stageIs('refused'));
  await panel.until(isAt('objection'));
  await killBackground(installed);
  await panel.click('[data-action=close]');
  await panel.until(stageIs('closed'));
  await panel.until(isAt('done'));
  expect(replica.on).toBe(false);
});

test('"show me the switch" scrolls to it and focuses it, and does nothing else to the page', async ({
  installed,
  page,
}) => {
  await page.setViewportSize({ width: 900, height: 200 });
  await page.goto(AI_SETTING_URL);
  const panel = await openGuide(installed, page);
  await panel.until(isAt('switch-off'));
  const before = await page.content();
  await panel.click('[data-action=show-switch]');
  await panel.until("document.body.innerText.includes('it has the focus')");
  await expect(page.getByRole('switch')).toBeFocused();
  await expect(page.getByRole('switch')).toBeInViewport();
  await expect(page.getByRole('switch')).toBeChecked();
  expect(await page.content()).toBe(before);
});

test('"show me the switch" says so where it cannot be told which one it is', async ({ installed, page, replica }) => {
  await page.goto(AI_SETTING_URL);
  const panel = await openGuide(installed, page);
  await panel.until(isAt('switch-off'));
  replica.shape = 'v23-went-wrong';
  // The page changes under the eyes of the guide, before the reader has said so.
  await page.evaluate(() => document.querySelector('[role=switch]')?.closest('div')?.remove());
  await panel.click('[data-action=show-switch]');
  await panel.until("document.body.innerText.includes('cannot tell for certain')");
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
});

test('a failed save is a step with something to try', async ({ installed, page, replica }) => {
  replica.savesFail = true;
  await page.goto(AI_SETTING_URL);
  const panel = await openGuide(installed, page);
  await panel.until(isAt('switch-off'));
  // The switch shows off while LinkedIn is asked, which takes its time.
  replica.beforeSaved = () => panel.until(isAt('confirm'));
  await page.getByRole('switch').click();
  await panel.until(isAt('switch-off', 'not-saved'));
  expect(await panel.text()).toContain('LinkedIn did not save that');
  replica.savesFail = false;
  await page.getByRole('switch').click();
  await panel.until(isAt('confirm'));
});

test('a label that was worded otherwise is asked about once, and "no" leads on', async ({
  installed,
  page,
  replica,
}) => {
  replica.shape = 'v20b-wording-inverted';
  await page.goto(AI_SETTING_URL);
  const panel = await openGuide(installed, page);
  await panel.until("document.querySelector('[data-next]')?.dataset.next === 'recognise'");
  await panel.click('[data-recognise] [data-answer=no]');
  await panel.until(isAt('open', 'not-recognised'));
  expect(await panel.evaluate("document.querySelector('[data-recognise]')")).toBeNull();
  expect(await panel.evaluate("document.querySelector('main').dataset.verdict")).toBe('unknown');
});

for (const [shape, problem, says] of [
  ['v23-went-wrong', 'not-offered', 'LinkedIn does not offer the setting everywhere'],
] as const) {
  test(`a page of shape ${shape} leads on: ${problem}`, async ({ installed, page, replica }) => {
    replica.shape = shape;
    await page.goto(AI_SETTING_URL);
    const panel = await openGuide(installed, page);
    await panel.until(`${isAt('open', problem)}`);
    expect(await panel.text()).toContain(says);
    replica.shape = 'v1-artdeco';
    replica.on = false;
    await panel.click('[data-next=try-again] .primary');
    await panel.until(isAt('objection'));
    expect(await panel.evaluate(stateOf('switch-off'))).toBe('not-needed');
    expect(await panel.text()).toContain('It was off already when it was first read.');
  });
}

test('the guide survives closing: another one shows the same', async ({ installed, page }) => {
  await page.goto(AI_SETTING_URL);
  const panel = await openGuide(installed, page);
  await panel.until(isAt('switch-off'));
  await fill(panel, '[name=letter]', 'Half a sente');
  await panel.until(stageIs('prepared'));
  await panel.close();
  await killBackground(installed);
  const tab = await installed.context.newPage();
  await tab.goto(`${installed.origin}/sidepanel.html`);
  await expect(tab.locator('[aria-current=step]')).toHaveAttribute('data-step', 'switch-off');
  await tab.getByText('The form, the letter and the dates').click();
  await expect(tab.getByLabel('The letter, for you to change and copy')).toHaveValue('Half a sente');
});
