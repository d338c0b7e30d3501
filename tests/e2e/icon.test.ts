import { OwnPage } from '../../tools/own-page.ts';
import { AI_SETTING_URL, expect, test } from './untrained.ts';

/** What needs a click on the real toolbar icon: only that lets the extension see which page is in front. */

const verdictIs = (verdict: string) => `document.querySelector('main').dataset.verdict === '${verdict}'`;
const nextIs = (step: string) => `document.querySelector('[data-next]')?.dataset.next === '${step}'`;

test('on a settings tab without a reader the popup says so, and reads it on the click', async ({
  installed,
  page,
  replica,
}) => {
  replica.on = false;
  await page.goto('https://www.linkedin.com/feed/');
  await becomeSetting(page, await settingHtml(replica));
  const popup = await OwnPage.popup(installed, page);
  await popup.until(verdictIs('not-checked'));
  await popup.until(nextIs('read'));
  expect(await popup.text()).toContain('This page was open before Untrained could see it');
  await popup.click('.primary');
  // The reader did not see this page load, so what it shows may be what a click did.
  await popup.until(verdictIs('unconfirmed'));
  await popup.close();
});

test('asked to read, an open page that is on is "opted in"', async ({ installed, page, replica }) => {
  await page.goto('https://www.linkedin.com/feed/');
  await becomeSetting(page, await settingHtml(replica));
  const popup = await OwnPage.popup(installed, page);
  await popup.until(nextIs('read'));
  await popup.click('.primary');
  await popup.until(verdictIs('opted-in'));
  await popup.until(nextIs('switch-off'));
  await popup.close();
});

test('the walk: on, switched off, reloaded from the real popup, opted out', async ({ installed, page }) => {
  await page.goto(AI_SETTING_URL);
  let popup = await OwnPage.popup(installed, page);
  await popup.until(verdictIs('opted-in'));
  await popup.until(nextIs('switch-off'));
  await popup.close();
  await page.getByRole('switch').click();
  popup = await OwnPage.popup(installed, page);
  await popup.until(verdictIs('unconfirmed'));
  await popup.until(nextIs('reload'));
  await popup.click('.primary');
  await popup.until(verdictIs('opted-out'));
  await popup.until(nextIs('object'));
  await popup.close();
});

test('on the sign-in page it says that LinkedIn asks to sign in', async ({ installed, page, replica }) => {
  replica.signedIn = false;
  for (const url of [
    AI_SETTING_URL,
    'https://www.linkedin.com/login',
    'https://www.linkedin.com/authwall?trk=gf',
    'https://www.linkedin.com/checkpoint/lg/login',
  ]) {
    await page.goto(url);
    await page.waitForURL(/login|authwall/);
    const popup = await OwnPage.popup(installed, page);
    await popup.until(verdictIs('not-checked'));
    await popup.until(nextIs('sign-in'));
    await popup.close();
  }
});

test('on any other page it offers to open the setting', async ({ installed, page }) => {
  await page.goto('https://www.linkedin.com/feed/');
  const popup = await OwnPage.popup(installed, page);
  await popup.until(nextIs('open'));
  await popup.close();
});

async function settingHtml(replica: import('../replica/replica.ts').Replica): Promise<string> {
  return replica.respond({ method: 'GET', url: AI_SETTING_URL }).body;
}

/** Turns a page that had no reader into the setting's page without loading a document, as navigation inside an app does. */
async function becomeSetting(page: import('@playwright/test').Page, html: string): Promise<void> {
  await page.evaluate(
    ([url, source]) => {
      history.pushState(null, '', url);
      const parsed = new DOMParser().parseFromString(source as string, 'text/html');
      document.documentElement.lang = parsed.documentElement.lang;
      document.body.replaceWith(document.importNode(parsed.body, true));
      for (const script of document.body.querySelectorAll('script')) {
        const live = document.createElement('script');
        live.textContent = script.textContent;
        script.replaceWith(live);
      }
    },
    [AI_SETTING_URL, html],
  );
}
