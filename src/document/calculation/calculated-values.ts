import { evaluate } from '../../expression/evaluate.ts';
import { namesIn } from '../../expression/names-in.ts';
import type { Expression, ExpressionValue } from '../../expression/expression.ts';
import { isMissing, missing, type Known } from '../../units/missing.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import type { Calculation, CalculationPlace, CalculationSheet } from './calculation.ts';
import { cellAt } from './cell-at.ts';
import { dayNumber } from './day-number.ts';
import { columnKeys, placeOfName } from './place-of-name.ts';

/** What a cell holds: a number unrounded, a text or date as it is typed, nothing where the sheet leaves it empty. */
export type CalculatedValue = Known<number | string> | undefined;

/** The values of a calculation, asked for cell by cell: each is worked out once. */
export interface CalculatedValues {
  readonly at: (place: CalculationPlace) => CalculatedValue;
  /** What has to be nought. */
  readonly difference: (check: Expression) => Known<number>;
}

/**
 * Works out a calculation, unrounded as a spreadsheet does. What follows from something unknown is unknown for the same reason; so is
 * what would divide by nothing.
 * @throws Error for a name that stands nowhere, for cells that wait for each other, and for a sum of what is no number
 */
export function calculatedValues(calculation: Pick<Calculation, 'sheets'>): CalculatedValues {
  const done = new Map<string, CalculatedValue>();
  const underWay = new Set<string>();
  const at = (place: CalculationPlace): CalculatedValue => {
    const key = `${place.sheet}.${place.column}.${place.row}`;
    if (done.has(key)) return done.get(key);
    if (underWay.has(key)) throw new Error(`${key} waits for itself.`);
    underWay.add(key);
    const value = workedOut(place, { calculation, at });
    done.set(key, value);
    return value;
  };
  return {
    at,
    difference: (check) => {
      const sheet = calculation.sheets[0]!;
      const place = { sheet: sheet.key, column: columnKeys(sheet)[0]! };
      const value = ofFormula(check, place, { calculation, at });
      if (typeof value === 'string') throw new Error(`${check.text} is no number.`);
      return value;
    },
  };
}

interface Setting {
  readonly calculation: Pick<Calculation, 'sheets'>;
  readonly at: CalculatedValues['at'];
}

function workedOut(place: CalculationPlace, setting: Setting): CalculatedValue {
  const sheet = setting.calculation.sheets.find(({ key }) => key === place.sheet)!;
  const cell = cellAt(place, sheet);
  if (cell === undefined) return undefined;
  if ('typed' in cell) return cell.typed;
  return 'formula' in cell ? ofFormula(cell.formula, place, setting) : sumOfColumns(place, sheet, setting.at);
}

function ofFormula(
  formula: Expression,
  from: Pick<CalculationPlace, 'sheet' | 'column'>,
  { calculation, at }: Setting,
): Known<number | string> {
  const valueOf = (name: string): CalculatedValue => at(placeOfName(name, from, calculation));
  const isDay = (name: string) => {
    const { sheet, row } = placeOfName(name, from, calculation);
    return calculation.sheets.find(({ key }) => key === sheet)!.rows.find(({ key }) => key === row)!.kind === 'date';
  };
  const value = evaluate(formula, { value: (name) => plain(valueOf(name), isDay(name)) });
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (value !== undefined) throw new Error(`${formula.text} is a yes or no, not a number.`);
  const unknown = [...namesIn(formula)].map(valueOf).find(isMissing);
  return unknown ?? missing('it would be divided by nothing');
}

/** A day that is typed counts as the number spreadsheets have for it. */
function plain(value: CalculatedValue, isDay: boolean): ExpressionValue {
  if (isMissing(value)) return undefined;
  return isDay && typeof value === 'string' ? dayNumber(value as PlainDate) : value;
}

/** Columns that leave the row empty add nothing; one that is unknown leaves the sum unknown. */
function sumOfColumns(
  { row }: CalculationPlace,
  { key: sheet, columns }: CalculationSheet,
  at: CalculatedValues['at'],
): Known<number> {
  const values = columns.map(({ key: column }) => at({ sheet, column, row })).filter((value) => value !== undefined);
  let sum = 0;
  for (const value of values) {
    if (isMissing(value)) return value;
    if (typeof value !== 'number') throw new Error(`${sheet}.${row} cannot be added up.`);
    sum += value;
  }
  return sum;
}
