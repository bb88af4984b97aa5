import { changesIn, type Change } from './changes.ts';
import { answersThatApply, applicable, type Interview } from './interview.ts';
import type { KeyHint } from './key-hint.ts';
import { progressOf, sections, type Progress, type Section } from './moves.ts';
import { viewOfQuestion, type QuestionView } from './view-question.ts';

/** What to draw of an interview: words and their roles, no colours and no widths. */
export type View = ScreenView | EndView;
export type ScreenView = QuestionView | ListView | SummaryView;

/** The list of sections to jump to. */
export interface ListView {
  readonly stage: 'jumping';
  readonly sections: readonly Section[];
  readonly active: number;
  /** The line behind the sections. */
  readonly toSummary: string;
  readonly progress: Progress;
  readonly keys: readonly KeyHint[];
}

/** What was said, before it is saved. */
export interface SummaryView {
  readonly stage: 'checking';
  readonly changes: readonly Change[];
  /** Changes scrolled past. */
  readonly from: number;
  readonly title: string;
  readonly answered: number;
  readonly skipped: number;
  readonly notApplicable: number;
  /** Questions that were not reached. */
  readonly open: number;
  readonly notice: string | undefined;
  readonly keys: readonly KeyHint[];
}

/** Nothing more is asked. */
export interface EndView {
  readonly stage: 'over';
}

/** What stands on the screen now. */
export function view(interview: Interview): View {
  switch (interview.stage) {
    case 'asking':
      return viewOfQuestion(interview);
    case 'jumping':
      return viewOfList(interview);
    case 'checking':
      return viewOfSummary(interview);
    default:
      return { stage: 'over' };
  }
}

function viewOfList(interview: Interview): ListView {
  const found = sections(interview);
  return {
    stage: 'jumping',
    sections: found,
    active: interview.active,
    toSummary: 'Summary and save',
    progress: progressOf(interview),
    keys: [
      { keys: found.length + 1 > 9 ? '1–9' : `1–${found.length + 1}`, does: 'go there' },
      { keys: '↑↓', does: 'move', minor: true },
      { keys: 'b', does: 'back' },
      { keys: 'q', does: 'save and quit' },
    ],
  };
}

function viewOfSummary(interview: Interview): SummaryView {
  const answers = [...answersThatApply(interview).values()];
  const left = (how: 'skipped' | 'not-applicable') => answers.filter((one) => 'left' in one && one.left === how).length;
  const [skipped, notApplicable] = [left('skipped'), left('not-applicable')];
  const changes = changesIn(interview);
  return {
    stage: 'checking',
    changes,
    title: summaryTitle(interview, changes.length),
    from: interview.active,
    answered: answers.length - skipped - notApplicable,
    skipped,
    notApplicable,
    open: applicable(interview.script, interview.answers).length - answers.length,
    notice: interview.notice,
    keys: [
      { keys: 'Enter', does: 'save' },
      { keys: 'b', does: 'back' },
      { keys: 'g', does: 'jump' },
      { keys: '↑↓', does: 'scroll', minor: true },
      { keys: 'q', does: 'quit, answers kept' },
    ],
  };
}

function summaryTitle({ script, answers }: Interview, count: number): string {
  if (script.previousAre === 'proposed') return 'Decided';
  if (script.previous.size === 0) return answers.size === 0 ? 'Nothing was answered.' : 'What was said';
  return count === 0 ? 'Nothing changed since last time.' : `${count} changed since last time`;
}
