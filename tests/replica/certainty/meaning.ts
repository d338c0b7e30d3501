import { type Case, NOT_SAFE, page } from './case.ts';
import { HEADING, LABEL, pageOf, radiosOf, settingPage, switchOf } from './markup.ts';

/** Pages on which "off" does not mean what it seems to: other words, the opposite, another setting. */

const isNotOff = (truth: 'on' | 'other', id: string, html: string, more: Partial<Case> = {}) =>
  page(truth, id, html, { expect: NOT_SAFE, ...more });

export const meaning: Case[] = [
  isNotOff(
    'on',
    'M01-button-opt-out-not-pressed',
    pageOf(`${HEADING}<div><p>${LABEL}</p><button type="button" aria-pressed="false">Opt out</button></div>`),
    { why: 'a button that is not pressed says what it would do' },
  ),
  isNotOff(
    'on',
    'M03-off-button-not-pressed',
    pageOf(`${HEADING}<div><p>${LABEL}</p><b>On</b> <button type="button" aria-pressed="false">Off</button></div>`),
  ),
  isNotOff(
    'on',
    'M05-label-opt-out-of-plus-label',
    pageOf(`${HEADING}<label><span>Opt out of:</span> <span>${LABEL}</span> <input type="checkbox"></label>`),
    { why: 'one of several texts of its label is the name' },
  ),
  isNotOff(
    'on',
    'M07-old-label-hidden-new-inverted',
    pageOf(
      `${HEADING}<div><p class="variant-a" style="display:none">${LABEL}</p><p class="variant-b">Keep my data out of training content creation AI models</p><button role="switch" aria-checked="false"></button></div>`,
    ),
    { why: 'both variants of an experiment are on the page, one of them hidden' },
  ),
  isNotOff(
    'on',
    'M09-quoted-label-below-inverted',
    pageOf(
      `${HEADING}<div><p>Exclude me from AI training</p><p>This replaces the setting</p><p>${LABEL}</p><div role="switch" tabindex="0" aria-checked="false" style="width:2em;height:1em"></div></div>`,
    ),
    { why: 'the page names the old setting in an explanation' },
  ),
  isNotOff(
    'other',
    'M11-no-lang-other-setting',
    pageOf(
      `<h1>Social, economic, and workplace research</h1>${switchOf(false, { label: 'Use my data for research' })}`,
      { htmlAttributes: '' },
    ),
  ),
  isNotOff(
    'other',
    'M13-it-other-setting-at-ai-address',
    pageOf(
      `<h1>Ricerche sociali, economiche e sul lavoro</h1>${switchOf(false, { label: 'Utilizza i miei dati per la ricerca', word: 'No' })}`,
      { lang: 'it' },
    ),
    { why: 'the Italian title, which is known, is nowhere on the page' },
  ),
  isNotOff(
    'on',
    'M15-sv-radios-and-newsletter-box',
    pageOf(
      `<h1>Data för förbättring av generativ AI</h1><p id="lab">Använd mina data</p>${radiosOf(true)}<label><input type="checkbox"> Prenumerera på nyhetsbrevet</label>`,
      { lang: 'sv' },
    ),
  ),
  isNotOff(
    'on',
    'M17-da-inverted',
    pageOf(
      `<h1>Data til forbedring af generativ AI</h1>${switchOf(false, { label: 'Brug ikke mine data til at træne AI-modeller', word: 'Fra' })}`,
      { lang: 'da' },
    ),
  ),
  isNotOff(
    'on',
    'M19-word-enabled-beside-stale-off',
    pageOf(
      `${HEADING}<p>${LABEL}</p><div><span>Enabled</span><button role="switch" aria-checked="false"></button></div>`,
    ),
    { why: 'a word other than On or Off contradicts' },
  ),
  isNotOff(
    'on',
    'M21-fr-oui-beside-stale-off',
    pageOf(
      `<h1>Données pour l’amélioration de l’IA générative</h1><p>Utiliser mes données pour entraîner des modèles d’IA de création de contenu</p><div><span>Oui</span><button role="switch" aria-checked="false"></button></div>`,
      { lang: 'fr' },
    ),
    { why: 'the word that contradicts is one of a language whose words are not known' },
  ),
  isNotOff(
    'on',
    'M23-select-all-box-with-parts',
    pageOf(
      `${HEADING}<fieldset><legend>${LABEL}</legend><input type="checkbox" aria-label="All of the below"><div><label><input type="checkbox" checked> Profile</label><label><input type="checkbox" checked> Posts</label></div></fieldset>`,
    ),
    { why: 'of several controls, the one that names no part may take the name of the group' },
  ),
  isNotOff(
    'on',
    'M25-switch-named-opt-out',
    pageOf(
      `${HEADING}<div><p>${LABEL}</p><button role="switch" aria-checked="false" aria-label="Opt out of AI training"></button></div>`,
    ),
    { wait: 5000 },
  ),
  isNotOff(
    'on',
    'M27-old-label-hidden-new-inverted-b',
    pageOf(
      `${HEADING}<div><p style="display:none">${LABEL}</p><p>Keep my data out of AI training</p><button role="switch" aria-checked="false"></button></div>`,
    ),
    { wait: 6000 },
  ),
  ...(
    [
      ['M31-heading-opt-out', `<h1>Opt out of AI training</h1>${switchOf(false)}`],
      ['M32-legend-opt-out', `${HEADING}<fieldset><legend>Opt out</legend>${switchOf(false)}</fieldset>`],
      ['M33-instruction-opt-out', `${HEADING}<p>Turn on to opt out.</p>${switchOf(false)}`],
      ['M34-status-on', `${HEADING}${switchOf(false, { word: '' })}<span>Status: on</span>`],
      ['M35-currently-on', `${HEADING}${switchOf(false, { word: '' })}<span>Currently on</span>`],
      ['M36-word-of-another-language', `${HEADING}${switchOf(false, { word: '' })}<span>Eingeschaltet</span>`],
      ['M37-loading-in-words', `${HEADING}${switchOf(false)}<p>Loading…</p>`],
      ['M38-could-not-be-loaded', `${HEADING}${switchOf(false)}<p role="alert">We could not load this setting.</p>`],
      ['M40-please-wait', `${HEADING}${switchOf(false)}<p>Please wait while we load your settings.</p>`],
      ['M41-try-again', `${HEADING}${switchOf(false)}<p>We couldn’t load your settings. Try again later.</p>`],
      ['M42-unable', `${HEADING}${switchOf(false)}<p>We were unable to retrieve your current choice.</p>`],
      ['M43-saved-copy', `${HEADING}${switchOf(false)}<p>You’re offline. Showing a saved copy of this page.</p>`],
      ['M44-not-saved', `${HEADING}${switchOf(false)}<p>Your last change didn’t go through.</p>`],
      ['M45-session-expired', `${HEADING}${switchOf(false)}<p>Your session has expired.</p>`],
      ['M46-managed', `${HEADING}${switchOf(false)}<p>This is managed by your organization.</p>`],
      [
        'M47-row-heading-says-on',
        `${HEADING}<details open><summary>${LABEL} <b>On</b></summary><label for="c">${LABEL}</label><input type="checkbox" role="switch" id="c"></details>`,
      ],
      [
        'M48-named-by-what-follows',
        `${HEADING}<div>${LABEL} <a href="/x">Manage</a></div><div><input type="checkbox" role="switch"> <small>Only for autoplay of videos</small></div>`,
      ],
      [
        'M49-two-parts-share-an-id',
        `${HEADING}<div id=":r3:">${LABEL}</div><div><div id=":r3:">Profile visibility off LinkedIn</div><button role="switch" aria-checked="false" aria-labelledby=":r3:"></button></div>`,
      ],
      [
        'M54-drawn-word',
        `${HEADING}${switchOf(false, { word: '' })}<img alt="On" width="24" height="16" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`,
      ],
      ['M57-class-says-disabled', `${HEADING}${switchOf(false).replace('"toggle"', '"toggle toggle--disabled"')}`],
      ['M58-data-says-disabled', `${HEADING}<div data-disabled="true">${switchOf(false)}</div>`],
      ['M59-sentence-says-on', `${HEADING}${switchOf(false)}<p>You are currently opted in to AI training.</p>`],
      ['M60-overridden', `${HEADING}${switchOf(false)}<p>Your region’s choice overrides this switch.</p>`],
      ['M61-of-a-company-page', `<p>You are acting as Example Ltd.</p>${HEADING}${switchOf(false)}`],
      ['M64-the-same-in-a-list', `${HEADING}${switchOf(false)}<ul><li><a href="/x">${LABEL} <b>On</b></a></li></ul>`],
      ['M65-the-same-in-a-line', `${HEADING}${switchOf(false)}<p>${LABEL}: On</p>`],
      ['M66-the-same-in-a-table', `${HEADING}${switchOf(false)}<dl><dt>${LABEL}</dt><dd>On</dd></dl>`],
      [
        'M83-list-of-another-name',
        `${HEADING}${switchOf(false)}<select aria-label="Status"><option selected>On<option>Off</select>`,
      ],
      [
        'M84-same-label-for-something-else',
        `${HEADING}${switchOf(false)}<label>${LABEL} (profile 2) <input type="checkbox" role="switch" checked></label>`,
      ],
      [
        'M85-in-an-element-that-is-checked',
        `${HEADING}<p id="l">${LABEL}</p><x-switch checked><button role="switch" aria-checked="false" aria-labelledby="l"></button></x-switch>`,
      ],
      ['M86-scheduled', `${HEADING}${switchOf(false)}<span>Scheduled to turn on tomorrow</span>`],
      ['M75-status-of-no-name', `${HEADING}<p>Current status</p><p><b>On</b></p>${switchOf(false)}`],
      ['M76-status-in-a-line', `${HEADING}${switchOf(false)}<p>Current choice: On</p>`],
      ['M77-under-not-allowed', `${HEADING}<h3>Not allowed</h3>${switchOf(false)}`],
      ['M67-offers-to-turn-it-off', `${HEADING}${switchOf(false)}<button>Turn off</button>`],
      ['M68-under-what-is-blocked', `${HEADING}<h3>Blocked uses</h3>${switchOf(false)}`],
      ['M69-under-an-example', `${HEADING}<h3>Example</h3>${switchOf(false)}`],
      ['M70-group-of-refusals', `${HEADING}<div role="group" aria-label="Opt out of">${switchOf(false)}</div>`],
      ['M71-check-mark', `${HEADING}${switchOf(false, { word: '' })}<span>✓</span>`],
      [
        'M72-nameless-choice',
        `${HEADING}${switchOf(false)}<div>${['Yes', 'No'].map((one, at) => `<label><input type="radio" name="q" ${at ? '' : 'checked'}>${one}</label>`).join('')}</div>`,
      ],
      [
        'M73-list-behind-what-is-drawn',
        `${HEADING}<span id="k">${LABEL}</span><div style="position:relative"><div>On ▾</div><select aria-labelledby="k" style="opacity:0;position:absolute;inset:0"><option>On</option><option selected>Off</option></select></div>`,
      ],
      [
        'M39-turns-for-ever',
        `${HEADING}${switchOf(false)}<i style="display:block;width:20px;height:20px;animation:turn 1s infinite"></i><style>@keyframes turn { to { rotate: 1turn } }</style>`,
      ],
    ] as const
  ).map(([id, main]) => isNotOff('on', id, pageOf(main), { wait: 7000 })),
  ...(
    [
      ['M50-alert-beside-main', '<div role="alert">Something went wrong. Please try again.</div>'],
      ['M51-busy-beside-main', '<div aria-busy="true">Getting things ready</div>'],
      ['M80-plain-toast-says-on', '<div class="toast">You’ve turned this on</div>'],
      ['M81-plain-bar-says-it-failed', '<div class="bar">We could not save your changes</div>'],
      ['M82-once-more-beside-main', `<div><p>${LABEL}</p><p>On</p></div>`],
      ['M74-toast-says-on', '<div role="status">You have turned this on.</div>'],
      ['M78-toast-undone', '<div role="status">Your change was undone.</div>'],
      ['M62-toast-beside-main', '<div role="status">Your change could not be saved.</div>'],
      ['M63-live-toast-beside-main', '<div aria-live="polite"><p>Something went wrong. Try again.</p></div>'],
      ['M52-bar-on-top', '<div role="progressbar" aria-label="Loading" style="height:4px;background:teal"></div>'],
    ] as const
  ).map(([id, after]) => isNotOff('on', id, settingPage(false, { after }), { wait: 7000 })),
  isNotOff(
    'on',
    'M79-toast-far-below',
    pageOf(`${HEADING}${switchOf(false)}${'<p>More about it</p>'.repeat(20)}`, {
      after: `${'<p>More about LinkedIn</p>'.repeat(20)}<div role="status">You have turned this on.</div>`,
    }),
    { wait: 7000 },
  ),
  isNotOff('on', 'M53-sent-with-an-error', settingPage(false), {
    status: 503,
    wait: 7000,
    why: 'a shell that is sent whatever fails',
  }),
];
