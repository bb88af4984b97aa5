import { decideActions } from '../../../app/capability/action-interview.ts';
import { answerAssessment } from '../../../app/capability/assessment-interview.ts';
import { assessmentsSoFar, isHalfAnswered, type AssessmentWish } from '../../../app/capability/asked-assessment.ts';
import type { Ask } from '../../../app/interview/conversation.ts';
import type { Workspace } from '../../../app/territory/open-workspace.ts';
import { partnerById } from '../../../app/pages/partner-pages.ts';
import { singleLine } from '../../../units/clean-text.ts';
import { Failure } from '../../../units/failure.ts';
import { assessmentWords, type CameTo } from '../../print/assessment-words.ts';
import { EXIT, type CommandLine, type Outcome } from '../../command.ts';
import { workspaceOf } from '../../page-options.ts';
import { inputFiles } from '../../files-in-territory.ts';

/** What an interview in the terminal came to. */
export interface GuidedAssessment {
  readonly outcome: Outcome;
  /** The scorecard may be shown now: something was saved, and nobody else looks at the screen. */
  readonly show: boolean;
}

/**
 * Asks the questions of an assessment in the terminal, where that is wanted: with a flag that says so, without an assessment yet, or
 * with one that was left half way. Then the actions it proposes are talked over. Undefined where the scorecard is only to be shown.
 * @throws Failure (usage) when a flag wants it and there is no terminal, or the flags contradict each other
 */
export async function guideAssessment(line: CommandLine): Promise<GuidedAssessment | undefined> {
  const { args, options, shared, screen } = line;
  const elsewhere = ['all', 'answers', 'questionnaire'].some((name) => options[name] !== undefined);
  if (typeof args[0] !== 'string' || elsewhere) return undefined;
  const wanted = WISHES.filter((name) => options[name] === true);
  refuseContradictions(wanted, options['screening'] === true);
  if (!screen.interactive || shared.home !== undefined) {
    if (wanted.length === 0) return undefined;
    throw noTerminal(`--${wanted[0]}`, { id: args[0], onWorkbook: shared.home !== undefined });
  }
  const workspace = await workspaceOf(line);
  const wish = wishOf(workspace, line);
  const assessed = assessmentsSoFar(workspace, wish).length > 0;
  if (wanted.length === 0 && assessed && !(await isHalfAnswered(workspace, wish))) return undefined;
  const { onInterviewScreen } = await import('../../prompts/interview/ask-on-terminal.ts');
  const talk = (ask: Ask) => talkOver(workspace, { wish, actionsOnly: options['actions'] === true, ask });
  const cameTo = await onInterviewScreen({ screen, json: shared.json }, talk);
  return guided(cameTo, { wish, line, root: workspace.territory.root });
}

interface Talk {
  readonly wish: AssessmentWish;
  /** The answers stand; only what is proposed is talked over. */
  readonly actionsOnly: boolean;
  readonly ask: Ask;
}

async function talkOver(workspace: Workspace, { wish, actionsOnly, ask }: Talk): Promise<CameTo> {
  if (actionsOnly) return { actions: await decideActions(workspace, wish, ask) };
  const answered = await answerAssessment(workspace, wish, ask);
  const hasActions = wish.part === 'partner' && !wish.screening;
  if (answered.ending !== 'finished' || !hasActions || wish.dryRun) return { answered };
  return { answered, actions: await decideActions(workspace, wish, ask) };
}

const WISHES = ['quick', 'full', 'share', 'internal', 'edit', 'actions'] as const;

function refuseContradictions(wanted: readonly (typeof WISHES)[number][], screening: boolean): void {
  const other = screening && wanted.find((name) => name !== 'share' && name !== 'edit');
  if (other) throw new Failure('usage', `--screening and --${other}: the screening is a form of its own.`);

  const both = (one: (typeof WISHES)[number], other: (typeof WISHES)[number], why: string): void => {
    if (wanted.includes(one) && wanted.includes(other)) throw new Failure('usage', `--${one} and --${other}: ${why}`);
  };
  both('quick', 'full', 'choose one length.');
  both('share', 'internal', 'your own part is never answered on a shared screen.');
  both('internal', 'actions', 'your own part proposes no action.');
}

function noTerminal(flag: string, { id, onWorkbook }: { readonly id: string; readonly onWorkbook: boolean }): Failure {
  if (onWorkbook)
    return new Failure(
      'usage',
      `${flag} asks questions, and a workbook is only read.`,
      'Make a territory of it: cam init DIR --from WORKBOOK',
    );
  const remedy = `Give the answers in a file: cam scorecard capability ${singleLine(id)} --answers FILE`;
  return new Failure('usage', `${flag} asks questions, and there is no terminal to ask in.`, remedy);
}

function wishOf(workspace: Workspace, { args, options, shared, effects }: CommandLine): AssessmentWish {
  const people = typeof options['with'] === 'string' ? options['with'].split(',').map(singleLine) : [];
  const length = options['full'] === true ? 'full' : options['quick'] === true ? 'quick' : undefined;
  return {
    files: partnerById(workspace, String(args[0])),
    form: length,
    part: options['internal'] === true ? 'internal' : 'partner',
    screening: options['screening'] === true,
    share: options['share'] === true,
    tookPart: people.filter((name) => name !== ''),
    today: effects.today,
    dryRun: shared.dryRun,
  };
}

interface Telling {
  readonly wish: AssessmentWish;
  readonly line: CommandLine;
  /** Of the territory, absolute. */
  readonly root: string;
}

function guided(cameTo: CameTo, { wish, line, root }: Telling): GuidedAssessment {
  const { answered, actions } = cameTo;
  const partner = wish.files.id;
  const endings = [answered?.ending, actions?.ending];
  const written = wish.dryRun ? [] : [answered?.saved?.path, actions?.decided?.path];
  const paths = written.filter((path) => path !== undefined);
  const { accepted = [], dropped = [] } = actions?.decided ?? {};
  return {
    outcome: {
      exitCode: endings.includes('interrupted') ? EXIT.interrupted : EXIT.done,
      text: assessmentWords(cameTo, { wish, screen: line.screen }),
      data: {
        partner,
        part: wish.part,
        ending: answered?.ending ?? null,
        form: answered?.form ?? null,
        answered: answered?.settled ?? null,
        questions: answered?.count ?? null,
        actions: { accepted, dropped },
      },
      files: inputFiles(root, paths),
    },
    show: !wish.share && !wish.dryRun && endings.every((ending) => ending !== 'left' && ending !== 'interrupted'),
  };
}
