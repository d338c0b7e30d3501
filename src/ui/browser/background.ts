import browser, { type Storage } from 'webextension-polyfill';
import { KEPT_KEY, type PopupOverview, unseal } from '../../guidance/kept-overview.ts';
import type { Overview } from '../../guidance/overview.ts';
import { AI_TRAINING } from '../../linkedin/ai-setting.ts';
import type { AnswerTo, PageMessage, ShownReport } from '../../protocol/messages.ts';
import { keyMeaning, settingKey } from '../../storage/keys.ts';
import { UNSAVED_KEY } from '../../storage/unsaved.ts';

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

/** What was kept of the last overview, without asking the background; null where it may not be shown. Never rejects. */
export async function readKept(): Promise<PopupOverview | null> {
  try {
    const { local, session } = browser.storage;
    const [{ [KEPT_KEY]: kept }, { [UNSAVED_KEY]: unsaved }] = await Promise.all([
      local.get(KEPT_KEY),
      session.get(UNSAVED_KEY),
    ]);
    // A reading that the disk would not take is newer than what is kept there.
    return unsaved === undefined ? unseal(kept, browser.runtime.getManifest().version, Date.now()) : null;
  } catch {
    return null;
  }
}

/** What the report shows at first. Rejects when the background cannot tell. */
export async function readReport(): Promise<ShownReport> {
  const answer = await send({ type: 'report' });
  if (!answer.ok) throw new Error(answer.why);
  return answer.report;
}

/** Whether what lies under a key is part of the overview: no other setting than the AI setting is, nor is how its history began. */
export function isInOverview(key: string): boolean {
  const meaning = keyMeaning(key);
  return meaning?.kind === 'setting' ? key === settingKey(AI_TRAINING) : isInReport(key);
}

/** Whether what lies under a key is part of the report: pieces of histories are read when they are opened, and never change without their setting. */
export function isInReport(key: string): boolean {
  // What is kept of the overview follows from the rest.
  return key !== KEPT_KEY && keyMeaning(key)?.kind !== 'piece';
}

/** Calls back whenever something stored, under one of the keys that concern, becomes another; returns how to stop that. */
export function onStoredChange(changed: () => void, concerns: (key: string) => boolean): () => void {
  const listen = (changes: Record<string, Storage.StorageChange>) => {
    // Firefox tells of what was written, whether or not it is another than before.
    const isOther = ({ oldValue, newValue }: Storage.StorageChange) =>
      JSON.stringify(oldValue) !== JSON.stringify(newValue);
    if (Object.entries(changes).some(([key, change]) => concerns(key) && isOther(change))) changed();
  };
  browser.storage.onChanged.addListener(listen);
  return () => browser.storage.onChanged.removeListener(listen);
}
