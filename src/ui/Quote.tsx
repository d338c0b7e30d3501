import { quotable } from '../linkedin/quotable.ts';

type Props = { intro: string; text: string; language: string };

/**
 * Words of LinkedIn's: in a box of their own, which they can neither leave nor turn round, since whatever a page writes there must not pass
 * for our own voice. Marked with their language, so that a screen reader says them right.
 */
export function Quote({ intro, text, language }: Props) {
  return (
    <div class="quoted">
      <p>{intro}</p>
      <blockquote lang={language || undefined} dir="auto">
        {quotable(text)}
      </blockquote>
    </div>
  );
}
