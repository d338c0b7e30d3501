import { label, on, place } from './asked.ts';
import { button, define } from './shadow.ts';

// The words are in one shadow root, the switch in another inside it.
define('inner-switch', 'closed', (root) => root.append(button(on)));
define('outer-row', 'open', (root) => {
  root.innerHTML = `<p>${label}</p><inner-switch></inner-switch>`;
});

place.innerHTML = '<outer-row></outer-row>';
