import type { ComponentChildren } from 'preact';
import type { AnswerTo, PageMessage } from '../../protocol/messages.ts';
import { t } from '../../words.ts';
import { useAnswer } from '../use-answer.ts';

type Props<Message extends PageMessage> = {
  message: Message;
  /** What the answer depends on: it is asked for again when that is another. */
  about: string;
  children(answer: Extract<AnswerTo<Message['type']>, { ok: true }>): ComponentChildren;
};

/** What the background has to be asked for first, since over years it is more than a page should begin with. */
export function Asked<Message extends PageMessage>({ message, about, children }: Props<Message>) {
  const answer = useAnswer(message, about);
  if (!answer) return <div aria-busy="true" />;
  if (!answer.ok) return <p role="status">{t('background_failed')}</p>;
  return <>{children(answer as Extract<AnswerTo<Message['type']>, { ok: true }>)}</>;
}
