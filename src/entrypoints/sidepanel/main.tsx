import { showPanel } from '../../ui/guide/show-panel.tsx';

showPanel(document);
