import type { Runtime } from 'webextension-polyfill';
import { admit } from '../protocol/admit.ts';
import type { AnswerTo, ChangeMessage, PageMessage, ReaderMessage, Refusal } from '../protocol/messages.ts';
import { parseReport } from '../report/import.ts';
import { preview } from '../report/merge.ts';
import { rememberAll } from '../verdict/history.ts';
import { observationsOf } from '../verdict/observation.ts';
import type { Base } from './base.ts';
import { afterChange, isManageable } from './change.ts';
import { everythingKnown, overviewNow } from './knowledge.ts';

type Type = PageMessage['type'] | ReaderMessage['type'];
/** Any answer there is. */
export type Answer = { [One in Type]: AnswerTo<One> }[Type];

const DONE = { ok: true } as const;

/** Answers a message, or says why not. Never rejects. What was kept shows on the icon, by `refresh`, before the answer goes out. */
export async function answer(
  base: Base,
  message: unknown,
  sender: Runtime.MessageSender,
  refresh: () => Promise<void>,
): Promise<Answer> {
  const { runtime } = base.browser;
  const admission = admit(message, sender, { id: runtime.id, base: runtime.getURL('') });
  if (admission.from === 'nobody') return { ok: false, why: admission.why };
  try {
    return admission.from === 'reader'
      ? await keepReading(base, admission.message, refresh)
      : await answerPage(base, admission.message, refresh);
  } catch (error) {
    return { ok: false, why: String(error) };
  }
}

async function keepReading(base: Base, { reading }: ReaderMessage, refresh: () => Promise<void>): Promise<Answer> {
  const { store, unsaved, now } = base;
  const { labels } = await store.read('recognised').catch(() => ({ labels: [] }));
  const observations = observationsOf(reading, now(), labels);
  if (observations.length === 0) return { ok: false, why: 'nothing-to-keep' };
  const all = [...(await unsaved.all()), ...observations];
  try {
    await store.update('audit', (audit) => ({ ...audit, settings: rememberAll(audit.settings, all, now()) }));
    await unsaved.clear();
  } catch (error) {
    await unsaved.add(observations);
    await refresh();
    throw error;
  }
  await refresh();
  return DONE;
}

async function answerPage(base: Base, message: PageMessage, refresh: () => Promise<void>): Promise<Answer> {
  switch (message.type) {
    case 'overview':
      return { ok: true, overview: await overviewNow(base) };
    case 'report': {
      const stored = await everythingKnown(base);
      return { ok: true, report: { overview: await overviewNow(base, stored), stored } };
    }
    case 'preview-import': {
      const report = parseReport(message.text, base.now());
      if (!report.ok) return { ok: false, why: 'file', problem: report.problem };
      return { ok: true, preview: preview(await base.store.readAll(), report.file) };
    }
    case 'erase':
      await base.store.erase();
      await base.policies.keep();
      await base.unsaved.clear();
      break;
    default: {
      const refusal = await keepChange(base, message);
      if (refusal) return refusal;
    }
  }
  await refresh();
  return DONE;
}

/** Keeps what the member chose, typed or brought in; returns why not, where it does not fit. */
async function keepChange({ store, policies, now }: Base, message: ChangeMessage): Promise<Refusal | null> {
  let refusal: Refusal | null = null;
  // Until the browser has said what the organisation sets, a policy of an earlier life neither allows nor refuses a change.
  const managed = isManageable(message) ? await policies.certain() : {};
  await store.updateAll((stored) => {
    const after = afterChange(stored, message, managed, now());
    if (!after.ok) refusal = after;
    return after.ok ? after.stored : stored;
  });
  return refusal;
}
