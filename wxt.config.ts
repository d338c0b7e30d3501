import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import license from 'rollup-plugin-license';
import { type MinifyOptions, minify } from 'terser';
import { defineConfig } from 'wxt';

/** The only pages the reader ever runs on. */
const SETTINGS_PAGES = 'https://www.linkedin.com/mypreferences/*';

/** What the extension's pages may load: only what comes with it. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The licence's text; of the MPL the notice that its exhibit A asks for, which names where the text is. */
function noticeOf(id: string | null, text: string | null): string {
  if (id !== 'MPL-2.0') return text?.trim() ?? '';
  return 'This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. You can obtain a copy at https://mozilla.org/MPL/2.0/. The source is at https://github.com/mozilla/webextension-polyfill.';
}

/** Texts without what is for translators, and without what a language shares with English. */
function trimTexts(outDir: string): void {
  const folder = join(outDir, '_locales');
  const file = (locale: string) => join(folder, locale, 'messages.json');
  const read = (locale: string) =>
    JSON.parse(readFileSync(file(locale), 'utf8')) as Record<string, { message: string }>;
  const english = read('en');
  for (const locale of readdirSync(folder)) {
    const texts = Object.entries(read(locale)).flatMap(([key, { message }]) =>
      // The browser takes those from English by itself.
      locale === 'en' || message !== english[key]?.message ? [[key, { message }]] : [],
    );
    writeFileSync(file(locale), JSON.stringify(Object.fromEntries(texts)));
  }
}

/**
 * Shortens the names in the reader that live and die there, which every settings page would have to load. Only these: others belong to
 * messages or to the browser.
 */
const READER: MinifyOptions = {
  ecma: 2020,
  toplevel: true,
  compress: { passes: 4, unsafe: true, unsafe_arrows: true },
  mangle: {
    properties: {
      // Names of ours that are also the platform's, whose own the reader does not use.
      builtins: true,
      regex:
        /^(acted|address|all|arrived|arrivedAt|awaitFrame|elements?|follow|found|glance|hasFrame|inside|is(Concealed|Foreign|FromTheStart|InFront|InMain|Loaded|Own|Settled|Used)|items|loaded|look(edAt|ingSince)?|nodes|own|passed|previous|ranges|region|said(Since)?|sameFor|show|sights|standIns|states|statesSince|stillFor|switches|told|turns|up|usedAt|visit|wallClock|wasSeen)$/,
    },
  },
};

/** What of other people's is in the bundles, with its licence: name and version to text. Filled while they are built. */
const shipped = new Map<string, string>();

export default defineConfig({
  hooks: {
    // The privacy policy comes with the extension, so that it can be read without asking anybody.
    'build:publicAssets': (_, assets) => {
      assets.push({ absoluteSrc: resolve('PRIVACY.md'), relativeDest: 'privacy.txt' });
    },
    'build:done': ({ config }) => {
      const texts = [...shipped].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, text]) => text);
      writeFileSync(join(config.outDir, 'licenses.txt'), texts.join('\n\n----\n\n'));
      trimTexts(config.outDir);
    },
  },
  srcDir: 'src',
  imports: false,
  manifestVersion: 3,
  // Terser, since it makes the reader, which every settings page loads, 6 % smaller than the default does.
  vite: () => ({
    plugins: [
      {
        // Where words and settings were found, and how certain their defaults are, is for those who change them. What is shown of sources is in the rule table.
        name: 'leave-out-sources',
        enforce: 'pre',
        transform: {
          filter: { id: /src\/(linkedin|objection)\/[a-z]+\.json$/ },
          handler: (text) =>
            JSON.stringify(JSON.parse(text), (key, value) =>
              ['sources', 'checked', 'default', 'defaultConfidence'].includes(key) ? undefined : value,
            ),
        },
      },
      {
        // Nearly all of the reader runs on every page. Without this hint Chromium parses each function twice: once to skip it, once to run it.
        name: 'compile-the-reader-at-once',
        async generateBundle(_, bundle) {
          const reader = bundle['reader.js'];
          if (reader?.type !== 'chunk') return;
          const { code } = await minify(reader.code, READER);
          reader.code = `//# allFunctionsCalledOnLoad\n${code}`;
        },
      },
      license({
        thirdParty: (dependencies) => {
          for (const { name, version, license: id, licenseText } of dependencies)
            shipped.set(`${name}@${version}`, `${name} ${version} (${id})\n\n${noticeOf(id, licenseText)}`);
        },
      }),
    ],
    build: {
      minify: 'terser',
      terserOptions: { ecma: 2020, compress: { passes: 3, unsafe_arrows: true, pure_funcs: ['logger.error'] } },
    },
  }),
  manifest: ({ browser, command }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['storage', 'activeTab', 'scripting', 'alarms'],
    optional_permissions: ['notifications'],
    action: {
      default_title: '__MSG_extensionName__',
      default_icon: { 16: 'icon/unknown-16.png', 32: 'icon/unknown-32.png' },
    },
    // Not WXT's own content-script wrapper: that one announces the extension to the page.
    content_scripts: [
      {
        matches: [SETTINGS_PAGES],
        js: ['reader.js'],
        // From the start of the document on, so the reader itself knows that it saw the page load.
        run_at: 'document_start',
      },
    ],
    // Not while developing: pages then come from the development server, which adds its own.
    ...(command === 'build' ? { content_security_policy: { extension_pages: POLICY } } : {}),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'untrained@untrained.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            // Firefox for Android learnt about data_collection_permissions later.
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '120', storage: { managed_schema: 'managed-schema.json' } }),
  }),
});
