import '@shoelace-style/shoelace/dist/components/switch/switch.js';
import { label, on } from './asked.ts';
import { show } from './html.ts';

// The label's words are slotted into the component's own <label>.
show(`<sl-switch ${on ? 'checked' : ''}>${label}</sl-switch>`);
