import { calculatedValues } from '../../../document/calculation/calculated-values.ts';
import type { Calculation } from '../../../document/calculation/calculation.ts';
import type { Document } from '../../../document/document.ts';
import type { ListedSheet } from '../model/listed-sheets.ts';
import { guarded } from '../model/model-frame.ts';
import { sheetRange } from '../sheet-names.ts';
import type { Sheet, Workbook } from '../sheet.ts';
import { calculationChecks, FAILED_CELL, CHANGED_CELL, type ChecksWriter } from './calculation-checks.ts';
import type { CellWriter } from './calculation-cell.ts';
import { calculationDefinitions } from './calculation-definitions.ts';
import { BOOK_NAMES, calculationPlaces } from './calculation-places.ts';
import { calculationSheet } from './calculation-sheet.ts';
import { frontSheet } from './front-sheet.ts';
import { unknownCells } from './unknown-cells.ts';
import { WRITTEN_SHEET, writtenNumbers } from './written-numbers.ts';

const CHECKS = 'Checks';
const DEFINITIONS = 'Definitions';

/**
 * The live workbook of a calculation: its sheets, with the answer on the first one, `more` sheets of its page, checks and definitions.
 * Calculating it changes nothing; changing a number changes all that follows.
 */
export function calculationSheets(
  document: Document,
  calculation: Calculation,
  more: readonly { readonly sheet: Sheet; readonly holds: string }[] = [],
): Required<Pick<Workbook, 'sheets' | 'names'>> {
  const taken = [CHECKS, DEFINITIONS, WRITTEN_SHEET, ...more.map(({ sheet }) => sheet.name)];
  const writer: CellWriter = {
    calculation,
    values: calculatedValues(calculation),
    places: calculationPlaces(calculation, taken),
    unknown: unknownCells(calculation),
  };
  const checks: ChecksWriter = calculationChecks(document, writer);
  const { sheetName } = writer.places;
  const [front, ...others] = calculation.sheets;
  const listed: readonly ListedSheet[] = [
    ...others.map(({ key, holds }) => ({ name: sheetName(key), holds })),
    ...more.map(({ sheet: { name }, holds }) => ({ name, holds })),
    { name: CHECKS, ...checks.words },
    { name: DEFINITIONS, holds: 'terms, formulas, sources' },
  ];
  const sheets: readonly Sheet[] = [
    frontSheet(calculationSheet(front!, document, writer), { document, calculation, listed }),
    ...others.map((sheet) => calculationSheet(sheet, document, writer)),
    ...more.map(({ sheet }) => sheet),
    checks.sheet(CHECKS),
    calculationDefinitions(DEFINITIONS, document, calculation),
    writtenNumbers(writer),
  ];
  return {
    sheets: sheets.map(guarded),
    names: [
      ...writer.places.names,
      { name: BOOK_NAMES.failed, refersTo: sheetRange(CHECKS, FAILED_CELL) },
      { name: BOOK_NAMES.changed, refersTo: sheetRange(CHECKS, CHANGED_CELL) },
    ],
  };
}
