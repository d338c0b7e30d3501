import { shell } from './page.ts';

/** Pages of the settings site that are not the AI setting, and must never be read as it (V18), by path. */
export function otherPage(path: string, language: string): string | undefined {
  return PAGES[path]?.(language);
}

const PAGES: Record<string, (language: string) => string> = {
  'settings/policy-and-academic-research': (language) =>
    shell(
      language,
      `<h2>Social, economic, and workplace research</h2><span id="allowAnonymizedDataResearch">Use data for research</span>
<input type="checkbox" role="switch" aria-checked="false" aria-labelledby="allowAnonymizedDataResearch">`,
    ),
  'member-cookies': (language) =>
    shell(
      language,
      `<h2>Cookies</h2><label for="nonEssentialCookieConsent">Allow</label>
<input type="checkbox" role="switch" aria-checked="false" id="nonEssentialCookieConsent">`,
    ),
  'dark-mode': (language) =>
    shell(
      language,
      ['theme__system', 'theme__light', 'theme__dark']
        .map((id) => `<label><input type="radio" name="theme" id="${id}">${id}</label>`)
        .join(''),
    ),
  'settings/language': (language) =>
    shell(language, '<select><option>English</option><option>Deutsch</option></select>'),
  'settings/data-for-generative-ai': (language) =>
    shell(
      language,
      '<span id="k">Use my data for training content creation AI models</span><input type="checkbox" role="switch" aria-checked="false" aria-labelledby="k">',
    ),
};

/** Where LinkedIn sends members who are not signed in (V12). The checkbox is an innocent one. */
export function signInPage(): string {
  return `<!doctype html><html lang="en"><body><main><h1>Sign in</h1><form><input name="session_key" aria-label="Email">
<input type="password" name="session_password" aria-label="Password">
<label><input type="checkbox" name="rememberMe"> Remember me</label><button>Sign in</button></form></main></body></html>`;
}

/** Sends on to the sign-in page. By script: a redirect by status would leave the stand-in for the network. */
export function signInRedirect(target: string): string {
  const url = `https://www.linkedin.com/uas/login?session_redirect=${encodeURIComponent(`https://www.linkedin.com${target}`)}`;
  return `<!doctype html><html lang="en"><script>location.replace(${JSON.stringify(url)})</script></html>`;
}

/** A page outside the settings, where the extension does not exist. */
export function feedPage(): string {
  return '<!doctype html><html lang="en"><body><main><h1>Feed</h1><label><input type="checkbox"> Follow</label></main></body></html>';
}
