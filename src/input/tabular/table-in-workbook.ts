import type { SheetEntry, Workbook } from '../../ooxml/workbook/open-workbook.ts';
import { Failure } from '../../units/failure.ts';
import { chooseSheet, noTable } from './choose-sheet.ts';
import { guarded } from './open-package.ts';
import { tableInSheet } from './table-in-sheet.ts';
import type { TableInFile, TableOptions } from './table-of-text.ts';

/**
 * The table of a workbook, on the sheet a person named or on the only visible one that holds a table.
 * @throws Failure when there is none, or several
 */
export async function tableInWorkbook(workbook: Workbook, file: string, options: TableOptions): Promise<TableInFile> {
  return guarded(file, async () => {
    const { entry, sheet } = await chooseSheet(workbook, file, options.sheet);
    const table = tableInSheet(sheet, options.header);
    if (!table && options.sheet === undefined) throw noTable(workbook, file);
    if (!table) {
      const why = sheet.pivots.length > 0 ? 'holds a pivot table only, and not the rows it sums up' : 'is empty';
      throw new Failure('data', `${file}: sheet "${entry.name}" ${why}.`, 'Nothing was imported.');
    }
    const warnings = [
      ...table.warnings.map((warning) => `sheet "${entry.name}": ${warning}`),
      ...notRead(workbook, entry, options.sheet !== undefined),
    ];
    return { ...table, sheet: entry.name, warnings };
  });
}

/** Sheets that nobody sees are never read in silence, and neither left out. */
function notRead({ sheets }: Workbook, read: SheetEntry, isStated: boolean): string[] {
  const others = sheets.filter((sheet) => sheet !== read && sheet.kind === 'cells' && sheet.visibility !== 'visible');
  const lost = sheets.filter(({ kind }) => kind === 'missing');
  const quoted = (entries: readonly SheetEntry[]): string => entries.map(({ name }) => `"${name}"`).join(', ');
  const warnings: string[] = [];
  if (others.length > 0 && !isStated) {
    const [sheet, was] = others.length === 1 ? ['sheet', 'was'] : ['sheets', 'were'];
    warnings.push(`the hidden ${sheet} ${quoted(others)} ${was} not read; --sheet NAME reads a sheet`);
  }
  if (lost.length > 0) warnings.push(`the file lists sheets it does not hold: ${quoted(lost)}`);
  return warnings;
}
