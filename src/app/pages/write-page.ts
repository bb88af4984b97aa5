import type { Document, Edition } from '../../document/document.ts';
import { writeGenerated, type WriteDecision } from '../../output/manifest.ts';
import { outputPath } from '../../output/output-path.ts';
import type { MakeDeck } from './deck-thread.ts';
import { renderPage, type FileFormat } from './render-page.ts';

/** The files a page becomes. */
export interface PageFiles {
  readonly formats: readonly FileFormat[];
  readonly edition: Edition;
  /** Left out for a page about the whole territory. */
  readonly partnerId?: string;
  /** Left out for a page without a period. */
  readonly period?: string;
  /** Folder of everything generated, absolute. */
  readonly out: string;
  /** Folder that remembers what was written. */
  readonly root: string;
  readonly force: boolean;
  readonly dryRun: boolean;
  /** Makes the decks elsewhere. */
  readonly makeDeck?: MakeDeck | undefined;
}

export interface WrittenPage {
  readonly path: string;
  readonly format: FileFormat;
  readonly decision: WriteDecision;
}

/**
 * Writes a page in its formats, one after the other. A file edited by hand stays.
 * @throws Failure when a place cannot be read or written
 */
export async function writePage(document: Document, files: PageFiles): Promise<readonly WrittenPage[]> {
  const { formats, edition, partnerId, period, out, root, force, dryRun, makeDeck } = files;
  const written: WrittenPage[] = [];
  for (const format of formats) {
    const content = await renderPage(document, format, makeDeck);
    const path = outputPath({ out, partnerId, artifact: document.id, period, edition, extension: format });
    const decision = await writeGenerated(path, content, { root, partnerId }, { force, dryRun });
    written.push({ path, format, decision });
  }
  return written;
}
