import words from '../../src/linkedin/words.json' with { type: 'json' };

/** What a stand-in page is made from: the state it shows, the language, and how it behaves. */
export type PageState = {
  on: boolean;
  language: string;
  /** Milliseconds until the switch is there. */
  delay: number;
  /** Where a change is saved to. */
  saveUrl: string;
};

/** The words of the page in its language; where LinkedIn's are not known, made-up ones that mean the same. */
export type PageWords = { title: string; toggle: string; question: string; on: string; off: string };

const MADE_UP: PageWords = {
  title: 'Ngā raraunga mō te AI',
  toggle: 'Whakamahia aku raraunga hei whakangungu',
  question: 'Ka taea e LinkedIn te whakamahi?',
  on: 'Kā',
  off: 'Weto',
};

/** Words for a page, from the product's own table where it has them. */
export function pageWords(language: string): PageWords {
  const labels = (
    words.labels['ai-training'] as Record<string, { title: { texts: string[] }; toggle: { texts: string[] } | null }>
  )[language];
  const tables = [words.states, words.shownWords] as Record<string, { on: string[]; off: string[] }>[];
  const states = tables.map((table) => table[language]).find(Boolean);
  return {
    title: labels?.title.texts[0] ?? MADE_UP.title,
    toggle: labels?.toggle?.texts[0] ?? MADE_UP.toggle,
    question: language === 'en' ? 'Can LinkedIn use your personal data and content?' : MADE_UP.question,
    on: states?.on[0] ?? MADE_UP.on,
    off: states?.off[0] ?? MADE_UP.off,
  };
}

const RIGHT_TO_LEFT = ['ar', 'he', 'iw', 'fa', 'ur'];
const CATEGORIES = ['account', 'sign-in-and-security', 'profile-visibility', 'privacy', 'ads', 'notifications'];

/** The shell of a settings page (V0): header, six category links, main with one section, footer. */
export function shell(language: string, main: string, script = ''): string {
  const dir = RIGHT_TO_LEFT.includes(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
  const links = (count: number) =>
    Array.from({ length: count }, (_, index) => `<a href="/legal/${index}">link ${index}</a>`).join(' ');
  const nav = CATEGORIES.map((name) => `<li><a href="/mypreferences/d/categories/${name}">${name}</a></li>`).join('');
  return `<!doctype html>
<html class="artdeco windows" lang="${language}" dir="${dir}">
<head><meta charset="utf-8"><title>Settings</title></head>
<body><div class="ember-view"><div><div>
<header><a href="/feed/">home</a> <a href="/in/me/">photo</a> <button type="button">Back</button></header>
<nav><ul>${nav}</ul></nav>
<main><section><div id="content">${main}</div></section></main>
<footer>${links(8)}</footer>
</div></div></div>
${script ? `<script>${script}</script>` : ''}</body></html>`;
}

/** Source of a function for pages that save: sends the new state and calls back with whether the server took it. */
export function saveScript(saveUrl: string): string {
  return `function save(on, done) {
    fetch(${JSON.stringify(saveUrl)}, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ on }) })
      .then((response) => done(response.ok), () => done(false));
  }`;
}

/** HTML that is put into the content after a delay, or at once for none. */
export function laterScript(delay: number, html: string, then = ''): string {
  const put = `document.getElementById('content').insertAdjacentHTML('beforeend', ${JSON.stringify(html).replaceAll('<', '\\u003c')});${then}`;
  return delay > 0 ? `setTimeout(() => {${put}}, ${delay});` : put;
}
