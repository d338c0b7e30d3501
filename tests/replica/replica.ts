import type { BrowserContext } from '@playwright/test';
import { parseAddress } from '../../src/linkedin/address.ts';
import { SETTINGS } from '../../src/linkedin/settings.ts';
import { openSite, type Site } from './https.ts';
import { feedPage, otherPage, signInPage, signInRedirect } from './other-pages.ts';
import { shell } from './page.ts';
import { listShapeNamed, shapeNamed } from './shapes/index.ts';

const AI_SETTING_PATH = 'settings/data-for-ai-improvement';
export const CATEGORY_URL = 'https://www.linkedin.com/mypreferences/d/categories/privacy';
export const AI_SETTING_URL = `https://www.linkedin.com/mypreferences/d/${AI_SETTING_PATH}`;
const SAVE_URL = '/mysettings-api/settingsApiSettings/replicaSettingKey';

export type ReplicaRequest = { method: string; url: string; body?: string | null };
export type ReplicaResponse = { status: number; contentType: string; body: string };

/** A small stand-in for LinkedIn's settings site, with one member's account. Change its fields to change the account or the site. */
export class Replica {
  signedIn = true;
  /** What the server has stored for the AI setting. */
  on = true;
  /** The shape in which the AI setting is served. */
  shape = 'v1-artdeco';
  /** The shape in which the data-privacy category is served. */
  listShape = 'v9-category';
  language = 'en';
  savesFail = false;
  /** Called before the answer to a save; the answer waits for it. */
  beforeSaved: () => Promise<void> = async () => {};
  /** Milliseconds until the switch is drawn. */
  delay = 0;
  /** Every request that reached it. */
  readonly requests: ReplicaRequest[] = [];

  /** Answers a request as the site would. */
  respond(request: ReplicaRequest): ReplicaResponse {
    this.requests.push(request);
    const { pathname, search } = new URL(request.url);
    if (request.method === 'PUT') return this.#save(request);
    const address = parseAddress(request.url);
    if (address.kind === 'signed-out') return html(signInPage());
    if (address.kind === 'elsewhere') return html(feedPage());
    if (!this.signedIn) return html(signInRedirect(pathname + search));
    if (address.kind === 'category') return html(this.#category(address.path, search));
    if (address.kind !== 'setting') return html(this.#category('account', search));
    if (address.path === AI_SETTING_PATH) return html(this.#aiSetting(search));
    return html(otherPage(address.path, this.language) ?? shell(this.language, '<h1>Not found</h1>'));
  }

  /** A test may ask for a page by name: `?shape=...&on=...&language=...`. */
  #aiSetting(search: string): string {
    const asked = new URLSearchParams(search);
    const shape = shapeNamed(asked.get('shape') ?? this.shape);
    const on = asked.has('on') ? asked.get('on') === 'true' : this.on;
    return shape.html({ on, language: asked.get('language') ?? this.language, delay: this.delay, saveUrl: SAVE_URL });
  }

  #category(name: string, search: string): string {
    if (!SETTINGS.some(({ category }) => category === name)) return shell(this.language, `<h2>${name}</h2>`);
    const asked = new URLSearchParams(search);
    const on = asked.has('on') ? asked.get('on') === 'true' : this.on;
    return listShapeNamed(asked.get('shape') ?? this.listShape).html({
      on,
      language: asked.get('language') ?? this.language,
      category: name,
    });
  }

  #save({ body }: ReplicaRequest): ReplicaResponse {
    if (this.savesFail) return { status: 500, contentType: 'application/json', body: '{}' };
    this.on = (JSON.parse(body ?? '{}') as { on: boolean }).on;
    return { status: 200, contentType: 'application/json', body: '{}' };
  }
}

/** Serves a replica at LinkedIn's real address. Requests to anywhere else are stopped, and listed in what is returned. */
export async function serve(context: BrowserContext, replica: Replica): Promise<{ strays: string[] }> {
  const strays: string[] = [];
  await context.route(/^https?:/, async (route) => {
    strays.push(route.request().url());
    await route.abort();
  });
  await context.route('https://www.linkedin.com/**', async (route) => {
    const request = route.request();
    if (request.method() === 'PUT') await replica.beforeSaved();
    await route.fulfill(
      replica.respond({
        method: request.method(),
        url: request.url(),
        body: request.postData(),
      }),
    );
  });
  return { strays };
}

/** A replica on a real server under LinkedIn's name, for browsers in which no test can put answers in as a server would give them. */
export function openReplicaSite(replica: Replica): Promise<Site> {
  return openSite(({ method, url, body }) => {
    if (url.pathname === '/favicon.ico') return null;
    const { contentType, ...answer } = replica.respond({ method, url: url.href, body });
    return { ...answer, type: contentType };
  });
}

function html(body: string): ReplicaResponse {
  return { status: 200, contentType: 'text/html; charset=utf-8', body };
}
