import { readAssumptions } from '../../app/assumptions.ts';
import type { Workspace } from '../../app/open-workspace.ts';
import { activePartnerIds } from '../../app/active-partners.ts';
import { partnerById } from '../../app/partner-pages.ts';
import { produceBatch, producePage, type PageRequest } from '../../app/produce.ts';
import { printPage } from '../../app/render-page.ts';
import { Failure } from '../../units/failure.ts';
import { batchOutcome } from '../batch-outcome.ts';
import { coloursOf } from '../colours.ts';
import { EXIT, type Command, type CommandLine } from '../command.ts';
import { editionOption, outFolder, partnerChoice, quarterOption, workspaceOf } from '../page-options.ts';
import { printBatch } from '../print-batch.ts';
import { writtenLines } from '../written-lines.ts';

/** `cam scorecard performance`: the page in the terminal and as a file, or files for every partner. */
export const run: Command = async (line) => {
  const { args, options, shared, effects, screen } = line;
  const workspace = await workspaceOf(line);
  const all = options['all'] === true;
  const chosen = partnerChoice(typeof args[0] === 'string' ? [args[0]] : [], all, workspace);
  const quarter = quarterOption(options);
  const assumed = assumedOf(line, workspace);
  // A page that tries something out is looked at; it becomes a file only where a format is asked for.
  const formats = pageFormats(shared.format ?? (assumed ? ['terminal'] : undefined));
  const request: PageRequest = {
    artifact: 'performance-scorecard',
    edition: editionOption(options),
    ...(quarter && { quarter }),
    ...(assumed && { assumed }),
    formats: formats.filter((format) => format !== 'terminal'),
    out: outFolder(workspace, line),
    force: shared.force,
    dryRun: shared.dryRun,
  };
  if (all) {
    const result = await produceBatch(workspace, chosen, { request, progress: effects.progress });
    const { locale, currency } = workspace.territory.config;
    const printing = {
      screen,
      locale,
      currency,
      out: request.out,
      currentFolder: effects.currentFolder,
      noun: 'scorecard',
      dryRun: shared.dryRun,
      retired: activePartnerIds(workspace).retired,
    };
    return {
      ...batchOutcome(result, request.artifact),
      text: printBatch(result, printing),
      exitCode: result.failed.length > 0 ? EXIT.someFailed : EXIT.done,
    };
  }
  const { document, ...page } = await producePage(workspace, partnerById(workspace, chosen[0]!), request);
  const outcome = batchOutcome({ pages: [page], failed: [] }, request.artifact);
  const printed = formats.includes('terminal') ? await printPage(document, screen) : '';
  return {
    ...outcome,
    exitCode: EXIT.done,
    text: `${printed}${writtenText(page.files, line)}`,
    data: {
      partner: page.partner,
      period: document.period.name,
      dates: document.dates,
      figures: plainFigures(document.figures),
    },
  };
};

function assumedOf({ options }: CommandLine, { territory }: Workspace): ReadonlyMap<string, number> | undefined {
  const typed = options['assume'];
  return typeof typed === 'string' ? readAssumptions(typed, territory.tiers) : undefined;
}

type Document = Awaited<ReturnType<typeof producePage>>['document'];

function plainFigures(figures: Document['figures']): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => {
      const { kind: _, ...rest } = value;
      const [plain] = value.kind === 'missing' || value.kind === 'none' ? [null] : Object.values(rest);
      return [name, plain ?? null];
    }),
  );
}

function writtenText(files: Parameters<typeof writtenLines>[0], line: CommandLine): string {
  const { dim } = coloursOf(line.screen);
  const reasons = `Reasons: cam why ${String(line.args[0])} pace`;
  return `${[...writtenLines(files, line), reasons].map(dim).join('\n')}\n`;
}

function pageFormats(typed: readonly string[] | undefined): (PageRequest['formats'][number] | 'terminal')[] {
  const formats = typed ?? ['terminal', 'html'];
  const other = formats.find((format) => !['terminal', 'html', 'md', 'json', 'xlsx'].includes(format));
  if (other !== undefined)
    throw new Failure(
      'usage',
      `This page cannot be written as ${other}.`,
      'It is written as terminal, html, md, json or xlsx.',
    );
  return formats as (PageRequest['formats'][number] | 'terminal')[];
}
