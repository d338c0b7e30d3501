import { useEffect, useState } from 'preact/hooks';
import type { Overview } from '../../audit/overview.ts';
import type { Stored } from '../../audit/stored.ts';
import * as extension from '../extension.ts';
import { Failed, mount } from '../mount.tsx';
import { Report } from './Report.tsx';

/** Shows the report in a document and keeps it up to date. */
export function showReport(document: Document): void {
  mount(document, LiveReport, 'report_heading');
}

function LiveReport() {
  const [facts, setFacts] = useState<{ overview: Overview; stored: Stored } | null>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const refresh = () => extension.readReport().then(setFacts, () => setFailed(true));
    void refresh();
    return extension.onStoredChange(refresh);
  }, []);

  if (failed && !facts) return <Failed />;
  if (!facts) return <main aria-busy="true" />;
  return (
    <Report
      overview={facts.overview}
      stored={facts.stored}
      now={Date.now()}
      actions={{
        openGuide: () => void extension.openGuideInTab(),
        keep: extension.keep,
        takeBack: (label) => void extension.recognise({ ...label, answer: null }),
        importFile: extension.importFile,
        saveFile: extension.saveFile,
        print: () => window.print(),
      }}
    />
  );
}
