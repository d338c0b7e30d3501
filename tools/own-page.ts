import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';
import type { Installed } from './launch.ts';

type Answer = { id: number; result?: Record<string, unknown>; error?: { message: string } };

/**
 * A page of the extension that is no tab: the popup behind the toolbar icon, the side panel. Playwright cannot see such pages, so they
 * are spoken to over the DevTools protocol.
 */
export class OwnPage {
  readonly #browser: CDPSession;
  readonly #session: string;
  #lastId = 0;

  private constructor(browser: CDPSession, session: string) {
    this.#browser = browser;
    this.#session = session;
  }

  /** Clicks the toolbar icon while a page is in front: the click gives the popup access to that page, which nothing else does. */
  static async popup(installed: Pick<Installed, 'context' | 'origin'>, page: Page): Promise<OwnPage> {
    const browser = await browserSession(installed);
    await page.bringToFront();
    const { targetInfos: tabs } = await browser.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const tab = tabs.find(({ url }) => url === page.url());
    if (!tab) throw new Error(`No tab shows ${page.url()}`);
    const id = installed.origin.split('//')[1];
    await sendUntyped(browser, 'Extensions.triggerAction', { id, targetId: tab.targetId });
    return OwnPage.#attach(browser, `${installed.origin}/popup.html`);
  }

  /** The side panel, which opens a moment after it was asked for. */
  static async panel(installed: Installed): Promise<OwnPage> {
    return OwnPage.#attach(await browserSession(installed), `${installed.origin}/sidepanel.html`);
  }

  static async #attach(browser: CDPSession, wanted: string): Promise<OwnPage> {
    for (const end = Date.now() + 60_000; Date.now() < end; await sleep(100)) {
      const { targetInfos } = await browser.send('Target.getTargets');
      const target = targetInfos.find(({ type, url }) => type === 'page' && url === wanted);
      if (!target) continue;
      const { sessionId } = await browser.send('Target.attachToTarget', { targetId: target.targetId, flatten: false });
      return new OwnPage(browser, sessionId);
    }
    throw new Error(`${wanted} did not open within a minute.`);
  }

  /** Evaluates an expression in the page, as if a person had acted. */
  async evaluate(expression: string): Promise<unknown> {
    const { result } = await this.#send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    return (result as { value?: unknown }).value;
  }

  /** Waits up to 90 seconds until an expression is true: on a busy machine a page may be that slow. */
  async until(expression: string): Promise<void> {
    for (const end = Date.now() + 90_000; Date.now() < end; await sleep(100)) {
      if (await this.evaluate(expression)) return;
    }
    throw new Error(`Not true within 90 seconds: ${expression}\n${await this.text()}`);
  }

  /** Clicks what a selector names. */
  async click(selector: string): Promise<void> {
    await this.until(`document.querySelector(${JSON.stringify(selector)}) !== null`);
    await this.evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`);
  }

  /** What the page says. */
  async text(): Promise<string> {
    return String(await this.evaluate('document.body.innerText'));
  }

  /** A picture of the page as it stands, as PNG. */
  async screenshot(): Promise<Buffer> {
    const { data } = await this.#send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(String(data), 'base64');
  }

  async close(): Promise<void> {
    await this.evaluate('window.close()').catch(() => {});
    await this.#browser.detach();
  }

  #send(method: string, params: object): Promise<Record<string, unknown>> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      const onMessage = ({ sessionId, message }: { sessionId: string; message: string }) => {
        const answer = JSON.parse(message) as Answer;
        if (sessionId !== this.#session || answer.id !== id) return;
        this.#browser.off('Target.receivedMessageFromTarget', onMessage);
        if (answer.error) reject(new Error(`${method}: ${answer.error.message}`));
        else resolve(answer.result ?? {});
      };
      this.#browser.on('Target.receivedMessageFromTarget', onMessage);
      const message = JSON.stringify({ id, method, params });
      this.#browser.send('Target.sendMessageToTarget', { sessionId: this.#session, message }).catch(reject);
    });
  }
}

async function browserSession({ context }: Pick<Installed, 'context'>): Promise<CDPSession> {
  const browser = await context.browser()?.newBrowserCDPSession();
  if (!browser) throw new Error('The browser cannot be spoken to.');
  return browser;
}

/** For DevTools methods that Playwright's types do not know. */
function sendUntyped(session: CDPSession, method: string, params: object): Promise<unknown> {
  return (session.send as (method: string, params: object) => Promise<unknown>)(method, params);
}
