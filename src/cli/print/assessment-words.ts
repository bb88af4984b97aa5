import type { DecidedProposals } from '../../app/capability/action-interview.ts';
import type { AnsweredAssessment } from '../../app/capability/assessment-interview.ts';
import type { AssessmentWish } from '../../app/capability/asked-assessment.ts';
import { doneLine } from './change-text.ts';
import { coloursOf } from './colours.ts';
import type { Screen } from '../command.ts';
import { nextLines, type NextCommand } from './next-lines.ts';
import { wrapWords } from './wrap-words.ts';

/** What an interview came to: the answers, unless only the actions were talked over, and the actions, when it got so far. */
export interface CameTo {
  readonly answered?: AnsweredAssessment | undefined;
  readonly actions?: DecidedProposals | undefined;
}

interface Told {
  readonly wish: AssessmentWish;
  readonly screen: Screen;
}

/** What is said when the interview is over: what was saved, what waits, which command comes next. */
export function assessmentWords({ answered, actions }: CameTo, { wish, screen }: Told): string {
  const steps = [
    ...(answered ? answerSteps(answered, { wish, screen }) : []),
    ...(actions ? actionSteps(actions, { wish, screen }) : []),
  ];
  const lines = [
    ...steps.flatMap(({ says }) => says),
    ...steps.flatMap(({ next = [] }) => next).flatMap((one) => nextLines(one, screen)),
  ];
  return `${lines.join('\n')}\n`;
}

interface Step {
  readonly says: readonly string[];
  readonly next?: readonly NextCommand[];
}

function answerSteps(
  { ending, saved, settled, count, form }: AnsweredAssessment,
  { wish, screen }: Told,
): readonly Step[] {
  const { dim } = coloursOf(screen);
  const { files, part, share, dryRun, screening } = wish;
  const command = `cam scorecard capability ${files.id}${screening ? ' --screening' : ''}`;
  if (ending !== 'finished') {
    const length = part === 'internal' ? ['--internal'] : screening ? [] : [`--${form}`];
    const resume = { word: 'Resume', command: [command, ...length, ...(share ? ['--share'] : [])].join(' ') };
    return [{ says: [`Kept: ${settled} of ${count} answered.`], next: [resume] }];
  }
  const what = `${settled} of ${count} questions answered for ${files.partner.name}`;
  if (dryRun)
    return [{ says: wrapWords(`${what}. Nothing was written; the answers are kept as a draft.`, screen.width) }];
  const page = { word: 'Next', what: screening ? 'the verdict, alone' : 'the scorecard', command };
  const ownPart = { word: 'Next', what: 'your own part, alone', command: `${command} --internal` };
  return [
    {
      says: [doneLine(`Saved: ${what}.`, screen), dim(`  ${saved?.path ?? ''}`)],
      next: part === 'internal' ? [] : [...(share ? [page] : []), ...(screening ? [] : [ownPart])],
    },
  ];
}

function actionSteps({ ending, proposed, decided }: DecidedProposals, { wish, screen }: Told): readonly Step[] {
  const { id } = wish.files;
  if (ending === 'nothing proposed')
    return [{ says: ['No action is proposed: nothing is below its goal, or it is decided already.'] }];
  const waiting = (count: number): Step => ({
    says: [count === 1 ? '1 proposed action waits for a decision.' : `${count} proposed actions wait for a decision.`],
    next: [{ word: 'Decide', command: `cam scorecard capability ${id} --actions${wish.share ? ' --share' : ''}` }],
  });
  if (!decided) return [waiting(proposed)];
  const { accepted, dropped } = decided;
  const agreed = accepted.length === 1 ? '1 action agreed' : `${accepted.length} actions agreed`;
  const words = `${agreed}${dropped.length > 0 ? `, ${dropped.length} dropped` : ''}.`;
  const list = { word: 'Next', what: 'what is agreed', command: `cam actions ${id}` };
  const left = proposed - accepted.length - dropped.length;
  return [
    { says: [doneLine(words, screen)], next: accepted.length > 0 ? [list] : [] },
    ...(left > 0 ? [waiting(left)] : []),
  ];
}
