import { nextStep, type Place } from '../../audit/next-step.ts';
import type { Overview } from '../../audit/overview.ts';
import { Answer } from '../Answer.tsx';
import { Footer } from '../Footer.tsx';
import { GoodToKnow } from '../GoodToKnow.tsx';
import { type Actions, GuideButton, NextStepButton } from '../NextStepButton.tsx';
import { Recognise } from '../Recognise.tsx';
import { Region } from '../Region.tsx';
import { ReportButton } from '../ReportButton.tsx';
import { SetAside } from '../SetAside.tsx';
import { verdictData } from '../verdict-data.ts';
import { AccessNotice } from './AccessNotice.tsx';
import { BugReport } from './BugReport.tsx';
import { SecondStep } from './SecondStep.tsx';

type Props = {
  overview: Overview;
  place: Place;
  /** Whether the browser lets the extension see LinkedIn's settings pages. */
  hasAccess: boolean;
  now: number;
  actions: Actions & {
    allowAccess(): Promise<boolean>;
    openReport(): void;
    chooseCountry(country: string | null): void;
    copy(text: string): Promise<void>;
  };
};

/** The popup: the answer, why, the next step, the region and its rule, the second step. */
export function Popup({ overview, place, hasAccess, now, actions }: Props) {
  const { verdict, question, region, setAside, managed } = overview;
  const step = nextStep(verdict, place, overview.objection.stage, now, question);
  return (
    <main {...verdictData(verdict)}>
      {hasAccess || <AccessNotice allow={actions.allowAccess} />}
      <Answer verdict={verdict} question={question} now={now} />
      <NextStepButton step={step} verdict={verdict} now={now} actions={actions} />
      {question && <Recognise key={question.label} question={question} recognise={actions.recognise} />}
      <GuideButton open={actions.openGuide} />
      <Region region={region} isManaged={managed.country !== undefined} choose={actions.chooseCountry} />
      {managed.showObjection !== false && <SecondStep />}
      <ReportButton open={actions.openReport} />
      <GoodToKnow />
      <BugReport overview={overview} copy={actions.copy} />
      <SetAside values={setAside} />
      <Footer managed={overview.managed} />
    </main>
  );
}
