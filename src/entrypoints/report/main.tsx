import { isInReport, readReport } from '../../ui/browser/background.ts';
import { mount } from '../../ui/browser/mount.tsx';
import { useShown } from '../../ui/browser/use-shown.ts';
import { useStored } from '../../ui/browser/use-stored.ts';
import { Failed } from '../../ui/Failed.tsx';
import { Report } from '../../ui/report/Report.tsx';

function LiveReport() {
  const { value, failed } = useStored(readReport, isInReport, useShown());
  if (failed && !value) return <Failed />;
  return value ? <Report {...value} now={Date.now()} /> : <main aria-busy="true" />;
}

mount(document, LiveReport, 'report_heading');
