import { label, on, place } from './asked.ts';
import { button, define } from './shadow.ts';

define('open-switch', 'open', (root) => {
  root.innerHTML = '<label></label>';
  root.querySelector('label')?.append(label, button(on));
});

place.innerHTML = '<open-switch></open-switch>';
