import { handover, packDocument, packLine, type PackLine } from '../../artifacts/handover/index.ts';
import type { Workspace } from '../territory/open-workspace.ts';
import { artifactInput, computeSiblings } from './partner-pages.ts';
import { produceBatch, type BatchResult, type PageRequest } from './produce.ts';
import { writePage, type WrittenPage } from './write-page.ts';

/** Pages for the colleague who takes over, and the page that lists them. */
export interface HandoverPack extends BatchResult {
  readonly list: readonly WrittenPage[];
}

/** Makes the pages of partners by their ids, then the page that lists those that could be made. One failure does not stop the rest. */
export async function handoverPack(
  workspace: Workspace,
  ids: readonly string[],
  { request, progress }: { readonly request: PageRequest; readonly progress: (line: string) => void },
): Promise<HandoverPack> {
  const batch = await produceBatch(workspace, ids, { request, progress });
  const made = new Set(batch.pages.map(({ partner }) => partner));
  const lines = workspace.territory.partners
    .filter(({ id }) => made.has(id))
    .map((files): PackLine => {
      const input = artifactInput(workspace, files);
      return packLine(handover.compute(input, { performance: computeSiblings(input).scorecard.performance }));
    });
  return { ...batch, list: lines.length === 0 ? [] : await writeList(workspace, lines, request) };
}

async function writeList(
  { root, territory: { config } }: Workspace,
  lines: readonly PackLine[],
  { colleague, formats, out, edition, force, dryRun }: PageRequest,
): Promise<HandoverPack['list']> {
  const document = packDocument(lines, { config, ...(colleague !== undefined && { colleague }) });
  return writePage(document, { formats, out, edition, root, force, dryRun });
}
