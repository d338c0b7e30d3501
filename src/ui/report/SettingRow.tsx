import { useState } from 'preact/hooks';
import { ago, dateTime } from '../../format.ts';
import { isReadable, type ReportRow } from '../../report/rows.ts';
import { TYPED_LIMITS } from '../../storage/limits.ts';
import type { SettingRecord } from '../../storage/setting-record.ts';
import { sentences, t, tCode, tData } from '../../words.ts';
import { reasonSentence } from '../Answer.tsx';
import { useActions } from '../actions.ts';
import { History } from './History.tsx';
import { outcomeName, settingName } from './names.ts';

type Props = { row: ReportRow; record: SettingRecord; now: number };

/** One setting: its state, what is recommended and why, how it was read, and what the member thinks of it. */
export function SettingRow({ row, record, now }: Props) {
  const { setting, state, outcome, mark } = row;
  const { name, lang } = settingName(setting);
  return (
    <li class="row" data-setting={setting.id} data-state={state} data-outcome={outcome}>
      <h5 lang={lang}>{name}</h5>
      <p>
        <strong>{tCode('state', state)}</strong> · {outcomeName(outcome)}
      </p>
      <p>{sentences(t(setting.recommended ? 'recommended_off' : 'recommended_none'), tData('why', setting.id))}</p>
      <Reading row={row} now={now} />
      {setting.europe && <p class="hint">{t('setting_europe')}</p>}
      <Address row={row} />
      {mark && (
        <p class="note" data-mark={setting.id}>
          {mark.note ? t('mark_typed', dateTime(mark.at), mark.note) : t('mark_without_note', dateTime(mark.at))}
        </p>
      )}
      <MarkForm row={row} />
      <History setting={setting.id} record={record} />
    </li>
  );
}

function Reading({ row, now }: { row: ReportRow; now: number }) {
  const { sighting, failure, fresh, setting } = row;
  return (
    <>
      {sighting && (
        <p class="hint">
          {sentences(
            t(
              'punctuation_aside',
              t(sighting.via === 'list' ? 'read_in_list' : 'read_on_page', dateTime(sighting.lastSeen)),
              ago(sighting.lastSeen, now),
            ),
            !fresh && t('read_stale'),
          )}
        </p>
      )}
      {failure && <p class="hint">{t('read_failed', dateTime(failure.at), reasonSentence(failure.reason))}</p>}
      {!isReadable(setting) && setting.control === 'other' && <p class="hint">{t('setting_not_a_switch')}</p>}
    </>
  );
}

function Address({ row: { url, setting } }: { row: ReportRow }) {
  if (!url) return <p class="hint">{t('setting_no_address')}</p>;
  return (
    <p>
      <a href={url} target="_blank" rel="noreferrer">
        {t('setting_open', settingName(setting).name)}
      </a>{' '}
      {setting.pathConfidence !== 'high' && <span class="hint">{t('setting_address_uncertain')}</span>}
    </p>
  );
}

function MarkForm({ row }: { row: ReportRow }) {
  const { send } = useActions();
  const { setting, mark } = row;
  const [note, setNote] = useState(mark?.note ?? '');
  const change = (text: string | null) => void send({ type: 'mark', setting: setting.id, note: text });
  return (
    <details class="no-print">
      <summary>{t('mark_summary')}</summary>
      <div class="stack">
        <p class="hint">{t('mark_why')}</p>
        <label for={`note-${setting.id}`}>{t('mark_note')}</label>
        <input
          id={`note-${setting.id}`}
          type="text"
          autocomplete="off"
          maxLength={TYPED_LIMITS.note}
          value={note}
          onInput={({ currentTarget }) => setNote(currentTarget.value)}
        />
        <button type="button" data-action="mark" onClick={() => change(note.trim())}>
          {t('mark_save')}
        </button>
        {mark && (
          <button type="button" data-action="unmark" onClick={() => change(null)}>
            {t('mark_remove')}
          </button>
        )}
      </div>
    </details>
  );
}
