import { showReport } from '../../ui/report/show-report.tsx';

showReport(document);
