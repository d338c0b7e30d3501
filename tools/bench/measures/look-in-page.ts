import { lookAt } from '../../../src/linkedin/snapshot.ts';

/** Times single looks at the page it runs in, each after a change, so that nothing is remembered from the look before. Milliseconds. */
export function timeLooks(times: number): number[] {
  const main = document.querySelector('main') as Element;
  return Array.from({ length: times }, (_, index) => {
    main.toggleAttribute('data-turn', index % 2 === 0);
    main.append(document.createElement('i'));
    const start = performance.now();
    lookAt(
      document,
      'setting',
      (element) => element.shadowRoot,
      () => false,
    );
    return performance.now() - start;
  });
}

Object.assign(window, { timeLooks });
