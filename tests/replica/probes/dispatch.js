// Whether somebody listens: an event that nobody listens to is over sooner. The time of one dispatch by type, on a text in the page's body,
// where it passes every listener of the document and the window; in multiples of that of a type that nobody can know.
(() => {
  const TYPES = [
    'keydown',
    'keyup',
    'click',
    'dblclick',
    'input',
    'change',
    'select',
    'beforeinput',
    'pointerdown',
    'pointerup',
    'mousedown',
    'touchstart',
    'focus',
    'focusin',
    'blur',
    'scroll',
    'scrollend',
    'wheel',
    'toggle',
    'transitionend',
    'animationstart',
    'visibilitychange',
    'pageshow',
    'pagehide',
    'DOMContentLoaded',
    'readystatechange',
    'load',
    'popstate',
    'hashchange',
    'message',
    'error',
  ];
  const text = document.body.appendChild(document.createTextNode(''));
  const acts = Object.fromEntries(
    [...TYPES, 'x-other', 'x-nobody'].map((type) => {
      const event = new Event(type);
      return [type, () => text.dispatchEvent(event)];
    }),
  );
  window.result = compareTimes(acts, 'x-nobody');
  text.remove();
})();
