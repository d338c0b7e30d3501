import { readOverview } from '../../ui/browser/background.ts';
import { mount } from '../../ui/browser/mount.tsx';
import { useShown } from '../../ui/browser/use-shown.ts';
import { useStored } from '../../ui/browser/use-stored.ts';
import { Failed } from '../../ui/Failed.tsx';
import { Welcome } from '../../ui/welcome/Welcome.tsx';

/** What the page shows of what is stored: the country, chosen or set by an organisation. */
function isInWelcome(key: string): boolean {
  return key === 'region' || key === 'policies';
}

function LiveWelcome() {
  const { value: overview, failed } = useStored(readOverview, isInWelcome, useShown());
  if (failed && !overview) return <Failed />;
  return overview ? <Welcome overview={overview} /> : <main aria-busy="true" />;
}

mount(document, LiveWelcome);
