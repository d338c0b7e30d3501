import { showPopup } from '../../ui/show-popup.tsx';

showPopup(document);
