import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';

const OUTPUT = join(import.meta.dirname, '..', '..', '.output');
const SETTINGS_PAGES = 'https://www.linkedin.com/mypreferences/*';
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

describe.each(['chrome-mv3', 'firefox-mv3'])('the build in %s', (build) => {
  const folder = join(OUTPUT, build);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));

  it('asks for these permissions and no more', () => {
    expect(manifest.manifest_version).toBe(3);
    const panel = build === 'chrome-mv3' ? ['sidePanel'] : [];
    expect(manifest.permissions).toEqual(['storage', 'activeTab', 'scripting', 'alarms', ...panel]);
    expect(manifest.optional_permissions).toEqual(['notifications']);
    for (const key of ['host_permissions', 'optional_host_permissions']) expect(manifest[key]).toBeUndefined();
  });

  it('asks for a text before it asks the browser for anything else, since whoever is first decides whether there are any', () => {
    const calls: string[] = [];
    const api = (path: string): unknown =>
      new Proxy(() => {}, {
        get: (_, name) => (path === 'chrome.runtime' && name === 'id' ? 'id' : api(`${path}.${String(name)}`)),
        apply: () => {
          calls.push(path);
          return new Promise(() => {});
        },
      });
    const background = readFileSync(join(folder, 'background.js'), 'utf8');
    const globals = { chrome: api('chrome'), browser: api('chrome'), console, URL, Intl, setTimeout };
    runInNewContext(background, globals);
    expect(calls.length).toBeGreaterThan(5);
    expect(calls[0]).toBe('chrome.i18n.getMessage');
  });

  it('gives a page nothing to look for', () => {
    for (const key of ['web_accessible_resources', 'externally_connectable', 'chrome_url_overrides', 'sandbox']) {
      expect(manifest[key]).toBeUndefined();
    }
  });

  it('runs one script, on settings pages only, in its own world and in the top frame', () => {
    expect(manifest.content_scripts).toEqual([
      { matches: [SETTINGS_PAGES], js: ['reader.js'], run_at: 'document_start' },
    ]);
  });

  it('lets its own pages run their own scripts and styles, and connect to nobody', () => {
    expect(manifest.content_security_policy).toEqual({ extension_pages: POLICY });
  });

  it('has no key but the known ones', () => {
    const known = [
      ...[
        'manifest_version',
        'name',
        'description',
        'version',
        'default_locale',
        'permissions',
        'optional_permissions',
        'action',
        'background',
        'icons',
      ],
      ...[
        'content_scripts',
        'content_security_policy',
        ...(build === 'chrome-mv3'
          ? ['minimum_chrome_version', 'side_panel', 'storage']
          : ['browser_specific_settings', 'sidebar_action']),
      ],
    ];
    expect(Object.keys(manifest).sort()).toEqual(known.sort());
  });

  it('holds no code that writes into a page or asks anybody anything', () => {
    const reader = readFileSync(join(folder, 'reader.js'), 'utf8');
    for (const word of [
      'postMessage',
      'dispatchEvent',
      'innerHTML',
      'appendChild',
      'setAttribute',
      'localStorage',
      'fetch(',
      'XMLHttpRequest',
    ]) {
      expect(reader).not.toContain(word);
    }
  });
});

describe('Firefox', () => {
  it('is checked by Mozilla’s linter: no error, and the one warning that Preact brings', () => {
    const { stdout } = spawnSync(
      'npx',
      ['web-ext', 'lint', '--source-dir', join(OUTPUT, 'firefox-mv3'), '--output', 'json'],
      { encoding: 'utf8' },
    );
    const { summary, warnings } = JSON.parse(stdout);
    expect(summary).toMatchObject({ errors: 0, notices: 0 });
    expect(warnings.map(({ code }: { code: string }) => code)).toEqual(['UNSAFE_VAR_ASSIGNMENT']);
  });

  it('does not open the sidebar by itself when it is installed', () => {
    const manifest = JSON.parse(readFileSync(join(OUTPUT, 'firefox-mv3', 'manifest.json'), 'utf8'));
    expect(manifest.sidebar_action.open_at_install).toBe(false);
  });

  it('is told the lowest version and that no data is collected', () => {
    const manifest = JSON.parse(readFileSync(join(OUTPUT, 'firefox-mv3', 'manifest.json'), 'utf8'));
    expect(manifest.browser_specific_settings.gecko).toEqual({
      id: expect.stringMatching(/@/),
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['none'] },
    });
  });
});
