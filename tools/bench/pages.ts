import type { BrowserContext } from '@playwright/test';
import { AI_SETTING_URL, CATEGORY_URL, Replica, serve } from '../../tests/replica/replica.ts';

/** A page of the stand-in LinkedIn that contestants are loaded into. */
export type BenchPage = {
  id: string;
  what: string;
  url: string;
  /** For how long, in milliseconds, contestants are watched from when the page is loaded. */
  watched: number;
  size?: { of: string; value: number };
};

/** Untrained has said what it read and that "off" has held, 1.5 s after the page came to rest. */
const UNTIL_TOLD = 2000;
const STORM_SECONDS = 5;
const MUTATIONS_PER_SECOND = 2000;
/** Milliseconds between two handfuls of changes. */
const STORM_STEP = 20;

/** The AI setting's own page, of the plain shape and of growing size. */
export const SETTING_PAGES = [0, 5000, 20_000, 50_000].map(
  (elements): BenchPage => ({
    id: 'load.setting',
    what: 'setting',
    url: elements ? `${AI_SETTING_URL}?elements=${elements}` : AI_SETTING_URL,
    watched: UNTIL_TOLD,
    size: { of: 'nodes', value: elements },
  }),
);

/** The list of settings with more and more rows beside those there are. */
const LIST_PAGES = [0, 50, 150].map(
  (rows): BenchPage => ({
    id: 'load.list',
    what: 'list of settings',
    url: rows ? `${CATEGORY_URL}?rows=${rows}` : CATEGORY_URL,
    watched: UNTIL_TOLD,
    size: { of: 'rows', value: rows },
  }),
);

const STORM_PAGE: BenchPage = {
  id: 'load.storm',
  what: `setting, ${MUTATIONS_PER_SECOND} changes a second for ${STORM_SECONDS} s`,
  url: `${AI_SETTING_URL}?elements=500&storm=${STORM_SECONDS}`,
  watched: STORM_SECONDS * 1000 + 500,
};

/** Untrained goes on looking for a switch here, at its fastest. */
const ENDLESS_STORM_PAGE: BenchPage = {
  id: 'load.endless-storm',
  what: 'page without a switch, the same changes for 2 s',
  url: `${AI_SETTING_URL}?shape=v13-never&elements=500&storm=2`,
  watched: 2500,
};

/** Outside the settings: long, and it goes on changing. */
const FEED_PAGE: BenchPage = {
  id: 'load.feed',
  what: 'feed',
  url: 'https://www.linkedin.com/feed/?elements=5000&storm=1',
  watched: UNTIL_TOLD,
};

/** All pages, in the order of the tables. */
export const BENCH_PAGES = [...SETTING_PAGES, FEED_PAGE, STORM_PAGE, ENDLESS_STORM_PAGE, ...LIST_PAGES];

/** Serves the stand-in to a browser, larger or livelier where the address asks for it. Nothing else can be reached. */
export async function servePages(context: BrowserContext): Promise<void> {
  const replica = new Replica();
  await serve(context, replica);
  await context.route(
    ({ hostname, searchParams }) =>
      hostname === 'www.linkedin.com' && ['elements', 'rows', 'storm'].some((name) => searchParams.has(name)),
    async (route) => {
      const url = route.request().url();
      const response = replica.respond({ method: 'GET', url });
      await route.fulfill({ ...response, body: enlarge(response.body, new URL(url).searchParams) });
    },
  );
}

function enlarge(html: string, asked: URLSearchParams): string {
  const number = (name: string) => Number(asked.get(name) ?? 0);
  const filler = '<div><p>text <span>more</span></p><a href="/x">link</a></div>'.repeat(number('elements') / 4);
  const rows = Array.from(
    { length: number('rows') },
    (_, row) =>
      `<li><a href="/mypreferences/d/settings/made-up-${row}"><div><div>Setting ${row}</div><div data-test-category-item-sneakpeek>On</div></div></a></li>`,
  ).join('');
  const storm = asked.has('storm')
    ? `<script>(${runStorm})(${number('storm') * 1000}, ${MUTATIONS_PER_SECOND / 1000}, ${STORM_STEP});</script>`
    : '';
  return html
    .replace('</main>', () => `<ul>${rows}</ul><div id="filler">${filler}</div></main>`)
    .replace('</body>', () => `${storm}</body>`);
}

/** Runs in the page, by timers alone: promises would be taken for an extension's. */
function runStorm(duration: number, perMillisecond: number, step: number): void {
  const place = document.createElement('div');
  document.querySelector('#filler')?.append(place);
  const start = performance.now();
  let done = 0;
  const timer = setInterval(() => {
    const elapsed = Math.min(performance.now() - start, duration);
    for (; done < elapsed * perMillisecond; done++) {
      place.className = String(done);
      if (done % 2) place.replaceChildren(document.createElement('b'));
    }
    if (elapsed === duration) clearInterval(timer);
  }, step);
}
