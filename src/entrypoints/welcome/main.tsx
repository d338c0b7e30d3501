import { readOverview } from '../../ui/browser/background.ts';
import { mount } from '../../ui/browser/mount.tsx';
import { useStored } from '../../ui/browser/use-stored.ts';
import { Failed } from '../../ui/Failed.tsx';
import { Welcome } from '../../ui/welcome/Welcome.tsx';

function LiveWelcome() {
  const { value: overview, failed } = useStored(readOverview);
  if (failed && !overview) return <Failed />;
  return overview ? <Welcome overview={overview} /> : <main aria-busy="true" />;
}

mount(document, LiveWelcome);
