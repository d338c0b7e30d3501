import { type PageState, pageWords, shell } from './page.ts';

/** What the listening page offers to a test, as `window.listening`. */
export type Listening = {
  /** What it has noticed so far of anybody but itself, each once, in order. Looks everywhere once more. */
  lookBack(): Promise<string[]>;
  /** Whether the member uses the page now: what clicks and keys do by themselves is then none of its business. */
  member(isHere: boolean): void;
};

/**
 * The address of a page with what a site that looks for an extension knows of it: where its files lie, with the final slash, and
 * their names.
 */
export function addressedTo(url: string, base: string, files: readonly string[]): string {
  return `${url}#${[base, ...files].join(';')}`;
}

/**
 * A settings page that tries to notice the extension in every way we could think of. It compares all that it is, has and does with
 * what it knows to be its own doing: nodes, attributes, events, messages, calls of the DOM's methods, globals, storage, cookies,
 * styles, requests, marks, errors, console, focus, scroll, selection, history. It fetches the extension's files and calls it by name.
 */
export function listeningPage({ on, language, saveUrl }: PageState): string {
  const words = pageWords(language);
  // Firefox would restore the state of the checkbox after a reload.
  const main = `<h2>${words.title}</h2><p>${words.question}</p>
<div style="height:600px"></div>
<span id="label">${words.toggle}</span>
<div><span aria-hidden="true" id="word">${on ? words.on : words.off}</span>
<input type="checkbox" role="switch" autocomplete="off" aria-labelledby="label" aria-checked="${on}"${on ? ' checked' : ''}></div>`;
  const script = LISTEN.replace('SAVE_URL', JSON.stringify(saveUrl)).replace(
    'WORDS',
    JSON.stringify([words.off, words.on]),
  );
  return shell(language, main).replace('<head>', () => `<head><script>${script}</script>`);
}

