import { actionList, type PartnerActions } from '../../app/actions/action-list.ts';
import { partnerById } from '../../app/pages/partner-pages.ts';
import { actionsMarkdown } from '../../app/actions/actions-markdown.ts';
import { printActions } from '../print/print-actions.ts';
import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { EXIT, type Command, type CommandLine, type Outcome } from '../command.ts';
import { workspaceOf } from '../page-options.ts';
import { changesOf, changeFromLine } from './change-actions.ts';

/** `cam actions`: what is open on both sides, by partner, overdue first; with its flags something is closed, moved, added or accepted. */
export const run: Command = async (line) => (changesOf(line) ? changeFromLine(line) : listFromLine(line));

async function listFromLine(line: CommandLine): Promise<Outcome> {
  const { args, shared, screen } = line;
  const workspace = await workspaceOf(line);
  const { territory, asOf } = workspace;
  const only = args[0] === undefined ? undefined : [partnerById(workspace, String(args[0])).id];
  const partners = actionList(territory, { on: asOf, ...(only && { only }) });
  const { locale, vendor } = territory.config;
  const options = { locale, asOf, vendor: vendor.short_name ?? vendor.name, single: only !== undefined };
  return {
    exitCode: EXIT.done,
    text: shared.format?.includes('md')
      ? actionsMarkdown(partners, options)
      : printActions(partners, { ...options, isWorkbook: shared.home !== undefined, screen }),
    data: { asOf, partners: partners.filter(hasAnything).map(dataOf) },
  };
}

function hasAnything({ open, proposals }: PartnerActions): boolean {
  return open.length > 0 || proposals.length > 0;
}

function dataOf({ id, name, open, proposals }: PartnerActions) {
  return {
    id,
    name,
    open: open.map((line) => ({
      id: line.id,
      kind: line.kind,
      side: line.side ?? null,
      what: line.what,
      owner: line.owner ?? null,
      due: line.due ?? null,
      daysLate: line.daysLate ?? null,
      topic: line.topic ?? null,
      resource: line.resource ?? null,
      made: line.made ? formatFiscalQuarter(line.made) : null,
    })),
    proposals: proposals.map((proposal) => ({ ...proposal, resource: proposal.resource ?? null })),
  };
}
