import { useState } from 'preact/hooks';
import { AI_TRAINING } from '../linkedin/ai-setting.ts';
import type { Label } from '../verdict/recognise.ts';
import { t, tCode } from '../words.ts';
import { useActions } from './actions.ts';
import { Quote } from './Quote.tsx';

type Choice = 'yes' | 'no' | 'unsure';

const ANSWERS: Choice[] = ['yes', 'no', 'unsure'];

/** Asks once whether a label that we cannot know is the AI setting's. */
export function Recognise({ question }: { question: Label }) {
  const { recognise } = useActions();
  const [said, setSaid] = useState<'unsure' | 'refused' | null>(null);
  const click = async (answer: Choice) => {
    if (answer === 'unsure') return setSaid('unsure');
    const refusal = await recognise({ ...question, setting: AI_TRAINING, answer });
    setSaid(refusal === null ? null : 'refused');
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, these are buttons
    <div class="recognise" role="group" aria-labelledby="recognise-question" data-recognise>
      <Quote intro={t('recognise_intro')} text={question.label} language={question.language} />
      <p id="recognise-question">
        <strong>{t('recognise_question')}</strong>
      </p>
      <div class="buttons">
        {ANSWERS.map((answer) => (
          <button key={answer} type="button" data-answer={answer} onClick={() => void click(answer)}>
            {tCode('recognise', answer)}
          </button>
        ))}
      </div>
      <p role="status" class="hint">
        {said && t(said === 'unsure' ? 'recognise_unsure_then' : 'not_kept')}
      </p>
    </div>
  );
}
