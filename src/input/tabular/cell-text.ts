import type { Cell } from './table-of-text.ts';

/** A cell as text: a number in its shortest plain form, never with an exponent, as a person sees an id; per cent keeps its sign. */
export function cellText(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return plainDecimal(cell);
  return plainDecimal(cell.value) + (cell.percent ? '%' : '');
}

/** Whether a cell holds nothing but white space. */
export function isBlank(cell: Cell): boolean {
  if (typeof cell !== 'string') return false;
  // Most cells begin with a letter or a digit: no need to look further.
  const first = cell.charCodeAt(0);
  return !(first > 32 && first < 127) && cell.trim() === '';
}

/** Spreadsheets keep 15 digits; what a binary number shows behind them is noise: 0.30000000000000004 is 0.3. */
function plainDecimal(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const text = String(Number.isSafeInteger(value) || !Number.isFinite(rounded) ? value : rounded);
  const [, sign = '', whole = '', decimals = '', exponent] = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (exponent === undefined) return text === '-0' ? '0' : text;
  const digits = whole + decimals;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return (
    sign + (point >= digits.length ? digits.padEnd(point, '0') : `${digits.slice(0, point)}.${digits.slice(point)}`)
  );
}
