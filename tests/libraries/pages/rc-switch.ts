import Switch from '@rc-component/switch';
import css from '@rc-component/switch/assets/index.css?inline';
import { createElement, Fragment } from 'react';
import { label, on } from './asked.ts';
import { show } from './react.ts';

document.head.append(Object.assign(document.createElement('style'), { textContent: css }));
// Both words are in the markup at all times; one is moved out of sight.
show(
  createElement(
    Fragment,
    null,
    createElement('label', { htmlFor: 'rc' }, label),
    createElement(Switch, { id: 'rc', defaultChecked: on, checkedChildren: 'On', unCheckedChildren: 'Off' }),
  ),
);
