import '@fluentui/web-components/field.js';
import '@fluentui/web-components/switch.js';
import { label, on } from './asked.ts';
import { show } from './html.ts';

// Role and state are in ElementInternals alone: no attribute and no inner control tells of them.
show(`<fluent-field label-position="before">
<label slot="label" for="fluent">${label}</label>
<fluent-switch slot="input" id="fluent" ${on ? 'checked' : ''}></fluent-switch>
</fluent-field>`);