const LISTEN = `(() => {
  const [base, ...files] = location.hash.slice(1).split(';');
  const id = base ? base.split('/')[2] : '';
  const apply = Reflect.apply;
  const noticed = [];
  const requested = new Set();
  const probes = new WeakSet();
  let ownDoing = 0;
  // Or the browser itself would scroll after a reload.
  history.scrollRestoration = 'manual';
  let memberIsHere = false;

  /** Does something as the page itself, without noticing it. */
  function own(act) { ownDoing++; try { return act(); } finally { ownDoing--; } }
  function note(what) {
    if (ownDoing === 0) own(() => { if (!noticed.includes(what)) noticed.push(what); });
  }

  // What a window looks like where no extension has been.
  const CALLED = ['Node', 'Element', 'HTMLElement', 'HTMLInputElement', 'HTMLAnchorElement', 'Document', 'HTMLDocument', 'DocumentFragment', 'ShadowRoot', 'CharacterData', 'Attr', 'NamedNodeMap', 'DOMTokenList', 'CSSStyleDeclaration', 'EventTarget', 'Event', 'CustomEvent', 'MessagePort', 'BroadcastChannel', 'Storage', 'History', 'Navigation', 'Performance', 'TreeWalker', 'NodeIterator', 'Range', 'Selection', 'MutationObserver', 'MutationRecord', 'CustomElementRegistry', 'XMLHttpRequest', 'Navigator', 'AbortController', 'AbortSignal', 'StorageManager', 'IDBFactory', 'CacheStorage'];
  const STYLES = { color: 'rgb(0, 0, 0)', 'background-color': 'rgba(0, 0, 0, 0)', 'background-image': 'none', 'outline-style': 'none', 'border-top-style': 'none', opacity: '1', visibility: 'visible', filter: 'none', transform: 'none', 'box-shadow': 'none', position: 'static', 'z-index': 'auto', 'animation-name': 'none' };
  const clean = document.createElement('iframe');
  document.documentElement.append(clean);
  const untouched = clean.contentWindow;
  const isWord = (name) => !/^\\d+$/.test(name);
  const namesOf = (view) => Object.getOwnPropertyNames(view).filter(isWord);
  const cleanNames = new Set(namesOf(untouched));
  for (const name of namesOf(window)) if (!cleanNames.has(name) && !/^__(pw|playwright)/.test(name)) note('global ' + name);
  for (const name of CALLED) {
    const theirs = new Set(Object.getOwnPropertyNames(untouched[name]?.prototype ?? {}));
    for (const key of Object.getOwnPropertyNames(window[name]?.prototype ?? {})) if (!theirs.has(key)) note('method ' + name + '.' + key);
  }
  clean.remove();
  const knownNames = new Set([...namesOf(window), 'listening']);

  // Every call of the DOM's methods that goes through this page's own world.
  const wrap = (owner, name, label) => {
    const found = Object.getOwnPropertyDescriptor(owner, name);
    if (!found?.configurable || name === 'constructor') return;
    for (const kind of ['value', 'get', 'set']) {
      const original = found[kind];
      if (typeof original !== 'function') continue;
      found[kind] = function (...args) { note('call ' + label + '.' + name); return apply(original, this, args); };
    }
    Object.defineProperty(owner, name, found);
  };
  own(() => {
    for (const name of CALLED) {
      const { prototype } = window[name] ?? {};
      for (const key of prototype ? Object.getOwnPropertyNames(prototype) : []) wrap(prototype, key, name);
    }
    for (const name of ['postMessage', 'fetch', 'setTimeout', 'setInterval', 'clearTimeout', 'requestAnimationFrame', 'requestIdleCallback', 'queueMicrotask', 'getComputedStyle', 'getSelection', 'scrollTo', 'scrollBy', 'scroll', 'focus', 'open', 'alert', 'structuredClone', 'addEventListener', 'dispatchEvent']) wrap(window, name, 'window');
    for (const name of Object.keys(console)) wrap(console, name, 'console');
    for (const name of ['WebSocket', 'EventSource', 'Worker', 'SharedWorker', 'WebTransport']) {
      if (window[name]) window[name] = new Proxy(window[name], { construct(target, args) { note('new ' + name); return new target(...args); } });
    }
  });

  // Every event, whoever sends it.
  const LIFE = new Set(['readystatechange', 'DOMContentLoaded', 'load', 'pageshow', 'pagehide', 'pageswap', 'pagereveal', 'beforeunload', 'unload', 'visibilitychange', 'resize', 'blur', 'focusout', 'devicemotion', 'deviceorientation', 'deviceorientationabsolute']);
  const USE = /^(pointer|mouse|key|touch|focus|click|auxclick|dblclick|contextmenu|wheel|scroll|input|change|beforeinput|select|transition|animation)/;
  // The mouse may lie anywhere. That of the browser itself is nobody's doing.
  const MOUSE = /^(pointer|mouse)(over|enter|out|leave|move|rawupdate)$/;
  const OWN_NAMES = ['wxt:locationchange', 'wxt:content-script-started', 'wxt:' + id, id, base, id + ':reader', id + ':reader:wxt:content-script-started', 'untrained', 'untrained:started'];
  function onEvent(event) {
    own(() => {
      const { type, target, isTrusted } = event;
      const isOfWindow = target === window || target === document;
      const isIgnored = isTrusted && (LIFE.has(type) || (type === 'focus' && isOfWindow) || MOUSE.test(type) || (memberIsHere && USE.test(type)) || (type === 'error' && probes.has(target)));
      if (!isIgnored) noticed.includes('event ' + type) || noticed.push('event ' + type);
    });
  }
  own(() => {
    const handlers = [window, Window.prototype, Document.prototype, HTMLElement.prototype, Element.prototype].flatMap((owner) => Object.getOwnPropertyNames(owner)).filter((name) => /^on[a-z]/.test(name)).map((name) => name.slice(2));
    const others = ['focusin', 'focusout', 'scrollend', 'DOMContentLoaded', 'readystatechange', 'visibilitychange', 'selectionchange', 'securitypolicyviolation', 'fullscreenchange', 'compositionstart'];
    for (const type of new Set([...handlers, ...others, ...OWN_NAMES])) if (type) addEventListener(type, onEvent, true);
    window.navigation?.addEventListener('navigate', onEvent);
    window.navigation?.addEventListener('currententrychange', onEvent);
    navigator.serviceWorker?.addEventListener('message', onEvent);
    if (id) new BroadcastChannel(id).addEventListener('message', onEvent);
  });

  // Every change of the document. While it is parsed, nodes come by themselves; what came is compared with what was sent.
  let isParsed = false;
  function see(records) {
    own(() => {
      for (const { type, attributeName, target } of records) {
        const what = 'mutation ' + type + ' ' + (attributeName ?? target.nodeName);
        if ((isParsed || type === 'attributes') && !noticed.includes(what)) noticed.push(what);
      }
    });
  }
  const observer = new MutationObserver(see);
  own(() => observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true }));
  /** A change of the page's own. */
  function change(act) {
    own(() => {
      see(observer.takeRecords());
      compare();
      act();
      observer.takeRecords();
      html = document.documentElement.outerHTML;
    });
  }
  let html = '';
  function compare() {
    if (html && document.documentElement.outerHTML !== html && !noticed.includes('document changed')) noticed.push('document changed');
  }
  let scrolled = 0;

  const entries = [];
  own(() => {
    for (const type of PerformanceObserver.supportedEntryTypes) {
      new PerformanceObserver((list) => own(() => entries.push(...list.getEntries()))).observe({ type, buffered: true });
    }
  });

  const request = (url, options) => { const { href } = new URL(url, location.href); requested.add(href); return fetch(href, options); };
  const failing = (promise) => promise.then(() => true, () => false);

  /** Names the files of the extension that this page can get at, and how. */
  async function probe() {
    const got = [];
    await Promise.all(files.map(async (file) => {
      const url = base + file;
      requested.add(url);
      const element = (name, properties) => new Promise((resolve) => change(() => {
        const made = Object.assign(document.createElement(name), properties);
        probes.add(made);
        made.onload = () => { change(() => made.remove()); resolve(true); };
        made.onerror = () => { change(() => made.remove()); resolve(false); };
        if (name === 'img') made.src = url;
        else document.head.append(made);
      }));
      const ways = {
        fetch: own(() => failing(fetch(url))),
        opaque: own(() => failing(fetch(url, { mode: 'no-cors' }))),
        img: element('img', {}),
        script: element('script', { src: url }),
        link: element('link', { rel: 'stylesheet', href: url }),
        module: own(() => failing(import(url))),
      };
      for (const [way, answer] of Object.entries(ways)) if (await answer) got.push('file ' + file + ' by ' + way);
    }));
    return got;
  }

  /** What answers when the extension is called by name. */
  async function call() {
    const got = [];
    for (const name of ['chrome', 'browser']) {
      const { runtime } = window[name] ?? {};
      if (!runtime) continue;
      if (runtime.id) got.push(name + '.runtime.id');
      if (!runtime.sendMessage) continue;
      const silence = new Promise((resolve) => own(() => setTimeout(() => resolve(undefined), 300)));
      const answer = await Promise.race([silence, new Promise((resolve) => { try { runtime.sendMessage(id, { type: 'overview' }, (said) => resolve(runtime.lastError ? undefined : said)); } catch { resolve(undefined); } })]);
      if (answer !== undefined) got.push(name + '.runtime answers');
    }
    return got;
  }

  function names() {
    const found = [];
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    for (let node = document.documentElement; node; node = walker.nextNode()) {
      if (node.localName === 'script' || node.parentNode?.localName === 'script') continue;
      const texts = [node.nodeValue ?? '', ...[...(node.attributes ?? [])].flatMap(({ name, value }) => [name, value])];
      if (texts.some((text) => /(chrome|moz)-extension|untrained|wxt/i.test(text) || (id && text.includes(id)))) found.push('named by ' + node.nodeName);
      if (node.shadowRoot) found.push('shadow root of ' + node.nodeName);
    }
    return found;
  }

  async function lookEverywhere() {
    const found = own(() => {
      see(observer.takeRecords());
      const now = names();
      for (const name of namesOf(window)) if (!knownNames.has(name) && !/^__(pw|playwright)/.test(name)) now.push('global ' + name);
      compare();
      for (const name of ['html', 'body', 'main', 'h2']) {
        const style = getComputedStyle(document.querySelector(name));
        if (Object.entries(STYLES).some(([property, plain]) => style.getPropertyValue(property) !== plain)) now.push('style of ' + name);
      }
      if (document.styleSheets.length + document.adoptedStyleSheets.length > 0) now.push('style sheet');
      if (localStorage.length + sessionStorage.length > 0) now.push('storage');
      if (document.cookie) now.push('cookie');
      for (const entry of [...performance.getEntries(), ...entries]) {
        const { name, entryType } = entry;
        // The browser itself asks for the icon.
        if (entryType === 'resource' && !requested.has(name) && !name.endsWith('/favicon.ico')) now.push('request ' + name);
        if (entryType === 'mark' || entryType === 'measure') now.push(entryType + ' ' + name);
        if (entry.scripts?.some(({ sourceURL }) => /^(chrome|moz)-extension:/.test(sourceURL))) now.push('long task');
      }
      if (!memberIsHere && scrollY !== scrolled) now.push('scroll');
      if (!memberIsHere && document.activeElement !== document.body) now.push('focus');
      if (getSelection().type !== 'None') now.push('selection');
      if (history.state !== null || document.title !== 'Settings') now.push('history or title');
      if (navigator.serviceWorker?.controller) now.push('service worker');
      return now;
    });
    const [databases, caches_] = await Promise.all(own(() => [indexedDB.databases(), caches.keys()]));
    if (databases.length + caches_.length > 0) found.push('database or cache');
    found.push(...await own(probe), ...await own(call));
    own(() => { for (const what of found) if (!noticed.includes(what)) noticed.push(what); });
  }

  own(() => {
    document.addEventListener('DOMContentLoaded', () => own(() => {
      observer.takeRecords();
      isParsed = true;
      html = document.documentElement.outerHTML;
      const input = document.querySelector('[role=switch]');
      input.addEventListener('change', () => change(() => {
        input.setAttribute('aria-checked', String(input.checked));
        document.getElementById('word').textContent = WORDS[Number(input.checked)];
        void request(SAVE_URL, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ on: input.checked }) });
      }));
      const parsed = html;
      void request(location.href.split('#')[0]).then((answer) => answer.text()).then((sent) => own(() => {
        const copy = new DOMParser().parseFromString(sent, 'text/html');
        if (copy.documentElement.outerHTML !== parsed) noticed.push('document is not as sent');
      }));
      void probe().then((got) => own(() => noticed.push(...got)));
    }));
  });

  window.listening = {
    async lookBack() {
      await lookEverywhere();
      return [...noticed];
    },
    member(isHere) {
      memberIsHere = isHere;
      if (!isHere) own(() => { document.activeElement?.blur(); scrolled = scrollY; getSelection().removeAllRanges(); });
    },
  };
})();`;
