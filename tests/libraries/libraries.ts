import { fileURLToPath } from 'node:url';
import type { Reason } from '../../src/linkedin/reasons.ts';
import { pageWords, shell } from '../replica/page.ts';

/** A component library, whose own switch stands on a page of its own. */
export type Library = {
  name: string;
  /** The program that draws the page. */
  source: string;
  /** What a person would click, inside the page's place for the switch. */
  click: string;
  /** Clicked only when the reader no longer looks on its own, since this switch flips without a trace in the markup. */
  late?: boolean;
  /** The reason why nothing can be read, where a library keeps role and state from everyone but assistive technology. */
  unreadable?: Reason;
};

/**
 * The switches of widely used component libraries, drawn by the libraries themselves; custom elements as people write them; and
 * the markup of libraries that are too large to install for a test.
 */
export const LIBRARIES: Library[] = [
  { name: 'radix', source: at(new URL('./pages/radix.ts', import.meta.url)), click: 'button' },
  { name: 'mui', source: at(new URL('./pages/mui.ts', import.meta.url)), click: '.MuiSwitch-root' },
  // What Ant Design's switch is made of.
  { name: 'rc-switch', source: at(new URL('./pages/rc-switch.ts', import.meta.url)), click: 'button' },
  // What the switches of Ark UI and Chakra UI are made of.
  { name: 'zag', source: at(new URL('./pages/zag.ts', import.meta.url)), click: '[data-part="control"]' },
  { name: 'react-switch', source: at(new URL('./pages/react-switch.ts', import.meta.url)), click: '.react-switch-bg' },
  { name: 'headless-ui', source: at(new URL('./pages/headless-ui.ts', import.meta.url)), click: 'button' },
  { name: 'bootstrap', source: at(new URL('./pages/bootstrap.ts', import.meta.url)), click: 'input' },
  { name: 'daisy-ui', source: at(new URL('./pages/daisy-ui.ts', import.meta.url)), click: 'input' },
  { name: 'material', source: at(new URL('./pages/material.ts', import.meta.url)), click: 'md-switch' },
  { name: 'shoelace', source: at(new URL('./pages/shoelace.ts', import.meta.url)), click: 'sl-switch' },
  // Role and state are internals of the element, which no script can see from outside.
  {
    name: 'fluent',
    source: at(new URL('./pages/fluent.ts', import.meta.url)),
    click: 'fluent-switch',
    unreadable: 'no-control',
  },
  { name: 'shadow-open', source: at(new URL('./pages/shadow-open.ts', import.meta.url)), click: 'open-switch' },
  { name: 'shadow-closed', source: at(new URL('./pages/shadow-closed.ts', import.meta.url)), click: 'closed-switch' },
  { name: 'shadow-nested', source: at(new URL('./pages/shadow-nested.ts', import.meta.url)), click: 'inner-switch' },
  { name: 'like-ionic', source: at(new URL('./pages/like-ionic.ts', import.meta.url)), click: 'like-ionic' },
  { name: 'like-carbon', source: at(new URL('./pages/like-carbon.ts', import.meta.url)), click: 'button' },
  {
    name: 'like-react-aria',
    source: at(new URL('./pages/like-react-aria.ts', import.meta.url)),
    click: 'label',
    late: true,
  },
];

/** The words that stand beside every library's switch: LinkedIn's own for the AI setting. */
export const LABEL = pageWords('en').toggle;

/** The page of the AI setting, with a place for a library's switch and the address of the script that draws it. */
export function libraryPage(on: boolean, script: string): string {
  return shell(
    'en',
    `<h2>${pageWords('en').title}</h2><div id="library" data-label="${LABEL}" data-on="${on}"></div><script src="${script}"></script>`,
  );
}

function at(url: URL): string {
  return fileURLToPath(url);
}
