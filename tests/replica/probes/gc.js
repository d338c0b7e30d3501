// Whether somebody keeps elements of the page alive after the page has thrown them away: the member goes from the setting to the list of
// settings inside the page. Memory is cleared up to four times, as elements tell that nobody ever had.
(async () => {
  const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
  // Not by a WeakRef that is asked again and again: each time would keep its element a little longer.
  let freed = 0;
  const registry = new FinalizationRegistry(() => freed++);
  const throwAway = () => {
    const spare = document.body.appendChild(document.createElement('p'));
    registry.register(spare, 0);
    spare.remove();
  };
  const leave = () => {
    const main = document.querySelector('main');
    const kept = { switch: new WeakRef(document.querySelector('[role=switch]')), main: new WeakRef(main) };
    history.pushState({}, '', '/mypreferences/d/');
    main.remove();
    document.body.insertAdjacentHTML('beforeend', '<main><h2>Settings</h2></main>');
    return kept;
  };
  // Until whoever reads the page has made up his mind about it.
  await wait(2500);
  const kept = leave();
  await wait(500);
  const areGone = () => Object.values(kept).every((ref) => !ref.deref());
  // What hangs together in a larger web may take the browser more than once.
  for (let cleared = 1; cleared <= 4 && !areGone(); cleared++) {
    throwAway();
    while (freed < cleared) {
      // Much that lives for a while: only what has grown old makes the browser clear all of its memory, for which it wants idle time too.
      let held = [];
      for (let i = 0; i < 10; i++) held.push(new Array(60_000).fill(0).map(() => ({ x: Math.random() })));
      await wait(10);
      held = [];
      await wait(50);
    }
  }
  window.result = Object.fromEntries(Object.entries(kept).map(([name, ref]) => [name, ref.deref() ? 'alive' : 'gone']));
})();
