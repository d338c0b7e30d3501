// Whether somebody observes changes of the page: what is written down for an observer takes longer. The time of one change by its kind, on
// an element of the page's own, in multiples of that of an attribute that nobody can know.
(() => {
  const NAMES = [
    'aria-checked',
    'aria-pressed',
    'aria-disabled',
    'aria-busy',
    'aria-live',
    'aria-hidden',
    'role',
    'lang',
    'title',
    'href',
    'data-y',
  ];
  const element = document.querySelector('main').appendChild(document.createElement('div'));
  const child = document.createElement('b');
  const text = element.appendChild(document.createTextNode(''));
  let turn = 0;
  const acts = Object.fromEntries(
    [...NAMES, 'data-x'].map((name) => [name, () => element.setAttribute(name, ++turn & 1 ? 'a' : 'b')]),
  );
  acts['a child'] = () => (++turn & 1 ? element.append(child) : child.remove());
  acts['a text'] = () => {
    text.data = ++turn & 1 ? 'a' : 'b';
  };
  window.result = compareTimes(acts, 'data-x');
  element.remove();
})();
