import { useEffect, useState } from 'preact/hooks';
import type { AnswerTo, PageMessage } from '../protocol/messages.ts';
import { useActions } from './actions.ts';

/**
 * What the background answers to a message, asked once the component stands; null until then. It is asked again whenever `about`, which says
 * what the answer depends on, is another.
 */
export function useAnswer<Message extends PageMessage>(
  message: Message,
  about: string,
): AnswerTo<Message['type']> | null {
  const { send } = useActions();
  const [answer, setAnswer] = useState<AnswerTo<Message['type']> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the message is a new object each time, `about` tells whether it has changed
  useEffect(() => {
    let isWanted = true;
    send(message)
      .catch((error) => ({ ok: false, why: String(error) }) as const)
      .then((latest) => {
        if (isWanted) setAnswer(latest);
      });
    return () => {
      isWanted = false;
    };
  }, [about]);
  return answer;
}
