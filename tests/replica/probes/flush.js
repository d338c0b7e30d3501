// Whether somebody has styles computed between two frames. A transition starts only from a style that was computed: without a frame in
// between, the page's switch of style and back starts none, unless somebody else asked what the page looks like. `flushed` of `windows`.
(async () => {
  // Right after the load Firefox itself at times has styles computed; then it finds idle time.
  await new Promise((resolve) => setTimeout(resolve, 500));
  await new Promise((resolve) => requestIdleCallback(resolve));
  const box = document.querySelector('main');
  const channel = new MessageChannel();
  const task = () =>
    new Promise((resolve) => {
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(0);
    });
  let isOver = false;
  let frames = 0;
  const count = () => {
    frames++;
    if (!isOver) requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  box.style.cssText = 'transition: opacity 9s; opacity: 1';
  const end = performance.now() + 2000;
  let poke = 0;
  let windows = 0;
  let flushed = 0;
  while (performance.now() < end || windows < 20) {
    // What makes a reader look that believes it; once per turn, since many would look like a flood.
    if (performance.now() > poke) {
      poke = performance.now() + 300;
      window.dispatchEvent(new Event('keydown'));
    }
    await frame();
    box.getAnimations();
    const before = frames;
    box.style.cssText = 'transition: none; opacity: .5';
    const start = performance.now();
    while (frames === before && performance.now() - start < 10) await task();
    const isWithinFrame = frames === before;
    box.style.cssText = 'transition: opacity 9s; opacity: 1';
    const animations = box.getAnimations();
    if (isWithinFrame) {
      windows++;
      if (animations.length > 0) flushed++;
    }
    for (const animation of animations) animation.cancel();
  }
  box.style.cssText = '';
  isOver = true;
  channel.port1.close();
  window.result = { windows, flushed };
})();
