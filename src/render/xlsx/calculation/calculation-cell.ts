import type {
  Calculation,
  CalculationKind,
  CalculationPlace,
  CalculationRow,
} from '../../../document/calculation/calculation.ts';
import type { CalculatedValue, CalculatedValues } from '../../../document/calculation/calculated-values.ts';
import { cellAt } from '../../../document/calculation/cell-at.ts';
import type { Expression } from '../../../expression/expression.ts';
import { printFormula } from '../../../expression/print-formula.ts';
import { isMissing } from '../../../units/missing.ts';
import { excelDate } from '../excel-date.ts';
import { quoted } from '../model/model-frame.ts';
import { DAY_DATE, NUMBER_FORMATS, SMALL_SHARE } from '../model/number-formats.ts';
import type { CellStyle, SheetCell } from '../sheet.ts';
import type { CalculationPlaces } from './calculation-places.ts';
import type { UnknownCells } from './unknown-cells.ts';

/** What a cell says of a value that is not known; what follows from it says so too. */
export const UNKNOWN = 'n/a';

/** Below this a share is shown with two decimals. */
const SMALL = 0.1;

const FORMATS: Readonly<Record<CalculationKind, string>> = {
  ...NUMBER_FORMATS,
  // Tenths of a deal are planned with; of thousands of contacts nobody wants them.
  count: '[>=10]#,##0;[=0]0;0.0#',
  days: '0',
  text: '@',
  date: DAY_DATE,
};

/** What writes the cells of a calculation. */
export interface CellWriter {
  readonly calculation: Calculation;
  readonly values: CalculatedValues;
  readonly places: CalculationPlaces;
  readonly unknown: UnknownCells;
}

/** A cell of a calculation: an input to type into, or a formula that says n/a for what is unknown. */
export function calculationCell(place: CalculationPlace, row: CalculationRow, writer: CellWriter): SheetCell {
  const sheet = writer.calculation.sheets.find(({ key }) => key === place.sheet)!;
  const cell = cellAt(place, sheet);
  const value = writer.values.at(place);
  const style: CellStyle = {
    border: row.emphasis ? 'below' : 'hair',
    align: 'right',
    vertical: 'top',
    format: formatOf(row.kind, value, cell !== undefined && 'typed' in cell),
    ...(row.emphasis && { font: 'strong' as const }),
    ...(row.kind === 'text' && { wrap: true }),
  };
  if (cell === undefined) return { style };
  const shown = shownValue(value, row.kind);
  if ('typed' in cell) return { value: shown, style: { ...style, font: 'input', fill: 'input', locked: false } };
  return {
    value: shown,
    formula: 'sum' in cell ? sumFormula(place, writer) : liveFormula(cell.formula, place, writer),
    style,
  };
}

/** A formula as the workbook writes it; one that may meet something unknown says n/a then. */
export function liveFormula(
  formula: Expression,
  from: Pick<CalculationPlace, 'sheet' | 'column'>,
  { places, unknown }: Pick<CellWriter, 'places' | 'unknown'>,
): string {
  const printed = printFormula(formula, (name) => places.cellOf(name, from));
  return unknown.canFollow(formula, from) ? `IFERROR(${printed},${quoted(UNKNOWN)})` : printed;
}

function sumFormula(place: CalculationPlace, { calculation, places, unknown }: CellWriter): string {
  const { columns } = calculation.sheets.find(({ key }) => key === place.sheet)!;
  const range = [columns[0]!, columns.at(-1)!].map(({ key }) => places.cell({ ...place, column: key })).join(':');
  if (!unknown.canBe(place)) return `SUM(${range})`;
  return `IF(COUNTIF(${range},${quoted(UNKNOWN)})>0,${quoted(UNKNOWN)},SUM(${range}))`;
}

function formatOf(kind: CalculationKind, value: CalculatedValue, isTyped: boolean): string {
  if (kind === 'count' && isTyped && Number.isInteger(value)) return '#,##0';
  if (kind === 'share' && typeof value === 'number' && value !== 0 && Math.abs(value) < SMALL) return SMALL_SHARE;
  return FORMATS[kind];
}

function shownValue(value: CalculatedValue, kind: CalculationKind): string | number {
  if (value === undefined || isMissing(value)) return UNKNOWN;
  return kind === 'date' ? (excelDate(String(value)) ?? value) : value;
}
