// The same on a page that gives an answer, at the switch and at what is around it: whether somebody observes just these.
(() => {
  const NAMES = ['aria-checked', 'aria-disabled', 'aria-busy', 'class', 'lang', 'title', 'role', 'data-y', 'data-x'];
  const control = document.querySelector('[role=switch]');
  const places = { switch: control, parent: control.parentElement, main: control.closest('main'), body: document.body };
  const acts = {};
  let turn = 0;
  for (const [place, element] of Object.entries(places)) {
    for (const name of NAMES) {
      // Two spellings of the same, so that the page goes on saying what it said.
      const was = element.getAttribute(name) ?? '';
      acts[`${place} ${name}`] = () =>
        element.setAttribute(name, ++turn & 1 ? was : name === 'class' ? `${was} ` : was);
    }
  }
  window.result = compareTimes(acts, 'switch data-x');
})();
