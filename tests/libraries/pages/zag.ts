import { normalizeProps, useMachine } from '@zag-js/react';
import { connect, machine } from '@zag-js/switch';
import { createElement, useId } from 'react';
import { label, on } from './asked.ts';
import { show } from './react.ts';

function Switch() {
  const api = connect(useMachine(machine, { id: useId(), defaultChecked: on }), normalizeProps);
  return createElement(
    'label',
    api.getRootProps(),
    createElement('input', api.getHiddenInputProps()),
    createElement('span', api.getControlProps(), createElement('span', api.getThumbProps(), '●')),
    createElement('span', api.getLabelProps(), label),
  );
}

show(createElement(Switch));
