import { showWelcome } from '../../ui/welcome/show-welcome.tsx';

showWelcome(document);
