import type { Runtime } from 'webextension-polyfill';
import { SETTINGS } from '../linkedin/settings.ts';
import { admit } from '../protocol/admit.ts';
import type {
  AnswerTo,
  ChangeMessage,
  PageMessage,
  ReaderMessage,
  Refusal,
  ShownReport,
} from '../protocol/messages.ts';
import { CHANGES_SHOWN, changesSince, readFurther } from '../report/changes.ts';
import { parseReport } from '../report/import.ts';
import { preview } from '../report/merge.ts';
import { WHOLE } from '../storage/store.ts';
import { rememberAll } from '../verdict/history.ts';
import { observationsOf } from '../verdict/observation.ts';
import type { Base } from './base.ts';
import { afterChange, isManageable, settingsConcerned } from './change.ts';
import { everythingKnown, overviewNow } from './knowledge.ts';

type Type = PageMessage['type'] | ReaderMessage['type'];
/** Any answer there is. */
export type Answer = { [One in Type]: AnswerTo<One> }[Type];

const CATALOGUE = SETTINGS.map(({ id }) => id);

const DONE = { ok: true } as const;
/** Everything was deleted in the meantime. */
const ERASED: Refusal = { ok: false, why: 'erased' };

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
  const moment = store.asOfNow();
  const { labels } = await store.read('recognised').catch(() => ({ labels: [] }));
  const observations = observationsOf(reading, now(), labels);
  if (observations.length === 0) return { ok: false, why: 'nothing-to-keep' };
  const all = [...(await unsaved.all()), ...observations];
  try {
    const concerned = [...new Set(all.map(({ setting }) => setting))];
    await store.updateSettings(
      concerned,
      moment.bound((settings) => rememberAll(settings, all, now())),
    );
    await unsaved.clear();
  } catch (error) {
    if (!moment.isPast()) await unsaved.add(observations);
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
    case 'report':
      return { ok: true, report: await reportNow(base) };
    case 'changes': {
      const { settings, report } = await everythingKnown(base, CATALOGUE, WHOLE);
      return { ok: true, changes: changesSince(settings, report.seenUntil) };
    }
    case 'history': {
      const { settings } = await everythingKnown(base, [message.setting], WHOLE);
      const { history = [], gaps = [] } = settings[message.setting] ?? {};
      return { ok: true, history, gaps };
    }
    case 'everything':
      return { ok: true, stored: await everythingKnown(base, null, WHOLE) };
    case 'preview-import': {
      const report = parseReport(message.text, base.now());
      if (!report.ok) return { ok: false, why: 'file', problem: report.problem };
      return { ok: true, preview: preview((await base.store.readAll(null, WHOLE)).stored, report.file) };
    }
    case 'erase':
      await base.store.erase(async () => {
        await base.unsaved.clear();
        await base.era.begin();
      });
      await base.policies.keep();
      break;
    default: {
      const refusal = await keepChange(base, message);
      if (refusal) return refusal;
    }
  }
  await refresh();
  return DONE;
}

/** What the report shows at first: every setting as it is, and of what changed only as much as is in sight. */
async function reportNow(base: Base): Promise<ShownReport> {
  const stored = await everythingKnown(base, CATALOGUE, ({ settings, report }) =>
    Object.fromEntries(readFurther(settings, report.seenUntil, CHANGES_SHOWN).map((id) => [id, 1])),
  );
  const changes = changesSince(stored.settings, stored.report.seenUntil);
  return {
    overview: await overviewNow(base, stored),
    stored,
    changes: changes.slice(0, CHANGES_SHOWN),
    hasMore: changes.length > CHANGES_SHOWN,
  };
}

/** Keeps what the member chose, typed or brought in; returns why not, where it does not fit. */
async function keepChange({ store, policies, era, now }: Base, message: ChangeMessage): Promise<Refusal | null> {
  let refusal: Refusal | null = null;
  const moment = store.asOfNow();
  // Until the browser has said what the organisation sets, a policy of an earlier life neither allows nor refuses a change.
  const managed = isManageable(message) ? await policies.certain() : (await policies.known()).managed;
  const name = await era.name();
  await store.updateAll(
    settingsConcerned(message),
    moment.bound((stored, failures: Map<string, unknown>) => {
      const after = afterChange(stored, message, { managed, era: name, now: now() });
      // Of an objection that cannot be read nobody can say that it is another.
      if (!after.ok && after.why === 'outdated' && failures.has('objection')) throw failures.get('objection');
      if (!after.ok) refusal = after;
      return after.ok ? after.stored : stored;
    }),
  );
  return moment.isPast() ? ERASED : refusal;
}
