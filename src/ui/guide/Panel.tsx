import { guideOf } from '../../guidance/guide.ts';
import { nextStep, type Place } from '../../guidance/next-step.ts';
import type { Overview } from '../../guidance/overview.ts';
import { t } from '../../words.ts';
import { Answer } from '../Answer.tsx';
import { Footer } from '../Footer.tsx';
import { GoodToKnow } from '../GoodToKnow.tsx';
import { Main } from '../Main.tsx';
import { NextStepButton } from '../NextStepButton.tsx';
import { Recognise } from '../Recognise.tsx';
import { Region } from '../Region.tsx';
import { ReportButton } from '../ReportButton.tsx';
import { SetAside } from '../SetAside.tsx';
import { Objection } from './Objection.tsx';
import { Reminders } from './Reminders.tsx';
import { ShowSwitch } from './ShowSwitch.tsx';
import { Steps } from './Steps.tsx';

type Props = { overview: Overview; place: Place; now: number };

/** The guide: the answer, the steps with what to do now, the region, the reminders. */
export function Panel({ overview, place, now }: Props) {
  const { verdict, question, region, objection, reminders, setAside, managed, today } = overview;
  const isObjectionShown = managed.showObjection !== false;
  const steps = guideOf(verdict, place, objection.stage, question).filter(
    ({ id }) => id !== 'objection' || isObjectionShown,
  );
  const step = nextStep(verdict, place, objection.stage, now, question);
  return (
    <Main verdict={verdict}>
      <Answer verdict={verdict} question={question} now={now} />
      <section aria-labelledby="steps-heading">
        <h2 id="steps-heading">{t('guide_heading')}</h2>
        <Steps
          steps={steps}
          content={(id, isCurrent) => {
            if (id === 'objection') {
              return <Objection objection={objection} isOpen={isCurrent} today={today} now={now} />;
            }
            if (!isCurrent) return id === 'sign-in' && verdict.sighting ? <AnotherAccount /> : null;
            if (id === 'done') return <p>{t('guide_all_done')}</p>;
            return (
              <>
                <NextStepButton step={step} verdict={verdict} now={now} />
                {question && <Recognise key={question.label} question={question} />}
                {id === 'switch-off' && <ShowSwitch verdict={verdict} />}
              </>
            );
          }}
        />
      </section>
      <Region region={region} isManaged={managed.country !== undefined} />
      <Reminders verdict={verdict} reminders={reminders} isManaged={managed.recheckDays !== undefined} />
      <ReportButton />
      <GoodToKnow />
      <SetAside values={setAside} />
      <Footer managed={overview.managed} />
    </Main>
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
