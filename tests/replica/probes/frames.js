// Whether somebody asks for frames on a page that stands still. A browser that has no frame to make gives the page all of its idle time,
// which is 50 ms; one that is about to make one gives what is left until then. `short`: how often in sixty times it gave less than half.
(async () => {
  const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const idle = () => new Promise((resolve) => requestIdleCallback((deadline) => resolve(deadline.timeRemaining())));
  let short = 0;
  for (let i = 0; i < 60; i++) {
    await wait(20);
    if ((await idle()) < 25) short++;
  }
  window.result = { short };
})();
