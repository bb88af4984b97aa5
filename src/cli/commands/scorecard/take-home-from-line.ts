import { relative, resolve } from 'node:path';
import { takeHomeQuestionnaire, type TakenHome } from '../../../app/capability/take-home-questionnaire.ts';
import { partnerById } from '../../../app/pages/partner-pages.ts';
import type { Workspace } from '../../../app/territory/open-workspace.ts';
import { Failure } from '../../../units/failure.ts';
import { formatDate } from '../../../units/format.ts';
import { coloursOf } from '../../print/colours.ts';
import { EXIT, type CommandLine, type Outcome } from '../../command.ts';
import { workspaceOf } from '../../page-options.ts';
import { wrapWords } from '../../print/wrap-words.ts';
import { inputFiles } from '../../files-in-territory.ts';
import { typedCommand } from '../../print/typed-command.ts';

/** `--questionnaire FILE.xlsx`: written for the partner where no file is, read and saved where it came back. */
export async function takeHomeFromLine(line: CommandLine): Promise<Outcome> {
  const { args, options, shared, effects } = line;
  const typed = String(options['questionnaire']);
  const example = 'For example: cam scorecard capability larkmoor-managed-services --questionnaire larkmoor.xlsx';
  if (args[0] === undefined) throw new Failure('usage', 'A questionnaire is for one partner.', example);
  if (!/\.xlsx$/i.test(typed))
    throw new Failure('usage', `"${typed}" is no Excel workbook.`, 'Its name ends in .xlsx.');
  if (shared.home !== undefined) {
    const remedy = 'Make a territory of it: cam init DIR --from WORKBOOK';
    throw new Failure('usage', 'A questionnaire is saved where the partner is, and a workbook is only read.', remedy);
  }
  const workspace = await workspaceOf(line);
  const files = partnerById(workspace, String(args[0]));
  const path = resolve(effects.currentFolder, typed);
  const form = options['quick'] === true ? 'quick' : 'full';
  const request = { files, path, form, force: shared.force, dryRun: shared.dryRun } as const;
  const taken = await takeHomeQuestionnaire(workspace, request);
  const shown = { line, name: files.partner.name, id: files.id, file: relative(effects.currentFolder, path) || path };
  return taken.did === 'written' ? writtenOutcome(taken, path, shown) : readOutcome(taken, workspace, shown);
}

interface Shown {
  readonly line: CommandLine;
  readonly name: string;
  readonly id: string;
  readonly file: string;
}

function writtenOutcome(
  { questions, form }: Extract<TakenHome, { did: 'written' }>,
  path: string,
  { line: { shared, screen }, name, id, file }: Shown,
): Outcome {
  const { green, dim, cyan, bold } = coloursOf(screen);
  const sign = green(screen.unicode ? '✓' : 'ok');
  const head = shared.dryRun
    ? `An empty questionnaire for ${name} would be written: ${file}. Nothing was written.`
    : `${sign} Written, for ${name} to fill in: ${bold(file)}`;
  const text = [
    head,
    ...wrapWords(
      `${questions} questions, ${form} form. Nothing internal, no score and no earlier answer is in it.`,
      screen.width - 2,
    ).map((words) => dim(`  ${words}`)),
    '',
    `${bold('Next')}  send it; when it comes back: ${cyan(typedCommand(`cam scorecard capability ${id} --questionnaire ${file}`, screen))}`,
  ];
  return {
    exitCode: EXIT.done,
    text: `${text.join('\n')}\n`,
    data: { partner: id, did: 'written', form, questions },
    files: shared.dryRun ? [] : [{ path, kind: 'questionnaire', partner: id }],
  };
}

function readOutcome(
  taken: Extract<TakenHome, { did: 'read' }>,
  { territory: { root, config } }: Workspace,
  shown: Shown,
): Outcome {
  const { answered, questions, form, answers, saved } = taken;
  const { line, id } = shown;
  const data = {
    partner: id,
    did: 'read',
    form,
    questions,
    answered,
    problems: answers.problems,
    path: saved?.path ?? null,
  };
  if (!saved) return problemsOutcome(answers.problems, data, line);
  const { green, dim, cyan, bold } = coloursOf(line.screen);
  const day = formatDate(saved.assessment.date, config.locale).replaceAll('\u00a0', ' ');
  const count = `${answered} of ${questions} questions answered by ${shown.name}, ${day}`;
  const warning = changedWords(taken);
  const sign = line.shared.dryRun ? '' : `${green(line.screen.unicode ? '✓' : 'ok')} `;
  const text = [
    `${sign}${line.shared.dryRun ? 'Would be read' : 'Read and saved'}: ${count}.`,
    dim(`  ${saved.path}`),
    ...warning.map((words) => `  ${words}`),
    '',
    `${bold('Next')}  ${cyan(typedCommand(`cam actions ${id}`, line.screen))}   ${dim('what to do about the largest gaps')}`,
  ];
  return {
    exitCode: EXIT.done,
    text: `${text.join('\n')}\n`,
    data,
    files: line.shared.dryRun ? [] : inputFiles(root, [saved.path]),
    warnings: warning.map((message) => ({ where: shown.file, message })),
  };
}

/** What of the workbook no longer fits the questionnaire in use. */
function changedWords({ answers, isChanged }: Extract<TakenHome, { did: 'read' }>): readonly string[] {
  const lost = answers.notAsked;
  if (lost === 0) return [];
  const count = lost === 1 ? '1 question is' : `${lost} questions are`;
  const why = isChanged
    ? 'the questionnaire has changed since it was written'
    : 'rows were taken out or their words changed';
  return [`${count} not in the workbook: ${why}.`];
}

/** Every cell that was not understood, a line each; nothing was saved. */
function problemsOutcome(
  problems: readonly { readonly where: string; readonly why: string }[],
  data: unknown,
  { screen }: CommandLine,
): Outcome {
  const { red, bold, dim } = coloursOf(screen);
  const lines = problems.map(({ where, why }) => `${red(where)}: ${why}.`);
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const closing = dim(`Nothing was saved. Exit code ${EXIT.dataNeedsFixing}.`);
  return {
    exitCode: EXIT.dataNeedsFixing,
    text: `\n${lines.join('\n')}\n\n${bold(`${count} in the questionnaire.`)}  ${closing}\n`,
    data,
    warnings: problems.map(({ where, why }) => ({ where, message: why })),
  };
}
