import { label, on, place } from './asked.ts';
import { button, define } from './shadow.ts';

// As @carbon/web-components 2.63.0 draws <cds-toggle>: the button's label stands beside it, at the top of the shadow root, and
// the id that the button says it is labelled by does not exist.
define('like-carbon', 'open', (root) => {
  const toggle = button(on);
  toggle.id = 'checkbox';
  toggle.setAttribute('aria-labelledby', 'checkbox_label');
  root.innerHTML = `<label for="checkbox"><span>${label}</span><div><span aria-hidden="true"></span></div></label>`;
  const word = root.querySelector('[aria-hidden]') as HTMLElement;
  const tell = () => {
    word.textContent = toggle.ariaChecked === 'true' ? 'On' : 'Off';
  };
  toggle.addEventListener('click', tell);
  root.prepend(toggle);
  tell();
});

place.innerHTML = '<like-carbon></like-carbon>';
