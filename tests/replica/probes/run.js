// Runs the probes of a page one after another, each when the one before has left its `result`, and says in the console what they found. Not
// by the hand of the test, whose calls into a page count as a touch of the member.
// biome-ignore lint/correctness/noUnusedVariables: the page calls it
async function runProbes(probes) {
  const results = {};
  for (const [name, source] of probes) {
    if (name !== 'timers' && document.readyState !== 'complete')
      await new Promise((resolve) => addEventListener('load', resolve));
    results[name] = await new Promise((resolve) => {
      Object.defineProperty(window, 'result', { configurable: true, set: resolve });
      // As a script of the page's own, which sees none of what is declared here.
      // biome-ignore lint/security/noGlobalEval: the page is the test's own
      globalThis.eval(source);
    });
  }
  console.log(`results ${JSON.stringify(results)}`);
}

// How long each act takes, in multiples of one of them. A clock may be coarse, so each is done as often as fills 4 ms; a machine may be busy,
// so the shortest of seven turns counts.
// biome-ignore lint/correctness/noUnusedVariables: the probes call it
function compareTimes(acts, measure) {
  const timeOf = (act, times) => {
    const start = performance.now();
    for (let i = 0; i < times; i++) act();
    return performance.now() - start;
  };
  const times = {};
  const shortest = {};
  for (const [name, act] of Object.entries(acts)) {
    times[name] = 250;
    // Twice, since the first time something may have come between.
    while (timeOf(act, times[name]) < 4 || timeOf(act, times[name]) < 4) times[name] *= 2;
    shortest[name] = Number.POSITIVE_INFINITY;
  }
  for (let turn = 0; turn < 7; turn++) {
    for (const [name, act] of Object.entries(acts)) {
      shortest[name] = Math.min(shortest[name], timeOf(act, times[name]) / times[name]);
    }
  }
  return Object.fromEntries(Object.entries(shortest).map(([name, time]) => [name, time / shortest[measure]]));
}
