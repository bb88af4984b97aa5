import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { SheetEntry } from '../../ooxml/workbook/open-workbook.ts';
import type { SheetRow } from '../../ooxml/workbook/sheet-rows.ts';
import { Failure } from '../../units/failure.ts';
import { guarded, openPackage } from './open-package.ts';
import { refuseOtherBytes } from './other-kinds.ts';
import { readBytes } from './read-bytes.ts';
import { isZip } from './read-table.ts';
import type { Cell, TextRow } from './table-of-text.ts';

/** Every sheet of a workbook as it stands, without looking for tables. */
export interface WorkbookSheets {
  readonly file: string;
  readonly sheets: readonly WorkbookSheet[];
  /** Hash of the file's bytes, hexadecimal. */
  readonly sha256: string;
}

export interface WorkbookSheet {
  readonly name: string;
  readonly visibility: SheetEntry['visibility'];
  /** The rows that hold anything, with the cells from column A on; a cell far from all others is left out. */
  readonly rows: readonly TextRow[];
}

/** So many empty columns part a cell from the sheet it strayed from. */
const FAR = 100;

/**
 * Reads all sheets of a workbook, hidden ones too. Sheets that are charts, or that the file has lost, have no rows.
 * @throws Failure when the file is missing, is no workbook, or is damaged
 */
export async function readSheets(path: string): Promise<WorkbookSheets> {
  const file = basename(path);
  const bytes = await readBytes(path, file);
  if (!isZip(bytes)) refuseOtherBytes(bytes, file);
  const opened = isZip(bytes) ? await openPackage(bytes, file) : undefined;
  if (opened?.kind !== 'workbook') {
    throw new Failure('data', `${file} is no Excel workbook (.xlsx or .xlsm).`, 'Nothing was read.');
  }
  const sheets = await guarded(file, async () => {
    const read: WorkbookSheet[] = [];
    for (const entry of opened.workbook.sheets) {
      const { rows } = await opened.workbook.readSheet(entry);
      read.push({ name: entry.name, visibility: entry.visibility, rows: denseRows(rows) });
    }
    return read;
  });
  return { file, sheets, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function denseRows(rows: readonly SheetRow[]): TextRow[] {
  const used = new Set<number>();
  for (const { columns } of rows) for (const column of columns) used.add(column);
  let last = -1;
  for (const column of [...used].sort((a, b) => a - b)) {
    if (column > last + FAR) break;
    last = column;
  }
  return rows.map(({ line, columns, cells }) => {
    const row = Array.from<Cell>({ length: Math.min(columns.at(-1) ?? -1, last) + 1 }).fill('');
    columns.forEach((column, at) => {
      if (column <= last) row[column] = cells[at]!;
    });
    return { line, cells: row };
  });
}
