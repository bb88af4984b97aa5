import { fundingRow } from '../../../artifacts/mdf-request/index.ts';
import type { Document } from '../../../document/document.ts';
import { csvText } from '../../../output/csv-text.ts';
import { withGuard } from '../../../output/formula-guard.ts';
import { writeGenerated, type WriteDecision } from '../../../output/manifest.ts';
import { outputPath } from '../../../output/output-path.ts';
import { renderPage } from '../../pages/render-page.ts';

/** Where forms are written. */
export interface FormPlace {
  /** Folder of everything generated, absolute. */
  readonly out: string;
  readonly root: string;
  readonly force: boolean;
  readonly dryRun: boolean;
}

export interface WrittenForm {
  readonly path: string;
  readonly format: 'html' | 'xlsx' | 'csv';
  readonly decision: WriteDecision;
}

/**
 * Writes a form as a page, as a workbook, and as one line for funding systems, in which no text can run as a formula. A file edited by hand
 * stays.
 */
export async function writeForm(
  document: Document,
  { out, root, force, dryRun }: FormPlace,
  more: Readonly<Record<string, string>>,
): Promise<readonly WrittenForm[]> {
  const written: WrittenForm[] = [];
  const partnerId = document.subject.id;
  for (const format of ['html', 'xlsx', 'csv'] as const) {
    const content =
      format === 'csv'
        ? csvText(fundingRow(document, more).map((cells) => cells.map(withGuard)))
        : await renderPage(document, format);
    const path = outputPath({ out, partnerId, artifact: document.id, edition: 'partner', extension: format });
    written.push({
      path,
      format,
      decision: await writeGenerated(path, content, { root, partnerId }, { force, dryRun }),
    });
  }
  return written;
}
