import * as extension from '../extension.ts';
import { Failed, mount } from '../mount.tsx';
import { useLive } from '../use-live.ts';
import { Welcome } from './Welcome.tsx';

/** Shows the page that opens once, after the installation. */
export function showWelcome(document: Document): void {
  mount(document, LiveWelcome);
}

function LiveWelcome() {
  const { overview, failed } = useLive(extension.findPlaceBeside);
  if (failed && !overview) return <Failed />;
  if (!overview) return <main aria-busy="true" />;
  return <Welcome overview={overview} chooseCountry={(country) => void extension.chooseCountry(country)} />;
}
