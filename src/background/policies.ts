import type { Browser } from 'webextension-polyfill';
import * as z from 'zod/mini';
import { COUNTRIES } from '../regions/countries.ts';
import { RECHECK_CHOICES } from '../storage/limits.ts';
import type { Managed } from '../storage/managed.ts';

/** The longest line an organisation can set, in characters. */
const CONTACT_LIMIT = 200;

/** Each value by itself, since Firefox hands over whatever the policy file says. The same as `public/managed-schema.json`. */
const VALUES = {
  country: z.enum(COUNTRIES),
  recheckDays: z.pipe(
    z.literal([0, ...RECHECK_CHOICES]),
    z.transform((days) => (days === 0 ? null : days)),
  ),
  showObjection: z.boolean(),
  contact: z.string().check(z.trim(), z.minLength(1), z.maxLength(CONTACT_LIMIT)),
  firstRun: z.boolean(),
};

/** Where the browser's last answer is kept. It is the organisation's and no part of what the member has stored, exports or erases. */
const KEY = 'policies';

const Mirror = z.strictObject({
  version: z.literal(1),
  managed: z.partial(z.strictObject({ ...VALUES, recheckDays: z.nullable(z.literal(RECHECK_CHOICES)) })),
});

/** What an organisation has set, as far as it can be understood: a value of another kind counts as not set. Never throws. */
export function managedFrom(raw: unknown): Managed {
  if (typeof raw !== 'object' || raw === null) return {};
  const values = Object.entries(VALUES).flatMap(([key, schema]) => {
    const parsed = schema.safeParse((raw as Record<string, unknown>)[key]);
    return Object.hasOwn(raw, key) && parsed.success ? [[key, parsed.data]] : [];
  });
  return Object.fromEntries(values);
}

/**
 * What the organisation has set. Chromium tells it only once a tab in front has loaded, which may take seconds or minutes, and so it is asked
 * once per life of the background, and again whenever it says that something has changed. Until it answers, the answer of an earlier life stands
 * in, for display only.
 */
export class Policies {
  readonly #browser: Browser;
  readonly #changed: () => void;
  #mirror: Promise<Managed>;
  #answer: Managed | null = null;
  #asked: Promise<Managed>;
  #wasUncertain = false;

  /** `changed` is called when what `known` gave rested on another answer, or on none of this life. */
  constructor(browser: Browser, changed: () => void) {
    this.#browser = browser;
    this.#changed = changed;
    this.#mirror = this.#readMirror();
    this.#asked = this.#ask();
    browser.storage.managed?.onChanged.addListener(() => {
      this.#asked = this.#ask();
    });
  }

  /** What is known at this moment, and whether the browser has answered in this life of the background. Never rejects, never waits for it. */
  async known(): Promise<{ managed: Managed; isCertain: boolean }> {
    const mirror = await this.#mirror;
    this.#wasUncertain ||= this.#answer === null;
    return { managed: this.#answer ?? mirror, isCertain: this.#answer !== null };
  }

  /** What the browser itself says, however long that takes. Never rejects. */
  async certain(): Promise<Managed> {
    const asked = this.#asked;
    const answer = await asked;
    return asked === this.#asked ? answer : this.certain();
  }

  /** Writes the mirror again, after everything that was stored has been deleted. Never rejects. */
  async keep(): Promise<void> {
    await this.#write((await this.known()).managed);
  }

  async #ask(): Promise<Managed> {
    // Firefox rejects where there is no policy for the extension; other browsers give nothing.
    const answer = managedFrom(await this.#browser.storage.managed?.get().catch(() => null));
    const before = await this.#mirror;
    const isNews = JSON.stringify(answer) !== JSON.stringify(before);
    this.#answer = answer;
    this.#mirror = Promise.resolve(answer);
    if (isNews) await this.#write(answer);
    if (isNews || this.#wasUncertain) this.#changed();
    this.#wasUncertain = false;
    return answer;
  }

  async #readMirror(): Promise<Managed> {
    const { local } = this.#browser.storage;
    try {
      const raw = (await local.get(KEY))[KEY];
      if (raw === undefined) return {};
      const parsed = Mirror.safeParse(raw);
      if (parsed.success) return parsed.data.managed as Managed;
      await local.remove(KEY);
    } catch {
      // The browser is asked anyway.
    }
    return {};
  }

  async #write(managed: Managed): Promise<void> {
    const { local } = this.#browser.storage;
    const isNothing = Object.keys(managed).length === 0;
    await (isNothing ? local.remove(KEY) : local.set({ [KEY]: { version: 1, managed } })).catch(() => {});
  }
}
