import { writeCalendar } from '../../../app/marketing-plan/write-calendar.ts';
import { partnerById } from '../../../app/pages/partner-pages.ts';
import { Failure } from '../../../units/failure.ts';
import type { FiscalQuarter } from '../../../units/fiscal-quarter.ts';
import type { Command, CommandLine, Outcome } from '../../command.ts';
import { dealsWithFunds, fundingFromLine } from './funding-from-line.ts';
import { guideMarketingPlan } from './marketing-plan-in-terminal.ts';
import { runPageCommand } from '../../page-command.ts';
import { quarterOption, workspaceOf } from '../../page-options.ts';
import { keptWarnings, writtenLines, writtenOf } from '../../print/written-lines.ts';

/**
 * `cam plan marketing`: the marketing plan of a quarter: talked over where that is wanted, then its page; with --ics its calendar too, with
 * --all every page. Or the funds of one of its campaigns are asked for, decided or claimed.
 */
export const run: Command = async (line) => {
  if (dealsWithFunds(line.options)) return fundingFromLine(line);
  const plannedQuarter = quarterOption(line.options);
  const guided = await guideMarketingPlan(line, plannedQuarter);
  if (guided && !guided.show) return guided.outcome;
  const page = await runPageCommand(line, await workspaceOf(line), {
    artifact: 'marketing-plan',
    noun: 'marketing plan',
    usual: ['terminal', 'html'],
    more: { ...(plannedQuarter && { plannedQuarter }) },
  });
  const others = [await calendar(line, plannedQuarter), guided?.outcome].filter((one) => one !== undefined);
  return {
    ...page,
    text: [page, ...others].map(({ text }) => text).join(''),
    files: [...others, page].flatMap(({ files = [] }) => files),
    warnings: [...others, page].flatMap(({ warnings = [] }) => warnings),
  };
};

/** The calendar file of --ics. */
async function calendar(
  line: CommandLine,
  quarter: FiscalQuarter | undefined,
): Promise<Pick<Outcome, 'text' | 'files' | 'warnings'> | undefined> {
  const { args, options, shared, effects } = line;
  if (typeof options['ics'] !== 'string') return undefined;
  if (typeof args[0] !== 'string')
    throw new Failure('usage', '--ics is for one partner, and --all is every partner.', 'Name the partner.');
  const workspace = await workspaceOf(line);
  const files = partnerById(workspace, args[0]);
  const { force, dryRun } = shared;
  const made = await writeCalendar(workspace, files, {
    ...{ typed: options['ics'], currentFolder: effects.currentFolder, quarter, force, dryRun },
  });
  return {
    text: `${writtenLines([made], line).join('\n')}\n`,
    files: writtenOf([made], dryRun).map(({ path }) => ({ path, kind: 'calendar', partner: files.id })),
    warnings: keptWarnings([made]),
  };
}
