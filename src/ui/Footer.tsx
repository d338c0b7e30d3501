import type { Managed } from '../storage/managed.ts';
import { t } from '../words.ts';

/** PRIVACY.md, which the build puts into the package. */
const PRIVACY = '/privacy.txt';

/** Whose the extension is not, where data stays, and whom to ask. */
export function Footer({ managed }: { managed: Managed }) {
  return (
    <footer>
      {managed.contact && <p>{t('managed_contact', managed.contact)}</p>}
      <p>
        {t('footer')}{' '}
        <a href={PRIVACY} target="_blank" rel="noreferrer">
          {t('privacy_policy')}
        </a>
      </p>
    </footer>
  );
}
