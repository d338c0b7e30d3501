import type { PageMessage } from '../../audit/requests.ts';
import * as extension from '../extension.ts';
import { Failed, mount } from '../mount.tsx';
import { useLive } from '../use-live.ts';
import { Panel } from './Panel.tsx';

/** Shows the guide in a document and keeps it up to date with the page beside it. */
export function showPanel(document: Document): void {
  mount(document, LivePanel, 'guide_heading');
}

function LivePanel() {
  const { overview, place, failed } = useLive(extension.findPlaceBeside);
  if (failed && !overview) return <Failed />;
  if (!overview || !place) return <main aria-busy="true" />;
  return (
    <Panel
      overview={overview}
      place={place}
      now={Date.now()}
      actions={{
        settingOpens: extension.expectSetting,
        reloadSetting: () => void extension.reloadSetting(),
        readTab: () => void extension.reloadSetting(),
        goToPage: () => void extension.goToSetting(),
        showSwitch: extension.showSwitch,
        recognise: extension.recogniseAsAiSetting,
        copy: (text) => navigator.clipboard.writeText(text),
        saveFile: extension.saveFile,
        chooseCountry: (country) => void extension.chooseCountry(country),
        keep: (message: PageMessage) => extension.keep(message),
        openReport: () => void extension.openReport(),
        allowNotifications: extension.allowNotifications,
      }}
    />
  );
}
