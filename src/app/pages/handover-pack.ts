import { handover, packDocument, packLine, type PackLine } from '../../artifacts/handover/index.ts';
import { decideWrite, writeGenerated, type WriteDecision } from '../../output/manifest.ts';
import { outputPath } from '../../output/output-path.ts';
import type { Workspace } from '../territory/open-workspace.ts';
import { artifactInput, computeSiblings } from './partner-pages.ts';
import { produceBatch, type BatchResult, type PageRequest } from './produce.ts';
import { renderPage } from './render-page.ts';

/** Pages for the colleague who takes over, and the page that lists them. */
export interface HandoverPack extends BatchResult {
  readonly list: readonly { readonly path: string; readonly decision: WriteDecision }[];
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
  const place = dryRun ? decideWrite : writeGenerated;
  const written: { path: string; decision: WriteDecision }[] = [];
  for (const format of formats) {
    const path = outputPath({ out, artifact: document.id, edition, extension: format });
    const content = await renderPage(document, format);
    written.push({ path, decision: await place(path, content, { root }, { force }) });
  }
  return written;
}
