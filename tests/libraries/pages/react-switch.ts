import { createElement, useState } from 'react';
import Switch from 'react-switch';
import { label, on } from './asked.ts';
import { show } from './react.ts';

function Labelled() {
  const [checked, setChecked] = useState(on);
  return createElement(
    'label',
    null,
    createElement('span', null, label),
    createElement(Switch, { checked, onChange: setChecked }),
  );
}

show(createElement(Labelled));
