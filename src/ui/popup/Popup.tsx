import type { PopupOverview } from '../../guidance/kept-overview.ts';
import { nextStep, type Place } from '../../guidance/next-step.ts';
import { Answer } from '../Answer.tsx';
import { Footer } from '../Footer.tsx';
import { GoodToKnow } from '../GoodToKnow.tsx';
import { Main } from '../Main.tsx';
import { GuideButton, NextStepButton } from '../NextStepButton.tsx';
import { Recognise } from '../Recognise.tsx';
import { Region } from '../Region.tsx';
import { ReportButton } from '../ReportButton.tsx';
import { SetAside } from '../SetAside.tsx';
import { AccessNotice } from './AccessNotice.tsx';
import { BugReport } from './BugReport.tsx';
import { SecondStep } from './SecondStep.tsx';

type Props = {
  overview: PopupOverview;
  place: Place;
  /** Whether the browser lets the extension see LinkedIn's settings pages. */
  hasAccess: boolean;
  now: number;
};

/** The popup: the answer, why, the next step, the region and its rule, the second step. */
export function Popup({ overview, place, hasAccess, now }: Props) {
  const { verdict, question, region, setAside, managed } = overview;
  const step = nextStep(verdict, place, overview.objection.stage, now, question);
  return (
    <Main verdict={verdict}>
      {hasAccess || <AccessNotice />}
      <Answer verdict={verdict} question={question} now={now} />
      <NextStepButton step={step} verdict={verdict} now={now} />
      {question && <Recognise key={question.label} question={question} />}
      <GuideButton />
      <Region region={region} isManaged={managed.country !== undefined} />
      {managed.showObjection !== false && <SecondStep />}
      <ReportButton />
      <GoodToKnow />
      <BugReport overview={overview} />
      <SetAside values={setAside} />
      <Footer managed={overview.managed} />
    </Main>
  );
}
