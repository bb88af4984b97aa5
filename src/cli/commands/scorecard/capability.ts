import { portfolioScores } from '../../../app/capability/portfolio-scores.ts';
import { takeAnswers } from '../../../app/capability/take-answers.ts';
import type { Workspace } from '../../../app/territory/open-workspace.ts';
import { partnerById } from '../../../app/pages/partner-pages.ts';
import { Failure } from '../../../units/failure.ts';
import { guideAssessment } from './assess-in-terminal.ts';
import { capabilityHeatMap } from '../../print/capability-heat-map.ts';
import { EXIT, type Command, type CommandLine, type Outcome } from '../../command.ts';
import { runPageCommand, type PageCommand } from '../../page-command.ts';
import { partnerChoice, workspaceOf } from '../../page-options.ts';
import { screeningPage } from './screening-page.ts';
import { territoryProblems } from '../../print/territory-problems.ts';
import { takeHomeFromLine } from './take-home-from-line.ts';
import { inputFiles } from '../../files-in-territory.ts';
import { typedCommand } from '../../print/typed-command.ts';

const PAGE: PageCommand = {
  artifact: 'capability-scorecard',
  noun: 'scorecard',
  usual: ['terminal', 'html'],
};

/** `cam scorecard capability`: the interview where one is wanted, then the page; with --all the portfolio and every page. */
export const run: Command = async (line) => {
  if (line.options['questionnaire'] !== undefined) return takeHomeFromLine(line);
  const guided = await guideAssessment(line);
  if (guided && !guided.show) return guided.outcome;
  const wantsScreening = line.options['screening'] === true;
  if (line.options['all'] === true) {
    if (wantsScreening) throw new Failure('usage', 'A screening is of one company.', 'Name it, without --all.');
    return everyScorecard(line, await workspaceOf(line));
  }
  const answered = guided ? undefined : await answeredInFile(line);
  const before = guided?.outcome ?? answered?.outcome;
  if (before && before.exitCode !== 0) return before;
  const isScreening = answered?.isScreening ?? wantsScreening;
  const workspace = await workspaceOf(line);
  return withPage(before, await (isScreening ? screeningPage : onePage)(line, workspace));
};

/** A page with what was said before it. */
function withPage(before: Outcome | undefined, page: Outcome): Outcome {
  if (!before) return page;
  return { ...page, text: `${page.text}${before.text}`, files: [...(before.files ?? []), ...(page.files ?? [])] };
}

async function onePage(line: CommandLine, workspace: Workspace): Promise<Outcome> {
  const [id] = partnerChoice(typeof line.args[0] === 'string' ? [line.args[0]] : [], false, workspace);
  const { partner, assessments = [] } = partnerById(workspace, id!);
  const day = workspace.asOf;
  if (
    !assessments.some(
      ({ date, questionnaire }) => date <= day && questionnaire === workspace.territory.questionnaire.id,
    )
  ) {
    const remedy = `Answer together in a terminal: cam scorecard capability ${id} --quick, or give the answers in a file: --answers FILE`;
    throw new Failure('usage', `${partner.name} has no assessment up to ${day}.`, remedy);
  }
  return runPageCommand(line, workspace, {
    ...PAGE,
    hint: `Reasons: ${typedCommand(`cam why ${id} score`, line.screen)}`,
  });
}

/** The answers of --answers, saved, and whether they are of a screening; undefined without the flag. */
async function answeredInFile(
  line: CommandLine,
): Promise<{ readonly outcome: Outcome; readonly isScreening: boolean } | undefined> {
  const { args, options, shared, effects, screen } = line;
  const typed = options['answers'];
  if (typeof typed !== 'string') return undefined;
  if (shared.home !== undefined) {
    const remedy = 'Make a territory of it: cam init DIR --from WORKBOOK';
    throw new Failure('usage', '--answers saves an assessment, and a workbook is only read.', remedy);
  }
  const { territory, ...workspace } = await workspaceOf(line);
  const files = partnerById({ territory, ...workspace }, String(args[0]));
  const given = { typed, currentFolder: effects.currentFolder, dryRun: shared.dryRun };
  const { problems, saved } = await takeAnswers(territory, files, given);
  if (!saved) {
    const refused = territoryProblems(problems, screen, { whose: typed, undone: 'Nothing was saved.' });
    return { outcome: refused, isScreening: false };
  }
  const isScreening = saved.assessment.questionnaire !== territory.questionnaire.id;
  const verb = shared.dryRun ? 'Would save' : 'Saved';
  const written = shared.dryRun ? [] : inputFiles(territory.root, [saved.path]);
  return { outcome: { exitCode: EXIT.done, text: `${verb} ${saved.path}\n`, files: written }, isScreening };
}

async function everyScorecard(line: CommandLine, workspace: Workspace): Promise<Outcome> {
  const ids = partnerChoice([], true, workspace);
  const scores = portfolioScores(workspace, ids);
  const assessed = scores.rows.filter(({ scores: own }) => own.at(-1)?.score !== undefined).map(({ id }) => id);
  const pages = await runPageCommand(line, workspace, { ...PAGE, only: assessed });
  const without = scores.rows.filter(({ id }) => !assessed.includes(id)).map(({ id }) => id);
  const missing = without.length > 0 ? `No assessment yet: ${without.join(', ')}\n` : '';
  return {
    ...pages,
    text: `${capabilityHeatMap(scores, line.screen)}${pages.text}${missing}`,
    data: { ...(pages.data as object), portfolio: scores },
  };
}
