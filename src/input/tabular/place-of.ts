import { columnLetters } from '../../ooxml/workbook/cell-reference.ts';
import type { TextTable } from './table-of-text.ts';

/**
 * Where a person finds a row or a cell: `file.csv:12`; in a workbook `file.xlsx Pipeline!12` or, with a column, `file.xlsx Pipeline!C12`.
 * @param columnIndex index among the table's columns, from 0
 */
export function placeOf(
  { file, sheet, firstColumn = 0 }: Pick<TextTable, 'file' | 'sheet' | 'firstColumn'>,
  line: number,
  columnIndex?: number,
): string {
  if (sheet === undefined) return `${file}:${line}`;
  const column = columnIndex === undefined ? '' : columnLetters(firstColumn + columnIndex);
  return `${file} ${quotedSheet(sheet)}!${column}${line}`;
}

/** A name as formulas write it: in single quotes where it is more than one word. */
function quotedSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}
