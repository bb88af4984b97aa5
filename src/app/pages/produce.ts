import type { ArtifactId } from '../../artifacts/registry.ts';
import type { OpenInput } from '../../artifacts/qbr/index.ts';
import type { Document, Edition } from '../../document/document.ts';
import type { Attention } from '../../domain/attention.ts';
import type { PartnerFiles } from '../../schema/territory.ts';
import { Failure } from '../../units/failure.ts';
import type { FiscalQuarter } from '../../units/fiscal-quarter.ts';
import type { ScenarioName } from '../../schema/business-plan.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import type { MakeDeck } from './deck-thread.ts';
import type { Workspace } from '../territory/open-workspace.ts';
import { pageDocument } from './page-document.ts';
import { artifactInput } from './partner-pages.ts';
import type { FileFormat } from './render-page.ts';
import { writePage, type WrittenPage } from './write-page.ts';
import { settleInOrder } from './settle-in-order.ts';

/** What to make of one partner. */
export interface PageRequest {
  readonly artifact: ArtifactId;
  readonly edition: Edition;
  readonly quarter?: FiscalQuarter;
  /** What moved is counted from the newest export up to this day. */
  readonly since?: PlainDate;
  /** What is tried out: `bookings=600000`. */
  readonly assumed?: ReadonlyMap<string, number>;
  /** The case of a plan that is looked at beside its base. */
  readonly scenario?: ScenarioName;
  /** The quarter of a marketing plan, which may lie ahead. */
  readonly plannedQuarter?: FiscalQuarter;
  /** Who takes the partner over, for the page that hands it over. */
  readonly colleague?: string;
  readonly formats: readonly FileFormat[];
  /** Folder of everything generated, absolute. */
  readonly out: string;
  readonly force: boolean;
  readonly dryRun: boolean;
}

/** What became of one partner's pages. */
export interface ProducedPage {
  readonly partner: string;
  readonly name: string;
  readonly document: Document;
  readonly files: readonly WrittenPage[];
  readonly openInputs: readonly OpenInput[];
  readonly attention: Attention;
}

export interface BatchResult {
  readonly pages: readonly Omit<ProducedPage, 'document'>[];
  readonly failed: readonly { readonly partner: string; readonly message: string }[];
}

/** How the pages of many partners are made. */
export interface Batch {
  readonly request: PageRequest;
  readonly progress: (line: string) => void;
  /** Makes the decks elsewhere. */
  readonly makeDeck?: MakeDeck | undefined;
}

/** Partners under way side by side: one that is computed, three that are drawn and packed elsewhere, and some that are written. */
const MOST_AT_ONCE = 7;

/**
 * Makes the pages of one partner: computed and rendered in memory, then written. A file edited by hand stays.
 * @throws Failure when the request or a place to write to cannot be used.
 */
export async function producePage(
  workspace: Workspace,
  files: PartnerFiles,
  request: PageRequest,
  makeDeck?: MakeDeck,
): Promise<ProducedPage> {
  const { assumed, plannedQuarter, quarter, scenario, since } = request;
  const input = {
    ...artifactInput(workspace, files, { quarter, since }),
    ...(assumed && { assumed }),
    ...(scenario && { scenario }),
    ...(plannedQuarter && { plannedQuarter }),
  };
  const { document, openInputs, attention } = pageDocument(input, request);
  const { formats, edition, out, force, dryRun } = request;
  const written = await writePage(document, {
    ...{ formats, edition, out, force, dryRun, makeDeck },
    partnerId: files.id,
    period: document.period.name,
    root: workspace.root,
  });
  return { partner: files.id, name: files.partner.name, document, files: written, openInputs, attention };
}

/**
 * Makes the pages of many partners, by their ids, in order: while one is drawn and written the next is computed, never
 * more than a few at once, so that memory stays flat. One partner's failure does not stop the rest.
 * @throws Failure (usage) for a request that cannot work for any of them.
 */
export async function produceBatch(
  workspace: Workspace,
  ids: readonly string[],
  { request, progress, makeDeck }: Batch,
): Promise<BatchResult> {
  const partners = workspace.territory.partners.filter(({ id }) => ids.includes(id));
  const outcomes = await settleInOrder(partners, MOST_AT_ONCE, async (files, index) => {
    progress(`${index + 1} of ${partners.length}  ${files.partner.name}`);
    const { document: _, ...page } = await producePage(workspace, files, request, makeDeck);
    return page;
  });
  return batchResult(
    outcomes,
    partners,
    unusablePartners(workspace).filter(({ partner }) => ids.includes(partner)),
  );
}

function batchResult(
  outcomes: readonly PromiseSettledResult<BatchResult['pages'][number]>[],
  partners: readonly PartnerFiles[],
  unusable: BatchResult['failed'],
): BatchResult {
  const failed = [...unusable];
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.status === 'fulfilled') continue;
    const error: unknown = outcome.reason;
    // A command line that cannot work for one partner works for none.
    if (error instanceof Failure && error.kind === 'usage') throw error;
    failed.push({ partner: partners[index]!.id, message: messageOf(error) });
  }
  return { pages: outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : [])), failed };
}

/** Every n-th partner, for batches split over several processes; `part` counts from 1. */
export function shardOf<T>(
  items: readonly T[],
  { part, of }: { readonly part: number; readonly of: number },
): readonly T[] {
  return items.filter((_, index) => index % of === part - 1);
}

function messageOf(error: unknown): string {
  if (error instanceof Failure) return [error.message, error.remedy].filter(Boolean).join(' ');
  return `a fault of cam itself: ${error instanceof Error ? error.message : String(error)}`;
}

function unusablePartners({ problems }: Workspace): { partner: string; message: string }[] {
  const first = new Map<string, string>();
  for (const { partner, severity, file, line, message } of problems) {
    if (partner === undefined || severity !== 'error' || first.has(partner)) continue;
    first.set(partner, `${file}${line === undefined ? '' : `:${line}`}: ${message}`);
  }
  return Array.from(first, ([partner, message]) => ({ partner, message }));
}
