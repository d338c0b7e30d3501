import { type MessageKey, t } from '../words.ts';

type Props = {
  label: MessageKey;
  href: string;
  /** Called before the tab comes up. */
  opening?(): void;
};

/**
 * The way to a page of LinkedIn's: a real link, so that its server sees what it sees of a click in any article. A tab that an extension
 * opens comes with headers that no member's own way has.
 */
export function OpenLink({ label, href, opening }: Props) {
  return (
    <a class="button primary" href={href} target="_blank" rel="noreferrer" onClick={opening} onAuxClick={opening}>
      {t(label)}
    </a>
  );
}
