import browser from 'webextension-polyfill';
import type { Overview } from '../../guidance/overview.ts';
import type { AnswerTo, PageMessage } from '../../protocol/messages.ts';
import type { Stored } from '../../storage/stored.ts';

/** What pages ask of the background. */

/** How many times a background that gives no answer is asked. */
const TRIES = 3;

/**
 * Sends a message and returns its answer. A background that the browser ends halfway gives none, and the next message starts it again: it
 * keeps a change whole or not at all, and a change made twice is the same as made once. Rejects when no answer comes.
 */
export async function send<Message extends PageMessage>(
  message: Message,
  tries = TRIES,
): Promise<AnswerTo<Message['type']>> {
  const answer = await browser.runtime.sendMessage(message).catch(() => undefined);
  if (answer) return answer as AnswerTo<Message['type']>;
  if (tries > 1) return send(message, tries - 1);
  throw new Error(`The background does not answer "${message.type}".`);
}

/** Everything there is to show. Rejects when the background cannot tell. */
export async function readOverview(): Promise<Overview> {
  const answer = await send({ type: 'overview' });
  if (!answer.ok) throw new Error(answer.why);
  return answer.overview;
}

/** Everything there is to show and everything stored. Rejects when the background cannot tell. */
export async function readReport(): Promise<{ overview: Overview; stored: Stored }> {
  const answer = await send({ type: 'report' });
  if (!answer.ok) throw new Error(answer.why);
  return answer.report;
}

/** Calls back, with the keys, whenever something stored changes; returns how to stop that. */
export function onStoredChange(changed: (keys: string[]) => void): () => void {
  const { onChanged } = browser.storage.local;
  const listen = (changes: object) => changed(Object.keys(changes));
  onChanged.addListener(listen);
  return () => onChanged.removeListener(listen);
}
