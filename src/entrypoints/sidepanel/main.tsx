import { mount } from '../../ui/browser/mount.tsx';
import { findPlaceBeside } from '../../ui/browser/tabs.ts';
import { useLive } from '../../ui/browser/use-live.ts';
import { useShown } from '../../ui/browser/use-shown.ts';
import { Failed } from '../../ui/Failed.tsx';
import { Panel } from '../../ui/guide/Panel.tsx';

function LivePanel() {
  const { overview, place, failed } = useLive(findPlaceBeside, useShown());
  if (failed && !overview) return <Failed />;
  if (!overview || !place) return <main aria-busy="true" />;
  // What was typed or chosen and not kept goes when everything is deleted.
  return <Panel key={overview.era} overview={overview} place={place} now={Date.now()} />;
}

mount(document, LivePanel, 'guide_heading');
