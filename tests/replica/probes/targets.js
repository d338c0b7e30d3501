// The same for those who listen at one object only: the window, the document, the switch itself, and the navigation, which alone tells of
// `pushState`.
(() => {
  const TYPES = [
    'click',
    'keydown',
    'pointerdown',
    'focus',
    'change',
    'input',
    'visibilitychange',
    'pageshow',
    'freeze',
    'resume',
    'prerenderingchange',
  ];
  const acts = {};
  const add = (name, target, types) => {
    for (const type of [...types, 'x-other']) {
      const event = new Event(type);
      acts[`${name} ${type}`] = () => target.dispatchEvent(event);
    }
  };
  add('window', window, TYPES);
  add('document', document, TYPES);
  add('switch', document.querySelector('[role=switch]') ?? document.querySelector('h2'), [
    'scroll',
    'transitionend',
    'focus',
  ]);
  if (window.navigation) {
    add('navigation', navigation, ['navigate', 'navigatesuccess', 'navigateerror', 'currententrychange']);
  }
  const event = new Event('x-nobody');
  acts['x-nobody'] = () => window.dispatchEvent(event);
  window.result = compareTimes(acts, 'x-nobody');
})();
