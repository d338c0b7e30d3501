import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import { createElement } from 'react';
import { label, on } from './asked.ts';
import { show } from './react.ts';

show(createElement(FormControlLabel, { label, control: createElement(Switch, { defaultChecked: on }) }));
