import { resolve } from 'node:path';
import { importWorkbook, type Approve, type WorkbookReport } from '../../../app/workbook/import-workbook.ts';
import { contentOfAnyWorkbook, contentOfOurs } from '../../../app/workbook/workbook-content.ts';
import { Failure } from '../../../units/failure.ts';
import { EXIT, type CommandLine, type Outcome } from '../../command.ts';
import { territoryProblems } from '../../print/territory-problems.ts';
import { differencesText, workbookText } from '../../print/spreadsheets/workbook-text.ts';
import { filesInTerritory } from '../../files-in-territory.ts';

/**
 * Brings back a workbook or a CSV file that `cam export` wrote; undefined when the files are something else.
 * @throws Failure (usage) for more than one such file: each is shown before it is written
 */
export async function bringBack(line: CommandLine, root: string): Promise<Outcome | undefined> {
  const { args, options, shared, effects, screen } = line;
  const [files = []] = args as readonly [(readonly string[])?];
  const isStated = options['kind'] === 'workbook';
  if (options['kind'] !== undefined && !isStated) return undefined;
  const read = isStated ? contentOfAnyWorkbook : contentOfOurs;
  const contents = await Promise.all(files.map((file) => read(resolve(effects.currentFolder, file))));
  const [content] = contents;
  if (contents.every((found) => found === undefined)) return undefined;
  if (!content || contents.length > 1) {
    throw new Failure(
      'usage',
      'A file that cam export wrote is brought back alone.',
      `Import it first: cam import ${JSON.stringify(files[contents.findIndex(Boolean)])}`,
    );
  }
  effects.progress(`Comparing ${files[0]} with the territory`);
  const { dryRun, force } = shared;
  let isShown = false;
  const approve: Approve = async (findings) => {
    const { confirmChanges } = await import('../../prompts/confirm-changes.ts');
    effects.progress('');
    isShown = true;
    return confirmChanges(differencesText(findings, screen), { count: findings.changes.length, json: shared.json });
  };
  const { asOf } = shared;
  const request = { root, content, dryRun, force, asOf, today: effects.today, remove: options['delete'] === true };
  const result = await importWorkbook(request, screen.interactive ? approve : undefined);
  if (result.kind === 'problems') return territoryProblems(result.problems, screen);
  return {
    exitCode: result.report.conflicts.length + result.report.rejected.length > 0 ? EXIT.dataNeedsFixing : EXIT.done,
    text: workbookText(result.report, { screen, isShown }),
    data: dataOf(result.report, files),
    files: filesInTerritory(
      root,
      result.report.written.map(({ path }) => ({ path, kind: 'table' })),
    ),
    warnings: result.report.notes,
  };
}

/** The counts that every import has, and what only a workbook has. */
function dataOf(
  { written: _, notes: __, ...report }: WorkbookReport,
  files: readonly string[],
): Readonly<Record<string, unknown>> {
  const counts = (kind: string) => report.changes.filter((change) => change.kind === kind);
  const updated = new Set(counts('set').map(({ sheet, partner, row }) => JSON.stringify([sheet, partner, row])));
  return {
    kind: 'workbook',
    files,
    ...report,
    created: counts('add').length,
    updated: updated.size,
    removed: counts('remove').length,
    unmatched: [],
    columns: {},
    dateOrder: null,
  };
}
