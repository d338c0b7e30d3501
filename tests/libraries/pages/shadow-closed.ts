import { label, on, place } from './asked.ts';
import { button, define } from './shadow.ts';

define('closed-switch', 'closed', (root) => {
  root.innerHTML = '<label></label>';
  root.querySelector('label')?.append(label, button(on));
});

place.innerHTML = '<closed-switch></closed-switch>';
