import { cutToCell } from '../../render/xlsx/cell-text.ts';
import { cleanText } from '../../units/clean-text.ts';
import type { CellValue } from '../tables/table.ts';

/** Spreadsheet programs keep 15 digits and count in binary: a difference beyond that is none that a person made. */
const NOISE = 1e-13;

/** True when two cells say the same, whatever a spreadsheet program made of spaces, line ends and the last digit. */
export function sameValue(a: CellValue | undefined, b: CellValue | undefined): boolean {
  if (a === b) return true;
  if (typeof a === 'number' && typeof b === 'number')
    return Math.abs(a - b) <= NOISE * Math.max(Math.abs(a), Math.abs(b));
  if (a === undefined || b === undefined) return fittingText(a ?? b!) === '';
  if (typeof a === 'boolean' || typeof b === 'boolean') return false;
  return fittingText(a) === fittingText(b);
}

/** A text as a cell holds it; white space at its ends is nothing that a person sees. */
export function fittingText(value: CellValue): string {
  return cutToCell(cleanText(String(value))).trim();
}

/** A text that two cells share when they say the same; the empty one for a cell that says nothing. */
export function plainText(value: CellValue | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'number' ? String(Number(value.toPrecision(12))) : fittingText(value);
}
