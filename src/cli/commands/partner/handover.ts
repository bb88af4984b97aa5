import { writableFormats } from '../../page-command.ts';
import { activePartnerIds } from '../../../app/partners/active-partners.ts';
import { handoverPack } from '../../../app/pages/handover-pack.ts';
import type { Workspace } from '../../../app/territory/open-workspace.ts';
import { partnerById } from '../../../app/pages/partner-pages.ts';
import { producePage, type PageRequest } from '../../../app/pages/produce.ts';
import { singleLine } from '../../../units/clean-text.ts';
import { Failure } from '../../../units/failure.ts';
import { batchOutcome } from '../../print/batch-outcome.ts';
import { doneLine } from '../../print/change-text.ts';
import { coloursOf } from '../../print/colours.ts';
import { EXIT, type Command, type CommandLine, type Outcome } from '../../command.ts';
import { outFolder, partnerChoice, workspaceOf } from '../../page-options.ts';
import { keptWarnings, writtenLines, writtenOf } from '../../print/written-lines.ts';
import { printBatch } from '../../print/print-batch.ts';

const LONGEST_NAME = 100;

/** `cam partner handover`: one page a partner for the colleague who takes over. */
export const run: Command = async (line) => {
  const { args, options, shared } = line;
  const colleague = colleagueOption(options['to']);
  const formats = writableFormats(line, { artifact: 'handover', what: 'A handover page' });
  const workspace = await workspaceOf(line);
  const all = options['all'] === true;
  const chosen = partnerChoice(typeof args[0] === 'string' ? [args[0]] : [], all, workspace);
  const request: PageRequest = {
    artifact: 'handover',
    edition: 'internal',
    formats,
    out: outFolder(workspace, line),
    force: shared.force,
    dryRun: shared.dryRun,
    ...(colleague !== undefined && { colleague }),
  };
  return all
    ? handOverAll(workspace, chosen, { request, line })
    : handOverOne(workspace, chosen[0]!, { request, line });
};

interface Asked {
  readonly request: PageRequest;
  readonly line: CommandLine;
}

async function handOverAll(workspace: Workspace, ids: readonly string[], { request, line }: Asked): Promise<Outcome> {
  const { shared, effects, screen } = line;
  const pack = await handoverPack(workspace, ids, { request, progress: effects.progress });
  const { locale, currency } = workspace.territory.config;
  const { retired } = activePartnerIds(workspace);
  const { currentFolder } = effects;
  const printing = {
    screen,
    locale,
    currency,
    out: request.out,
    currentFolder,
    noun: 'page',
    dryRun: shared.dryRun,
    retired,
  };
  const outcome = batchOutcome(pack, request);
  const listed = writtenOf(pack.list, shared.dryRun).map(({ path }) => ({ path, kind: request.artifact }));
  return {
    ...outcome,
    files: [...(outcome.files ?? []), ...listed],
    warnings: [...(outcome.warnings ?? []), ...keptWarnings(pack.list)],
    text: `${printBatch(pack, printing)}${writtenText(pack.list, line)}`,
    exitCode: pack.failed.length > 0 ? EXIT.someFailed : EXIT.done,
  };
}

async function handOverOne(workspace: Workspace, id: string, { request, line }: Asked): Promise<Outcome> {
  const { document: _, ...page } = await producePage(workspace, partnerById(workspace, id), request);
  const to = request.colleague === undefined ? '' : ` for ${request.colleague}`;
  return {
    ...batchOutcome({ pages: [page], failed: [] }, request),
    text: `${doneLine(`${page.name}: the page${to}, without private notes.`, line.screen)}\n${writtenText(page.files, line)}`,
    exitCode: EXIT.done,
  };
}

function writtenText(files: Parameters<typeof writtenLines>[0], line: CommandLine): string {
  const { dim } = coloursOf(line.screen);
  return writtenLines(files, line)
    .map((text) => `${dim(text)}\n`)
    .join('');
}

function colleagueOption(typed: unknown): string | undefined {
  if (typed === undefined) return undefined;
  const name = singleLine(String(typed));
  if (name !== '' && name.length <= LONGEST_NAME) return name;
  throw new Failure(
    'usage',
    `--to is a name of 1 to ${LONGEST_NAME} characters.`,
    'cam partner handover bluefjord --to "Jonas Weber"',
  );
}
