import { useState } from 'preact/hooks';
import { dateTime } from '../../format.ts';
import type { Overview } from '../../guidance/overview.ts';
import { RECHECK_CHOICES } from '../../storage/limits.ts';
import { DAY } from '../../time.ts';
import { provenAt, type Verdict } from '../../verdict/verdict.ts';
import { t, tCount } from '../../words.ts';
import { useActions } from '../actions.ts';

type Days = Overview['reminders']['recheckDays'];
type Props = {
  verdict: Verdict;
  reminders: Overview['reminders'];
  /** The organisation has set the interval. */
  isManaged: boolean;
};

const CHOICES: Days[] = [...RECHECK_CHOICES, null];

/** How often to look again, and whether the browser may show a notification. */
export function Reminders({ verdict, reminders, isManaged }: Props) {
  const { send, allowNotifications } = useActions();
  const [isRefused, setRefused] = useState(false);
  const { recheckDays, notify } = reminders;
  const change = (changes: Partial<Overview['reminders']>) =>
    void send({ type: 'set-reminders', ...reminders, ...changes });
  const askForNotifications = async () => {
    const isAllowed = await allowNotifications();
    setRefused(!isAllowed);
    if (isAllowed) change({ notify: true });
  };
  const next = verdict.name === 'opted-out' && verdict.sighting && recheckDays !== null;
  return (
    <section aria-labelledby="reminders-heading">
      <h2 id="reminders-heading">{t('reminders_heading')}</h2>
      <label for="recheck">{t('reminders_recheck')}</label>
      <select
        id="recheck"
        name="recheck"
        disabled={isManaged}
        value={String(recheckDays)}
        onChange={({ currentTarget }) =>
          change({ recheckDays: CHOICES.find((days) => String(days) === currentTarget.value) ?? null })
        }
      >
        {CHOICES.map((days) => (
          <option key={days} value={String(days)}>
            {days === null ? t('reminders_never') : tCount('reminders_every', days)}
          </option>
        ))}
      </select>
      {isManaged && <p class="note">{t('managed_value')}</p>}
      <p class="hint">{t('reminders_how')}</p>
      {next && verdict.sighting && (
        <p class="hint">{t('reminders_next', dateTime(provenAt(verdict.sighting) + (recheckDays ?? 0) * DAY))}</p>
      )}
      <label class="check">
        <input
          type="checkbox"
          name="notify"
          checked={notify}
          onChange={({ currentTarget }) => {
            // Asked for first: browsers allow it straight from a click only.
            if (currentTarget.checked) void askForNotifications();
            else change({ notify: false });
          }}
        />
        {t('reminders_notify')}
      </label>
      <p role="status" class="hint">
        {isRefused && t('reminders_refused')}
      </p>
    </section>
  );
}
