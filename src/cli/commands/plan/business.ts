import type { ScenarioName } from '../../../schema/business-plan.ts';
import { Failure } from '../../../units/failure.ts';
import type { Command, CommandLine } from '../../command.ts';
import { runPageCommand } from '../../page-command.ts';
import { workspaceOf } from '../../page-options.ts';
import { guidePlan } from './business-plan-in-terminal.ts';

const SCENARIOS = ['conservative', 'base', 'stretch'] as const;

/** `cam plan business`: the partner's own profit over 36 months: talked over where that is wanted, then its page; with --all every page. */
export const run: Command = async (line) => {
  const scenario = scenarioOption(line.options);
  const guided = await guidePlan(line);
  if (guided && !guided.show) return guided.outcome;
  const page = await runPageCommand(line, await workspaceOf(line), {
    artifact: 'business-plan',
    noun: 'business plan',
    usual: ['terminal', 'html'],
    more: { ...(scenario && { scenario }) },
  });
  if (!guided) return page;
  const { text, files = [] } = guided.outcome;
  return { ...page, text: `${page.text}${text}`, files: [...files, ...(page.files ?? [])] };
};

/** @throws Failure (usage) for a case that a plan has not */
function scenarioOption({ scenario: typed }: CommandLine['options']): ScenarioName | undefined {
  if (typed === undefined) return undefined;
  const found = SCENARIOS.find((name) => name === typed);
  if (!found)
    throw new Failure('usage', `"${String(typed)}" is no case of a plan.`, 'It is conservative, base or stretch.');
  return found;
}
