import type { Command } from '../command.ts';
import { runPageCommand } from '../page-command.ts';
import { workspaceOf } from '../page-options.ts';
import { guidePlan } from '../plan-in-terminal.ts';

/** `cam plan business`: the partner's own profit over 36 months: talked over where that is wanted, then its page; with --all every page. */
export const run: Command = async (line) => {
  const guided = await guidePlan(line);
  if (guided && !guided.show) return guided.outcome;
  const page = await runPageCommand(line, await workspaceOf(line), {
    artifact: 'business-plan',
    noun: 'business plan',
    formats: ['terminal', 'html', 'md', 'json', 'xlsx'],
    usual: ['terminal', 'html'],
  });
  if (!guided) return page;
  const { text, files = [] } = guided.outcome;
  return { ...page, text: `${page.text}${text}`, files: [...files, ...(page.files ?? [])] };
};
