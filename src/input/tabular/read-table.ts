import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { Failure } from '../../units/failure.ts';
import { findTable, tableWithoutHeader } from './find-table.ts';
import { refuseOtherBytes } from './other-kinds.ts';
import { readBytes } from './read-bytes.ts';
import { readCsv } from './read-csv.ts';
import { refuseProse } from './refuse-prose.ts';
import type { TableInFile, TableOptions, TextTable } from './table-of-text.ts';

/**
 * Reads the one table of somebody else's file: CSV of any delimiter and encoding, a sheet of a workbook, or a zip that holds one of them.
 * Everything that turns bytes from outside into rows passes this door.
 * @throws Failure when the file is missing, empty, of another kind, or holds no table; `usage` when a person has to name the sheet
 */
export async function readTable(path: string, options: TableOptions = {}): Promise<TextTable> {
  const file = basename(path);
  const bytes = await readBytes(path, file);
  const found = isZip(bytes) ? await inPackage(bytes, file, options) : tableOfText(bytes, file, options);
  refuseEmpty(found, file);
  refuseProse(found, file);
  return { file, ...found, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Whether the bytes start as every zip does, and so every workbook. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** Who reads a CSV file does not load what reads workbooks. */
async function inPackage(bytes: Uint8Array, file: string, options: TableOptions): Promise<TableInFile> {
  const { openPackage } = await import('./open-package.ts');
  const opened = await openPackage(bytes, file);
  if (opened.kind === 'text') return tableOfText(opened.bytes, file, options);
  const { tableInWorkbook } = await import('./table-in-workbook.ts');
  return tableInWorkbook(opened.workbook, file, options);
}

function tableOfText(bytes: Uint8Array, file: string, { header }: TableOptions): TableInFile {
  refuseOtherBytes(bytes, file);
  const rows = readCsv(bytes, file);
  const found = header === 'none' ? tableWithoutHeader(rows) : findTable(rows);
  if (found) return found;
  throw new Failure('data', `${file} holds nothing but white space.`, 'Nothing was imported. Export the file again.');
}

function refuseEmpty({ rows, broken, sheet }: TableInFile, file: string): void {
  if (rows.length > 0 || broken.length > 0) return;
  const where = sheet === undefined ? file : `${file}, sheet "${sheet}",`;
  throw new Failure('data', `${where} has a header and no rows.`, 'Nothing was imported. Export the file again.');
}
