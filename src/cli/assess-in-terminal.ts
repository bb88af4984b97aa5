import { answerAssessment, type AnsweredAssessment } from '../app/capability/assessment-interview.ts';
import { assessmentsSoFar, isHalfAnswered, type AssessmentWish } from '../app/capability/asked-assessment.ts';
import type { Workspace } from '../app/open-workspace.ts';
import { partnerById } from '../app/partner-pages.ts';
import { singleLine } from '../units/clean-text.ts';
import { Failure } from '../units/failure.ts';
import { coloursOf } from './colours.ts';
import { EXIT, type CommandLine, type Outcome } from './command.ts';
import { workspaceOf } from './page-options.ts';

/** What an interview in the terminal came to. */
export interface GuidedAssessment {
  readonly outcome: Outcome;
  /** The scorecard may be shown now: it was finished, and nobody else looks at the screen. */
  readonly show: boolean;
}

/**
 * Asks the questions of an assessment in the terminal, where that is wanted: with a flag that says so, without an assessment yet, or
 * with one that was left half way. Undefined where the scorecard is only to be shown.
 * @throws Failure (usage) when a flag wants it and there is no terminal, or the flags contradict each other
 */
export async function guideAssessment(line: CommandLine): Promise<GuidedAssessment | undefined> {
  const { args, options, shared, screen } = line;
  const elsewhere = ['all', 'answers', 'questionnaire'].some((name) => options[name] !== undefined);
  if (typeof args[0] !== 'string' || elsewhere) return undefined;
  const wanted = WISHES.filter((name) => options[name] === true);
  refuseContradictions(wanted);
  if (!screen.interactive || shared.home !== undefined) {
    if (wanted.length === 0) return undefined;
    throw noTerminal(`--${wanted[0]}`, { id: args[0], onWorkbook: shared.home !== undefined });
  }
  const workspace = await workspaceOf(line);
  const wish = wishOf(workspace, line);
  if (
    wanted.length === 0 &&
    assessmentsSoFar(workspace, wish.files).length > 0 &&
    !(await isHalfAnswered(workspace, wish))
  )
    return undefined;
  const { onInterviewScreen } = await import('./prompts/interview/ask-on-terminal.ts');
  const answered = await onInterviewScreen({ screen, json: shared.json }, (ask) =>
    answerAssessment(workspace, wish, ask),
  );
  return {
    outcome: outcomeOf(answered, { line, wish, root: workspace.territory.root }),
    show: isShown(answered, wish),
  };
}

const WISHES = ['quick', 'full', 'share', 'internal', 'edit'] as const;

function refuseContradictions(wanted: readonly (typeof WISHES)[number][]): void {
  const both = (one: (typeof WISHES)[number], other: (typeof WISHES)[number], why: string): void => {
    if (wanted.includes(one) && wanted.includes(other)) throw new Failure('usage', `--${one} and --${other}: ${why}`);
  };
  both('quick', 'full', 'choose one length.');
  both('share', 'internal', 'your own part is never answered on a shared screen.');
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
    share: options['share'] === true,
    tookPart: people.filter((name) => name !== ''),
    today: effects.today,
    dryRun: shared.dryRun,
  };
}

function isShown({ ending }: AnsweredAssessment, { share }: AssessmentWish): boolean {
  return ending === 'finished' && !share;
}

interface Telling {
  readonly line: CommandLine;
  readonly wish: AssessmentWish;
  /** Of the territory, absolute. */
  readonly root: string;
}

function outcomeOf(answered: AnsweredAssessment, { line, wish, root }: Telling): Outcome {
  const { ending, saved, settled, count, form } = answered;
  const { id } = wish.files;
  return {
    exitCode: ending === 'interrupted' ? EXIT.interrupted : EXIT.done,
    text:
      ending === 'finished' ? savedWords(answered, { line, wish, root }) : resumeWords(answered, { line, wish, root }),
    data: {
      partner: id,
      part: wish.part,
      form,
      answered: settled,
      questions: count,
      ending,
      path: saved?.path ?? null,
    },
    files: saved && !wish.dryRun ? [{ path: `${root}/${saved.path}`, kind: 'input', partner: id }] : [],
  };
}

function savedWords({ saved, settled, count }: AnsweredAssessment, { line, wish }: Telling): string {
  const { green, dim, bold, cyan } = coloursOf(line.screen);
  const { part, share, dryRun, files } = wish;
  const what = `${settled} of ${count} questions answered for ${files.partner.name}`;
  if (dryRun) return `${what}. Nothing was written; the answers are kept as a draft.\n`;
  const page = { words: 'the scorecard', command: `cam scorecard capability ${files.id}` };
  const ownPart = { words: 'your own part, alone', command: `cam scorecard capability ${files.id} --internal` };
  const next = part === 'internal' ? [] : share ? [page, ownPart] : [ownPart];
  return [
    `${green(line.screen.unicode ? '✓' : 'ok')} Saved: ${what}.`,
    dim(`  ${saved?.path ?? ''}`),
    ...next.flatMap(({ words, command }) => [`${bold('Next')}  ${words}:`, `  ${cyan(command)}`]),
    '',
  ].join('\n');
}

function resumeWords({ settled, count, form }: AnsweredAssessment, { line, wish }: Telling): string {
  const { bold, cyan } = coloursOf(line.screen);
  const { files, part, share } = wish;
  const flags = [part === 'internal' ? '--internal' : `--${form}`, ...(share ? ['--share'] : [])].join(' ');
  return `Kept: ${settled} of ${count} answered.\n${bold('Resume')}  ${cyan(`cam scorecard capability ${files.id} ${flags}`)}\n`;
}
