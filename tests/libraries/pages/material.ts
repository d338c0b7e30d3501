import '@material/web/switch/switch.js';
import { label, on } from './asked.ts';
import { show } from './html.ts';

show(`<label>${label} <md-switch ${on ? 'selected' : ''}></md-switch></label>`);
