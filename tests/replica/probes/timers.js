// Whether somebody else sets timers: the browser numbers the page's and everybody's together. Looks at the numbers from the start of the
// document on, for two and a half seconds. `others`: how many of them were not the page's.
(() => {
  let last = 0;
  let others = 0;
  const end = performance.now() + 2500;
  const next = () => {
    const id = setTimeout(next, 50);
    others += id - last - 1;
    last = id;
    if (performance.now() < end) return;
    clearTimeout(id);
    window.result = { others };
  };
  next();
})();
