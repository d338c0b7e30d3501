import { label, on, place } from './asked.ts';

// As react-aria-components 1.22.1 does it: the label takes the click for itself and flips the native state by script. No
// attribute changes and the checkbox hears of nothing.
place.innerHTML = `<label><span style="position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)">
<input type="checkbox" role="switch" ${on ? 'checked' : ''}></span><div style="width: 40px; height: 20px; background: gray"></div>${label}</label>`;
const input = place.querySelector('input') as HTMLInputElement;
place.querySelector('label')?.addEventListener('click', (event) => {
  event.preventDefault();
  input.checked = !input.checked;
});
