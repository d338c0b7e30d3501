import type { Control, Option } from './reading.ts';
import { stateOfWord } from './words.ts';

/**
 * The controls of a page with those put together that stand for one another: radio buttons of one group, and pressed buttons that are
 * named after states. What they are together has their options, and the name of their group.
 */
export function withChoices(controls: Control[], language: string): Control[] {
  const runs: Control[][] = [];
  for (const control of controls) {
    const run = runs.at(-1);
    if (run?.[0] && isOption(control, language) && isSameGroup(run[0], control)) run.push(control);
    else runs.push([control]);
  }
  return runs.map((run) => (run[0]?.sort === 'radio' || run.length > 1 ? choiceOf(run) : (run[0] as Control)));
}

function isOption(control: Control, language: string): boolean {
  if (control.sort === 'radio') return true;
  return control.sort === 'pressed' && stateOfWord(language, textOf(control)) !== undefined;
}

function isSameGroup(one: Control, other: Control): boolean {
  return one.sort === other.sort && JSON.stringify(one.group) === JSON.stringify(other.group);
}

function choiceOf(run: Control[]): Control {
  const [first] = run as [Control];
  return {
    ...first,
    sort: 'radio',
    state: null,
    options: run.map((control): Option => ({ text: textOf(control), chosen: control.state === 'on' })),
    name: first.group,
    after: [],
    inert: run.some(({ inert }) => inert),
    doubts: run.some(({ doubts }) => doubts.includes('restored')) ? ['restored'] : [],
    sight: run.find(({ sight }) => sight === 'seen')?.sight ?? first.sight,
  };
}

/** What an option is called: by its own name, else by the text right after it. */
function textOf({ name, after }: Control): string {
  return name.length > 0 ? name.map(({ text }) => text).join(' ') : (after[0]?.text ?? '');
}
