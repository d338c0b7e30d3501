import css from 'daisyui/daisyui.css?inline';
import { label, on } from './asked.ts';
import { show } from './html.ts';

show(
  `<fieldset class="fieldset"><legend class="fieldset-legend">Options</legend>
<label class="label"><input type="checkbox" class="toggle" ${on ? 'checked' : ''}> ${label}</label></fieldset>`,
  css,
);
