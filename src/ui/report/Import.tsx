import { useRef, useState } from 'preact/hooks';
import { countryName } from '../../format.ts';
import type { Refusal } from '../../protocol/messages.ts';
import type { Problem } from '../../report/import.ts';
import { REPORT_LIMITS } from '../../report/limits.ts';
import type { Preview } from '../../report/merge.ts';
import { t, tCode, tCount } from '../../words.ts';
import { useActions } from '../actions.ts';

type Outcome =
  | { kind: 'nothing' }
  | { kind: 'preview'; text: string; preview: Preview }
  | { kind: 'problem'; problem: Problem }
  | { kind: 'failed' | 'done' };

/** Brings in a file of one's own: checked, shown, and only then added. */
export function Import() {
  const { send } = useActions();
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'nothing' });
  const input = useRef<HTMLInputElement>(null);

  const choose = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > REPORT_LIMITS.bytes) {
      return setOutcome({ kind: 'problem', problem: { kind: 'too-big', at: '', found: String(file.size) } });
    }
    const text = await file.text();
    const answer = await send({ type: 'preview-import', text });
    setOutcome(answer.ok ? { kind: 'preview', text, preview: answer.preview } : outcomeOf(answer));
  };
  const bringIn = async (text: string) => {
    const answer = await send({ type: 'import', text });
    setOutcome(answer.ok ? { kind: 'done' } : outcomeOf(answer));
    forgetFile();
  };
  const leave = () => {
    setOutcome({ kind: 'nothing' });
    forgetFile();
  };
  // Else the same file could not be chosen again.
  const forgetFile = () => {
    if (input.current) input.current.value = '';
  };

  return (
    <section aria-labelledby="import-heading" class="no-print" data-import={outcome.kind}>
      <h2 id="import-heading">{t('import_heading')}</h2>
      <p>{t('import_honest')}</p>
      <label for="import-file">{t('import_label')}</label>
      <input
        ref={input}
        id="import-file"
        name="import-file"
        type="file"
        accept="application/json,.json"
        onChange={({ currentTarget }) => void choose(currentTarget.files?.[0])}
      />
      <div role="status" class="stack">
        {outcome.kind === 'preview' && (
          <Previewed preview={outcome.preview} bringIn={() => void bringIn(outcome.text)} leave={leave} />
        )}
        {outcome.kind === 'problem' && <p class="misfit">{problemSentence(outcome.problem)}</p>}
        {outcome.kind === 'failed' && <p class="misfit">{t('import_failed')}</p>}
        {outcome.kind === 'done' && <p>{t('import_done')}</p>}
      </div>
    </section>
  );
}

function Previewed({ preview, bringIn, leave }: { preview: Preview; bringIn(): void; leave(): void }) {
  return (
    <>
      <p>{t('import_preview')}</p>
      <PreviewCounts preview={preview} />
      {preview.country && <p>{t('import_country', countryName(preview.country))}</p>}
      <div class="buttons">
        <button type="button" class="primary" data-action="import" onClick={bringIn}>
          {t('import_do')}
        </button>
        <button type="button" data-action="leave" onClick={leave}>
          {t('import_cancel')}
        </button>
      </div>
    </>
  );
}

function outcomeOf({ problem }: Refusal): Outcome {
  return problem ? { kind: 'problem', problem } : { kind: 'failed' };
}

function PreviewCounts({ preview: { sightings, marks, objections } }: { preview: Preview }) {
  return (
    <ul>
      <li>{tCount('import_new_readings', sightings.added)}</li>
      <li>{tCount('import_known_readings', sightings.known)}</li>
      <li>{tCount('import_new_marks', marks.added)}</li>
      <li>{tCount('import_objections', objections)}</li>
    </ul>
  );
}

function problemSentence({ kind, at, found }: Problem): string {
  return kind === 'other-version' ? t('import_other_version', found) : tCode('import', kind, at, found);
}
