import type { NextStep } from '../audit/next-step.ts';
import { type MessageKey, t } from '../words.ts';
import { SettingName } from './SettingName.tsx';

/** What the steps need to be done by the browser. */
export type Actions = {
  openSetting(): void;
  openObjectionForm(): void;
  reloadSetting(): void;
  readTab(): void;
  goToPage(): void;
  openGuide(): void;
};

/** Per step: the sentence, and the button with what it does. */
const STEPS: Record<NextStep, { text: MessageKey; button?: [MessageKey, keyof Actions] }> = {
  open: { text: 'step_open', button: ['button_open', 'openSetting'] },
  read: { text: 'step_read', button: ['button_read', 'readTab'] },
  wait: { text: 'step_wait' },
  'sign-in': { text: 'step_sign_in', button: ['button_go', 'goToPage'] },
  'switch-off': { text: 'step_switch_off', button: ['button_go', 'goToPage'] },
  'open-and-switch-off': { text: 'step_open_and_switch_off', button: ['button_open', 'openSetting'] },
  'open-to-confirm': { text: 'step_open_to_confirm', button: ['button_open', 'openSetting'] },
  reload: { text: 'step_reload', button: ['button_reload', 'reloadSetting'] },
  'try-again': { text: 'step_try_again', button: ['button_try_again', 'reloadSetting'] },
  object: { text: 'step_object', button: ['button_object', 'openObjectionForm'] },
  'await-answer': { text: 'step_await_answer' },
  'answer-overdue': { text: 'step_answer_overdue' },
  'weigh-answer': { text: 'step_weigh_answer' },
  nothing: { text: 'step_nothing' },
  recheck: { text: 'step_recheck', button: ['button_recheck', 'openSetting'] },
};

/** The next step: one sentence and, where the extension can help, one button. */
export function NextStepButton({ step, actions }: { step: NextStep; actions: Actions }) {
  const { text, button } = STEPS[step];
  return (
    <section class="next" aria-label={t('next_heading')} data-next={step}>
      <p>{t(text)}</p>
      {step === 'open' && <SettingName />}
      {button && (
        <button type="button" class="primary" onClick={() => actions[button[1]]()}>
          {t(button[0])}
        </button>
      )}
    </section>
  );
}

/** Leads to all steps, beside the page. */
export function GuideButton({ open }: { open(): void }) {
  return (
    <button type="button" data-action="guide" onClick={open}>
      {t('button_guide')}
    </button>
  );
}
