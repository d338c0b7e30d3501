import { Switch, SwitchGroup, SwitchLabel } from '@headlessui/vue';
import { createApp, defineComponent, h, ref } from 'vue';
import { label, on, place } from './asked.ts';

// With a name it puts a hidden checkbox beside the button.
const Labelled = defineComponent(() => {
  const checked = ref(on);
  const set = (value: boolean) => {
    checked.value = value;
  };
  return () =>
    h(SwitchGroup, { as: 'div' }, () => [
      h(SwitchLabel, () => label),
      h(
        Switch,
        { name: 'headless', modelValue: checked.value, 'onUpdate:modelValue': set },
        { default: () => h('span', { style: 'display: inline-block; width: 2em' }) },
      ),
    ]);
});

createApp(Labelled).mount(place);
