import type { WorkbookSheets } from '../../input/tabular/read-sheets.ts';
import { placeOf } from '../../input/tabular/place-of.ts';
import type { Cell } from '../../input/tabular/table-of-text.ts';
import { areaOf } from '../../ooxml/workbook/cell-reference.ts';
import { FILE_COLUMN, WRITTEN_SHEET } from '../../render/xlsx/calculation/written-numbers.ts';
import { excelDate } from '../../render/xlsx/excel-date.ts';

/** A number that could be typed over in a live workbook. */
export interface WrittenInput {
  /** Its place in the file that the workbook is of; undefined where no file holds it. */
  readonly path: readonly (string | number)[] | undefined;
  /** The file said it when the workbook was written. */
  readonly isSaid: boolean;
  readonly was: Cell;
  readonly now: Cell;
  readonly isChanged: boolean;
  /** `plan.xlsx Tactics!C7`. */
  readonly where: string;
}

/** A live workbook read back: what file it is of, and its inputs. */
export interface WrittenInputs {
  readonly file: readonly string[];
  /** Undefined when a sheet is gone or the hidden one was changed. */
  readonly inputs: readonly WrittenInput[] | undefined;
}

/** Numbers that a spreadsheet program rounds differ in their last bits. */
const SAME = 1e-9;

/** The inputs of a live workbook, each as it was written and as it stands now. */
export function writtenInputs({ file, sheets }: WorkbookSheets): WrittenInputs {
  const [head, ...rows] = sheets.find(({ name }) => name === WRITTEN_SHEET)?.rows ?? [];
  const cells = new Map(
    sheets.map(({ name, rows: lines }) => [name, new Map(lines.map((row) => [row.line, row.cells]))]),
  );
  const inputs = rows.map(({ cells: [, was = '', , path = '', said = '', sheet = '', cell = ''] }) => {
    const area = areaOf(String(cell));
    const written = pathOf(String(path));
    const lines = cells.get(String(sheet));
    if (!area || !lines || written === 'damaged') return undefined;
    const now = lines.get(area.top + 1)?.[area.left] ?? '';
    const where = placeOf({ file, sheet: String(sheet) }, area.top + 1, area.left);
    return { path: written, isSaid: said === 'yes', was, now, isChanged: !isSame(was, now), where };
  });
  return {
    file: (head?.cells.slice(FILE_COLUMN) ?? []).map(String),
    inputs: inputs.every((input) => input !== undefined) ? inputs : undefined,
  };
}

/** A number as the workbook has it: a share is a ratio, a day its number; undefined for words. */
export function plainNumber(cell: Cell): number | undefined {
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'string') return excelDate(cell);
  return cell.percent ? cell.value / 100 : cell.value;
}

function isSame(was: Cell, now: Cell): boolean {
  const [before, after] = [plainNumber(was), plainNumber(now)];
  if (before === undefined || after === undefined) return before === after && String(was).trim() === String(now).trim();
  return Math.abs(before - after) <= SAME * Math.max(1, Math.abs(before));
}

function pathOf(text: string): readonly (string | number)[] | undefined | 'damaged' {
  if (text === '') return undefined;
  try {
    const path: unknown = JSON.parse(text);
    return Array.isArray(path) && path.every((part) => /^(string|number)$/.test(typeof part))
      ? (path as readonly (string | number)[])
      : 'damaged';
  } catch {
    return 'damaged';
  }
}
