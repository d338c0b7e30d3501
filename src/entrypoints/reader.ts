import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Reading } from '../linkedin/reading.ts';
import { type Watch, watch } from '../linkedin/watch.ts';

// Not `browser`: a page can put an element of that name there, but it cannot replace `chrome`, which both browsers define.
declare const chrome: {
  dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
  runtime?: {
    id?: string;
    sendMessage(message: unknown): Promise<unknown>;
    onMessage: { addListener(listener: Listener): void; removeListener(listener: Listener): void };
  };
};
type Listener = (message: unknown, sender: unknown, answer: (response: unknown) => void) => void;

/** Kept in the reader's own world, which the page cannot see: a second run replaces the first. */
const scope = globalThis as typeof globalThis & { untrainedReader?: { stop(): void } };

export default defineUnlistedScript(() => {
  scope.untrainedReader?.stop();
  scope.untrainedReader = start();
});

/** Extensions may look into closed shadow roots, each browser in its own way. */
function shadowRootOf(element: Element & { openOrClosedShadowRoot?: ShadowRoot | null }): ShadowRoot | null {
  return import.meta.env.FIREFOX
    ? (element.openOrClosedShadowRoot ?? null)
    : (chrome.dom?.openOrClosedShadowRoot(element) ?? element.shadowRoot);
}

function start(): { stop(): void } {
  const { runtime } = chrome;
  const watching: Watch = watch(window, send, shadowRootOf);
  const onMessage: Listener = (message, _sender, answer) => {
    const { type, label } = message as { type?: unknown; label: string };
    // Only the extension's own pages can say anything here, and what is not "show" is "look".
    answer(type === 'show' ? { shown: watching.show(label) } : watching.look());
  };
  runtime?.onMessage.addListener(onMessage);

  async function send(reading: Reading): Promise<boolean> {
    // A background that the browser ends halfway gives no answer.
    if (runtime?.id) return !!(await runtime.sendMessage({ type: 'reading', reading }).catch(() => null));
    // After an update or removal of the extension the reader lives on, cut off. It goes quietly.
    stop();
    return true;
  }

  function stop(): void {
    watching.stop();
    if (runtime?.id) runtime.onMessage.removeListener(onMessage);
  }

  return { stop };
}
