import { escapeXml } from '../../../ooxml/escape-xml.ts';
import { columnLetters } from '../../../ooxml/workbook/cell-reference.ts';
import { cutToCell, excelText } from '../cell-text.ts';
import type { SheetCell, SheetRow } from '../sheet.ts';
import type { SheetContext } from './sheet-context.ts';

/**
 * A row with its cells. What is no finite number is not known and leaves its cell empty; a text is cut where Excel's cells end.
 * @param number counted from 1.
 */
export function rowXml({ height, cells }: SheetRow, number: number, context: SheetContext): string {
  let drawn = '';
  for (let column = 0; column < cells.length; column += 1) {
    const cell = cells[column];
    if (cell !== undefined) drawn += cellXml(cell, `${lettersOf(column)}${number}`, context);
  }
  const fixed = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  return drawn === '' ? `<row r="${number}"${fixed}/>` : `<row r="${number}"${fixed}>${drawn}</row>`;
}

function cellXml({ value, formula, style }: SheetCell, place: string, context: SheetContext): string {
  const { styles, strings } = context;
  const start = `<c r="${place}"${style === undefined ? '' : ` s="${styles.indexOf(style)}"`}`;
  if (formula !== undefined) return formulaXml(start, formula, value);
  if (value === undefined || value === '' || (typeof value === 'number' && !Number.isFinite(value))) {
    return style === undefined ? '' : `${start}/>`;
  }
  if (typeof value === 'number') return `${start}><v>${value + 0}</v></c>`;
  if (typeof value === 'boolean') return `${start} t="b"><v>${value ? 1 : 0}</v></c>`;
  return `${start} t="s"><v>${strings.indexOf(cutToCell(value))}</v></c>`;
}

/** A formula with its result, so that a program that does not calculate shows the same as one that does. */
function formulaXml(start: string, formula: string, value: SheetCell['value']): string {
  const written = `<f>${escapeXml(formula)}</f>`;
  if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) return `${start}>${written}</c>`;
  if (typeof value === 'number') return `${start}>${written}<v>${value + 0}</v></c>`;
  if (typeof value === 'boolean') return `${start} t="b">${written}<v>${value ? 1 : 0}</v></c>`;
  return `${start} t="str">${written}<v>${escapeXml(excelText(cutToCell(value)))}</v></c>`;
}

// Asked for once a cell: the letters of the first columns are looked up.
const LETTERS = Array.from({ length: 128 }, (_, index) => columnLetters(index));

function lettersOf(column: number): string {
  return LETTERS[column] ?? columnLetters(column);
}
