import { Root, Thumb } from '@radix-ui/react-switch';
import { createElement } from 'react';
import { label, on } from './asked.ts';
import { show } from './react.ts';

// In a form it puts a hidden checkbox beside the button.
show(
  createElement(
    'form',
    null,
    createElement('label', { htmlFor: 'radix' }, label),
    createElement(
      Root,
      { id: 'radix', name: 'radix', defaultChecked: on, style: { width: 42, height: 25 } },
      createElement(Thumb),
    ),
  ),
);
