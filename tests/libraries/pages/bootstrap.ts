import css from 'bootstrap/dist/css/bootstrap.min.css?inline';
import { label, on } from './asked.ts';
import { show } from './html.ts';

show(
  `<div class="form-check form-switch">
<input class="form-check-input" type="checkbox" role="switch" id="flexSwitch" ${on ? 'checked' : ''}>
<label class="form-check-label" for="flexSwitch">${label}</label>
</div>`,
  css,
);
