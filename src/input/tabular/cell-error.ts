import { NO_RESULT } from '../../ooxml/workbook/cell-value.ts';
import type { Cell } from './table-of-text.ts';

/** What spreadsheets write where a formula failed, also into the CSV files they save. */
const ERRORS = new Set([
  ...['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#GETTING_DATA', '#SPILL!', '#CALC!'],
  ...['#FIELD!', '#BLOCKED!', '#CONNECT!', '#UNKNOWN!', '#BUSY!', '#EXTERNAL!', '#PYTHON!', '#ERROR!'],
]);

/**
 * Why a cell says nothing that could be taken, as a clause without its place: `holds the error #N/A`. A failed formula is neither a
 * value nor an empty cell: every reader of cells refuses it. Undefined for all other cells.
 */
export function cellError(cell: Cell): string | undefined {
  if (typeof cell !== 'string' || !cell.includes('#')) return undefined;
  const text = cell.trim();
  if (text === NO_RESULT) return 'holds a formula without a result; open the file in Excel and save it';
  return ERRORS.has(text.toUpperCase()) ? `holds the error ${text}` : undefined;
}
