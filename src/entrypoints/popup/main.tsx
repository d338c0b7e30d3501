import { showPopup } from '../../ui/popup/show-popup.tsx';

showPopup(document);
