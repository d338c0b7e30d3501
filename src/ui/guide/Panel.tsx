import { guideOf } from '../../audit/guide.ts';
import { nextStep, type Place } from '../../audit/next-step.ts';
import type { Overview } from '../../audit/overview.ts';
import type { PageMessage } from '../../audit/requests.ts';
import { t } from '../../words.ts';
import { Answer } from '../Answer.tsx';
import { Footer } from '../Footer.tsx';
import { GoodToKnow } from '../GoodToKnow.tsx';
import { type Actions, NextStepButton } from '../NextStepButton.tsx';
import { Recognise } from '../Recognise.tsx';
import { Region } from '../Region.tsx';
import { ReportButton } from '../ReportButton.tsx';
import { SetAside } from '../SetAside.tsx';
import { verdictData } from '../verdict-data.ts';
import { Objection } from './Objection.tsx';
import { Reminders } from './Reminders.tsx';
import { ShowSwitch } from './ShowSwitch.tsx';
import { Steps } from './Steps.tsx';

/** What the guide needs to be done by the browser. */
export type PanelActions = Omit<Actions, 'openGuide'> & {
  copy(text: string): Promise<void>;
  saveFile(name: string, type: string, text: string): void;
  chooseCountry(country: string | null): void;
  /** Returns why the background refused, or null. */
  keep(message: PageMessage): Promise<string | null>;
  allowNotifications(): Promise<boolean>;
  openReport(): void;
};

type Props = { overview: Overview; place: Place; now: number; actions: PanelActions };

/** The guide: the answer, the steps with what to do now, the region, the reminders. */
export function Panel({ overview, place, now, actions }: Props) {
  const { verdict, question, region, objection, reminders, setAside, managed, today } = overview;
  const isObjectionShown = managed.showObjection !== false;
  const steps = guideOf(verdict, place, objection.stage, question).filter(
    ({ id }) => id !== 'objection' || isObjectionShown,
  );
  const step = nextStep(verdict, place, objection.stage, now, question);
  return (
    <main {...verdictData(verdict)}>
      <Answer verdict={verdict} question={question} now={now} />
      <section aria-labelledby="steps-heading">
        <h2 id="steps-heading">{t('guide_heading')}</h2>
        <Steps
          steps={steps}
          content={(id, isCurrent) => {
            if (id === 'objection') {
              return <Objection objection={objection} isOpen={isCurrent} today={today} now={now} actions={actions} />;
            }
            if (!isCurrent) return id === 'sign-in' && verdict.sighting ? <AnotherAccount /> : null;
            if (id === 'done') return <p>{t('guide_all_done')}</p>;
            return (
              <>
                <NextStepButton step={step} verdict={verdict} now={now} actions={{ ...actions, openGuide: () => {} }} />
                {question && <Recognise key={question.label} question={question} recognise={actions.recognise} />}
                {id === 'switch-off' && <ShowSwitch verdict={verdict} show={actions.showSwitch} />}
              </>
            );
          }}
        />
      </section>
      <Region region={region} isManaged={managed.country !== undefined} choose={actions.chooseCountry} />
      <Reminders
        verdict={verdict}
        reminders={reminders}
        isManaged={managed.recheckDays !== undefined}
        actions={actions}
      />
      <ReportButton open={actions.openReport} />
      <GoodToKnow />
      <SetAside values={setAside} />
      <Footer managed={overview.managed} />
    </main>
  );
}

function AnotherAccount() {
  return (
    <details>
      <summary>{t('account_heading')}</summary>
      <p>{t('account_try')}</p>
    </details>
  );
}
