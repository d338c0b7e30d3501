import type { NextStep } from '../guidance/next-step.ts';
import { AI_SETTING_URL } from '../linkedin/ai-setting.ts';
import { FORMS } from '../objection/forms.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { type MessageKey, t } from '../words.ts';
import { useActions } from './actions.ts';
import { ShowSwitch } from './guide/ShowSwitch.tsx';
import { OpenLink } from './OpenLink.tsx';
import { SettingName } from './SettingName.tsx';
import { Waiting } from './Waiting.tsx';

/** Per step: the sentence, and the button with what it does, or the link with where it leads. */
type Told = {
  text: MessageKey;
  button?: [MessageKey, 'reloadSetting' | 'readTab' | 'goToSetting'];
  link?: [MessageKey, 'setting' | 'objection'];
};

const LINKS = { setting: AI_SETTING_URL, objection: FORMS.objection.url };

const STEPS: Record<NextStep, Told> = {
  open: { text: 'step_open', link: ['button_open', 'setting'] },
  read: { text: 'step_read', button: ['button_read', 'readTab'] },
  wait: { text: 'step_wait' },
  'sign-in': { text: 'step_sign_in', button: ['button_go', 'goToSetting'] },
  'switch-off': { text: 'step_switch_off', button: ['button_go', 'goToSetting'] },
  'open-and-switch-off': { text: 'step_open_and_switch_off', link: ['button_open', 'setting'] },
  'open-to-confirm': { text: 'step_open_to_confirm', link: ['button_open', 'setting'] },
  'look-once-more': { text: 'step_look_once_more', link: ['button_open', 'setting'] },
  'open-once-more': { text: 'step_open_once_more', link: ['button_open', 'setting'] },
  reload: { text: 'step_reload', button: ['button_reload', 'reloadSetting'] },
  'reload-unclear': { text: 'step_reload_unclear', button: ['button_reload', 'reloadSetting'] },
  show: { text: 'step_show' },
  'bring-to-front': { text: 'step_bring_to_front', button: ['button_go', 'goToSetting'] },
  'keep-in-front': { text: 'step_keep_in_front' },
  recognise: { text: 'step_recognise' },
  'show-original': { text: 'step_show_original', button: ['button_go', 'goToSetting'] },
  'try-again': { text: 'step_try_again', button: ['button_try_again', 'reloadSetting'] },
  object: { text: 'step_object', link: ['button_object', 'objection'] },
  'await-answer': { text: 'step_await_answer' },
  'answer-overdue': { text: 'step_answer_overdue' },
  'weigh-answer': { text: 'step_weigh_answer' },
  nothing: { text: 'step_nothing' },
  recheck: { text: 'step_recheck', link: ['button_recheck', 'setting'] },
};

type Props = { step: NextStep; verdict: Verdict; now: number };

/** The next step: one sentence and, where the extension can help, one button or link. */
export function NextStepButton({ step, verdict, now }: Props) {
  const actions = useActions();
  const { text, button, link } = STEPS[step];
  const { sighting } = verdict;
  return (
    <section class="next" aria-label={t('next_heading')} data-next={step}>
      <p>{t(text)}</p>
      {step === 'open' && <SettingName />}
      {step === 'show' && <ShowSwitch verdict={verdict} isNext />}
      {step === 'keep-in-front' && sighting && <Waiting key={sighting.load} sighting={sighting} now={now} />}
      {button && (
        <button type="button" class="primary" onClick={() => actions[button[1]]()}>
          {t(button[0])}
        </button>
      )}
      {link && (
        <OpenLink
          label={link[0]}
          href={LINKS[link[1]]}
          {...(link[1] === 'setting' ? { opening: actions.expectSetting } : {})}
        />
      )}
    </section>
  );
}

/** Leads to all steps, beside the page. */
export function GuideButton() {
  const { openGuide } = useActions();
  return (
    <button type="button" data-action="guide" onClick={openGuide}>
      {t('button_guide')}
    </button>
  );
}
