import '@fontsource-variable/noto-sans/index.css';
import '@fontsource-variable/noto-sans-arabic/index.css';
import { render } from 'preact';
import { language, t } from '../../src/words.ts';
import { type PageName, SPECIMENS, type Specimen } from './specimens.tsx';
import { localeNames, speak } from './stand-in-browser.ts';

/** What tests call. */
export type Gallery = {
  names: string[];
  locales: string[];
  /** Shows one specimen as the page it is, in a language, and waits until nothing about it will change. */
  show(name: string, locale: string): Promise<void>;
};

declare global {
  interface Window {
    gallery: Gallery;
  }
}

/** How wide each page is shown at first, in pixels. */
const WIDTHS: Record<PageName, number> = { popup: 360, panel: 320, report: 1000, welcome: 720 };

const root = document.getElementById('app') as HTMLElement;

async function show(name: string, locale: string): Promise<void> {
  const specimen = SPECIMENS[name];
  if (!specimen) throw new Error(`There is no specimen "${name}".`);
  speak(locale);
  document.documentElement.lang = language();
  document.documentElement.dir = t('direction');
  document.body.className = specimen.page;
  // Emptied first, or what one specimen opened would still be open in the next.
  render(null, root);
  root.replaceChildren();
  render(specimen.view(), root);
  await specimen.after?.(root);
  await document.fonts.ready;
}

function Index({ theme, locale }: { theme: string; locale: string }) {
  const groups = Object.groupBy(Object.entries(SPECIMENS), ([name]) => name.split('/')[0] ?? '');
  return (
    <main>
      <h1>The gallery</h1>
      <p>Every page in every state. The corner of each can be drawn.</p>
      <form>
        <label>
          Language
          <select name="locale" value={locale} onChange={({ currentTarget }) => currentTarget.form?.requestSubmit()}>
            {localeNames.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <label>
          Theme
          <select name="theme" value={theme} onChange={({ currentTarget }) => currentTarget.form?.requestSubmit()}>
            {['light dark', 'light', 'dark'].map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      </form>
      {Object.entries(groups).map(([group, specimens = []]) => (
        <section key={group}>
          <h2>{group}</h2>
          <div class="plates">
            {specimens.map(([name, { page }]) => (
              <Plate
                key={name}
                name={name}
                page={page}
                query={new URLSearchParams({ specimen: name, locale, theme })}
              />
            ))}
          </div>
        </section>
      ))}
    </main>
  );
}

function Plate({ name, page, query }: { name: string; page: Specimen['page']; query: URLSearchParams }) {
  return (
    <figure>
      <figcaption>
        <a href={`?${query}`}>{name}</a>
      </figcaption>
      <iframe loading="lazy" title={name} src={`?${query}`} style={{ inlineSize: `${WIDTHS[page]}px` }} />
    </figure>
  );
}

window.gallery = { names: Object.keys(SPECIMENS), locales: localeNames, show };

const asked = new URLSearchParams(location.search);
const locale = asked.get('locale') ?? 'en';
const theme = asked.get('theme') ?? 'light dark';
document.documentElement.style.colorScheme = theme;
const specimen = asked.get('specimen');
if (specimen) void show(specimen, locale);
else {
  document.body.className = 'gallery';
  render(<Index theme={theme} locale={locale} />, root);
}
