import { useState } from 'preact/hooks';
import type { Label } from '../audit/recognise.ts';
import { t, tCode } from '../words.ts';
import { Quote } from './Quote.tsx';

export type Answer = 'yes' | 'no' | 'unsure';

type Props = {
  question: Label;
  /** Keeps the member's word. Returns why it was refused, or null. */
  recognise(label: Label, answer: 'yes' | 'no'): Promise<string | null>;
};

const ANSWERS: Answer[] = ['yes', 'no', 'unsure'];

/** Asks once whether a label that we cannot know is the setting's. */
export function Recognise({ question, recognise }: Props) {
  const [said, setSaid] = useState<'unsure' | 'refused' | null>(null);
  const click = async (answer: Answer) => {
    if (answer === 'unsure') return setSaid('unsure');
    setSaid((await recognise(question, answer)) === null ? null : 'refused');
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
