import { ARTIFACTS, type ArtifactId } from '../artifacts/registry.ts';
import type { FileFormat, Format } from '../app/pages/render-page.ts';
import { activePartnerIds } from '../app/partners/active-partners.ts';
import type { Workspace } from '../app/territory/open-workspace.ts';
import { partnerById } from '../app/pages/partner-pages.ts';
import { produceBatch, producePage, type PageRequest, type ProducedPage } from '../app/pages/produce.ts';
import { printPage } from '../app/pages/render-page.ts';
import { Failure } from '../units/failure.ts';
import { batchOutcome } from './print/batch-outcome.ts';
import { coloursOf } from './print/colours.ts';
import { EXIT, type CommandLine, type Outcome } from './command.ts';
import { editionOption, outFolder, partnerChoice } from './page-options.ts';
import { printBatch } from './print/print-batch.ts';
import { writtenLines } from './print/written-lines.ts';

/** The page a command makes. */
export interface PageCommand {
  readonly artifact: PageRequest['artifact'];
  /** Words for one file: "scorecard". */
  readonly noun: string;
  /** Those written when none is asked for. */
  readonly usual: readonly Format[];
  /** With --all only these partners have such a page. */
  readonly only?: readonly string[];
  readonly more?: Partial<
    Pick<PageRequest, 'quarter' | 'since' | 'assumed' | 'edition' | 'scenario' | 'plannedQuarter'>
  >;
  /** What can be asked next about the page of a partner; printed under it. */
  readonly hint?: string;
}

/**
 * One partner's page in the terminal and as files, or with --all files for every partner.
 * @throws Failure (usage) for a format the page has not, and where no partner is named.
 */
export async function runPageCommand(line: CommandLine, workspace: Workspace, page: PageCommand): Promise<Outcome> {
  const { args, options, shared } = line;
  const all = options['all'] === true;
  const chosen = partnerChoice(typeof args[0] === 'string' ? [args[0]] : [], all, workspace);
  const formats = shared.format ? typedFormats(shared.format, ARTIFACTS[page.artifact].formats) : page.usual;
  const request: PageRequest = {
    artifact: page.artifact,
    edition: editionOption(options),
    ...page.more,
    formats: formats.filter((format) => format !== 'terminal'),
    out: outFolder(workspace, line),
    force: shared.force,
    dryRun: shared.dryRun,
  };
  const wanted = page.only ? chosen.filter((id) => page.only!.includes(id)) : chosen;
  if (all) return everyPage(workspace, wanted, { request, line, noun: page.noun });
  const { document, ...made } = await producePage(workspace, partnerById(workspace, chosen[0]!), request);
  const printed = formats.includes('terminal') ? await printPage(document, line.screen) : '';
  return {
    ...batchOutcome({ pages: [made], failed: [] }, request),
    exitCode: EXIT.done,
    text: `${printed}${writtenText(made.files, line, page.hint)}`,
    data: {
      partner: made.partner,
      period: document.period.name,
      dates: document.dates,
      figures: plainFigures(document.figures),
    },
  };
}

async function everyPage(
  workspace: Workspace,
  ids: readonly string[],
  { request, line, noun }: { readonly request: PageRequest; readonly line: CommandLine; readonly noun: string },
): Promise<Outcome> {
  const { effects, screen } = line;
  const result = await produceBatch(workspace, ids, { request, progress: effects.progress });
  const { locale, currency } = workspace.territory.config;
  const { retired } = activePartnerIds(workspace);
  const { out, dryRun } = request;
  const printing = { screen, locale, currency, out, currentFolder: effects.currentFolder, noun, dryRun, retired };
  return {
    ...batchOutcome(result, request),
    text: printBatch(result, printing),
    exitCode: result.failed.length > 0 ? EXIT.someFailed : EXIT.done,
  };
}

/** Figures as scripts get them: numbers, and null for what is unknown. */
export function plainFigures(figures: ProducedPage['document']['figures']): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => {
      const { kind: _, ...rest } = value;
      const [plain] = value.kind === 'missing' || value.kind === 'none' ? [null] : Object.values(rest);
      return [name, plain ?? null];
    }),
  );
}

function writtenText(files: ProducedPage['files'], line: CommandLine, hint: string | undefined): string {
  const { dim } = coloursOf(line.screen);
  const lines = [...writtenLines(files, line), ...(hint === undefined ? [] : [hint])];
  return lines.map((text) => `${dim(text)}\n`).join('');
}

/**
 * The formats that were typed.
 * @param what is written, as a sentence begins
 * @throws Failure (usage) for one it cannot be written in
 */
export function typedFormats<F extends Format>(
  typed: readonly string[],
  possible: readonly F[],
  what = 'This page',
): readonly F[] {
  const other = typed.find((format) => !possible.some((known) => known === format));
  if (other === undefined) return typed as readonly F[];
  const words = `${possible.slice(0, -1).join(', ')} or ${possible.at(-1)!}`;
  throw new Failure('usage', `${what} cannot be written as ${other}.`, `It is written as ${words}.`);
}

/**
 * The formats of a page that is only written to files; the first it has where none was typed.
 * @throws Failure (usage) for one it cannot be written in
 */
export function writableFormats(
  { shared }: Pick<CommandLine, 'shared'>,
  { artifact, what }: { readonly artifact: ArtifactId; readonly what: string },
): readonly FileFormat[] {
  const possible = ARTIFACTS[artifact].formats.filter((format) => format !== 'terminal');
  return shared.format ? typedFormats(shared.format, possible, what) : possible.slice(0, 1);
}
