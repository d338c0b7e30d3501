import { useState } from 'preact/hooks';
import { t } from '../../words.ts';
import { useActions } from '../actions.ts';
import { useFiles } from './use-files.ts';

type Props = { version: string; now: number };

/** Deletes everything, after it has been asked once more and a copy was offered. */
export function Erase({ version, now }: Props) {
  const { send } = useActions();
  const { save, failed } = useFiles(version, now);
  const [phase, setPhase] = useState<'idle' | 'asking' | 'done' | 'failed'>('idle');
  const doIt = async () => setPhase((await send({ type: 'erase' })).ok ? 'done' : 'failed');
  return (
    <section aria-labelledby="erase-heading" class="no-print" data-erase={phase}>
      <h2 id="erase-heading">{t('erase_heading')}</h2>
      <p>{t('erase_why')}</p>
      {phase === 'asking' ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, these are buttons
        <div class="stack" role="group" aria-labelledby="erase-question">
          <p id="erase-question">
            <strong>{t('erase_confirm')}</strong>
          </p>
          <div class="buttons">
            <button type="button" class="primary" onClick={() => void save('json')}>
              {t('erase_save_first')}
            </button>
            <button type="button" data-action="erase-now" onClick={() => void doIt()}>
              {t('erase_do')}
            </button>
            <button type="button" onClick={() => setPhase('idle')}>
              {t('erase_cancel')}
            </button>
          </div>
        </div>
      ) : (
        <p>
          <button type="button" data-action="erase" onClick={() => setPhase('asking')}>
            {t('erase_button')}
          </button>
        </p>
      )}
      <p role="status">
        {phase === 'done' && t('erase_done')}
        {phase === 'failed' && t('import_failed')}
        {failed && t('background_failed')}
      </p>
    </section>
  );
}
