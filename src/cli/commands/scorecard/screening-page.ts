import type { Workspace } from '../../../app/territory/open-workspace.ts';
import { partnerById } from '../../../app/pages/partner-pages.ts';
import { assessmentsSoFar } from '../../../app/capability/asked-assessment.ts';
import { Failure } from '../../../units/failure.ts';
import type { CommandLine, Outcome } from '../../command.ts';
import { runPageCommand } from '../../page-command.ts';
import { partnerChoice } from '../../page-options.ts';

/**
 * The page of a partner's newest screening. It has no partner edition.
 * @throws Failure (usage) where nothing is screened yet, or another edition is asked for
 */
export async function screeningPage(line: CommandLine, workspace: Workspace): Promise<Outcome> {
  const { args, options } = line;
  const [id] = partnerChoice(typeof args[0] === 'string' ? [args[0]] : [], false, workspace);
  const files = partnerById(workspace, id!);
  if (options['edition'] === 'partner')
    throw new Failure('usage', 'The verdict of a screening is for you alone: it has no partner edition.');
  if (assessmentsSoFar(workspace, { files, screening: true }).length === 0) {
    const remedy = `Answer together in a terminal: cam scorecard capability ${id} --screening, or give the answers in a file: --answers FILE`;
    throw new Failure('usage', `${files.partner.name} has not been screened up to ${workspace.asOf}.`, remedy);
  }
  return runPageCommand(line, workspace, {
    artifact: 'screening',
    noun: 'screening',
    usual: ['terminal', 'html'],
    more: { edition: 'internal' },
  });
}
