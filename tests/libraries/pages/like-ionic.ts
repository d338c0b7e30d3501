import { label, on, place } from './asked.ts';
import { define } from './shadow.ts';

// As @ionic/core 9.0.5 draws <ion-toggle>: the custom element is a switch, so is the checkbox in its shadow root. The words are
// slotted, and the element is labelled by an id that exists in its own shadow root only.
define('like-ionic', 'open', (root, host) => {
  root.innerHTML = `<label for="toggle"><input type="checkbox" role="switch" id="toggle" style="position: absolute; opacity: 0">
<div part="label" id="toggle-label"><slot></slot></div></label>`;
  const input = root.querySelector('input') as HTMLInputElement;
  const tell = () => {
    for (const element of [host, input]) element.ariaChecked = String(input.checked);
  };
  input.checked = on;
  input.addEventListener('change', tell);
  host.role = 'switch';
  host.setAttribute('aria-labelledby', 'toggle-label');
  tell();
});

place.innerHTML = `<like-ionic>${label}</like-ionic>`;
