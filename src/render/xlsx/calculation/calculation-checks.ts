import type { Document } from '../../../document/document.ts';
import { columnKeys } from '../../../document/calculation/place-of-name.ts';
import { isMissing } from '../../../units/missing.ts';
import { ALARM, headerCell, LABEL, printed, titleRows, WORDS } from '../model/model-frame.ts';
import { sheetRange } from '../sheet-names.ts';
import type { CellStyle, Sheet, SheetRow } from '../sheet.ts';
import { type CellWriter, liveFormula, UNKNOWN } from './calculation-cell.ts';
import { absolute, BOOK_NAMES } from './calculation-places.ts';
import { changedFormula } from './written-numbers.ts';

const OVERALL_ROW = 4;
const CHANGED_ROW = 5;
const HEADER_ROW = 7;
const FIRST_ROW = HEADER_ROW + 1;
/** Sums in another order differ in their last bits; a cent never comes from that. */
const TOLERANCE = 0.01;
const DIFFERENCE: CellStyle = { border: 'hair', align: 'right', format: '#,##0.00;\u2212#,##0.00;0' };
const NUMBER: CellStyle = { border: 'hair', align: 'right', format: '0' };

/** The cells of how many checks failed, and how many numbers were changed. */
export const FAILED_CELL = `$C$${OVERALL_ROW}`;
export const CHANGED_CELL = `$C$${CHANGED_ROW}`;

/** The sheet of checks, and what the first sheet says of it. */
export interface ChecksWriter {
  readonly sheet: (name: string) => Sheet;
  readonly words: { readonly holds: string; readonly formula: string };
}

interface Check {
  readonly title: string;
  readonly value: number | string;
  readonly formula: string;
}

/** What has to be nought in the workbook, whatever is typed into it. */
export function calculationChecks(document: Document, writer: CellWriter): ChecksWriter {
  const checks = [...declaredChecks(writer), ...errorChecks(writer)];
  const failed = checks.filter(({ value }) => !holdsAt(value)).length;
  const [all, some] = [`All ${checks.length} checks hold`, ` of ${checks.length} checks`];
  return {
    sheet: (name) => checksSheet(name, { document, writer, checks, failed }),
    words: {
      holds: failed === 0 ? all : `Failed: ${failed}${some}`,
      formula: `IF(${BOOK_NAMES.failed}=0,"${all}","Failed: "&${BOOK_NAMES.failed}&"${some}")`,
    },
  };
}

/** What is unknown is not wrong. */
function holdsAt(value: number | string): boolean {
  return typeof value === 'string' || Math.abs(value) < TOLERANCE;
}

function declaredChecks(writer: CellWriter): Check[] {
  const [front] = writer.calculation.sheets;
  const from = { sheet: front!.key, column: columnKeys(front!)[0]! };
  // Seen from no sheet at all, so that every name is written with its own.
  const outside = { ...writer.places, cellOf: (name: string) => sheetCell(name) };
  const sheetCell = (name: string) => {
    const written = writer.places.cellOf(name, from);
    return /^[A-Z]+\d+$/.test(written) ? sheetRange(writer.places.sheetName(front!.key), written) : written;
  };
  return writer.calculation.checks.map(({ title, difference }) => {
    const value = writer.values.difference(difference);
    return {
      title,
      value: isMissing(value) ? UNKNOWN : value,
      formula: liveFormula(difference, from, { places: outside, unknown: writer.unknown }),
    };
  });
}

function errorChecks({ calculation, places }: CellWriter): Check[] {
  return calculation.sheets.map((sheet) => {
    const columns = columnKeys(sheet);
    const ends = [
      { sheet: sheet.key, column: columns[0]!, row: sheet.rows[0]!.key },
      { sheet: sheet.key, column: columns.at(-1)!, row: sheet.rows.at(-1)!.key },
    ].map((place) => absolute(places.cell(place)));
    const range = sheetRange(places.sheetName(sheet.key), ends.join(':'));
    return {
      title: `No cell of ${places.sheetName(sheet.key)} holds an error`,
      value: 0,
      formula: `SUMPRODUCT(--ISERROR(${range}))`,
    };
  });
}

interface Setting {
  readonly document: Document;
  readonly writer: CellWriter;
  readonly checks: readonly Check[];
  readonly failed: number;
}

function checksSheet(name: string, { document, writer, checks, failed }: Setting): Sheet {
  const results = `D${FIRST_ROW}:D${FIRST_ROW + checks.length - 1}`;
  const intro = `Every difference has to be nought: less than ${TOLERANCE} is binary rounding.`;
  return {
    name,
    columns: [{ width: 2 }, { width: 76 }, { width: 14 }, { width: 16 }],
    rows: [
      ...titleRows({ value: 'Checks' }, { value: intro }, document),
      overallRow('Checks that fail', { value: failed, formula: `COUNTIF(${results},"fails")` }),
      overallRow('Numbers changed since the workbook was written', { value: 0, formula: changedFormula(writer) }),
      { cells: [] },
      { cells: [undefined, headerCell('Check'), headerCell('Difference', 'right'), headerCell('Result')] },
      ...checks.map((check, index) => checkRow(check, FIRST_ROW + index)),
    ],
    frozen: { rows: HEADER_ROW, columns: 0 },
    gridlines: false,
    conditions: [
      { range: results, kind: 'looks', rules: [{ formula: `D${FIRST_ROW}="fails"`, look: ALARM }] },
      { range: `C${OVERALL_ROW}`, kind: 'looks', rules: [{ formula: `${FAILED_CELL}>0`, look: ALARM }] },
    ],
    print: printed(document, { landscape: false, fit: 'columns' }),
  };
}

function overallRow(label: string, cell: { readonly value: number; readonly formula: string }): SheetRow {
  return { cells: [undefined, { value: label, style: LABEL }, { ...cell, style: NUMBER }] };
}

function checkRow({ title, value, formula }: Check, row: number): SheetRow {
  const result = `IF(ISERROR(C${row}),"fails",IF(ISNUMBER(C${row}),IF(ABS(C${row})<${TOLERANCE},"holds","fails"),"holds"))`;
  return {
    cells: [
      undefined,
      { value: title, style: { ...WORDS, font: 'body' } },
      { value, formula, style: DIFFERENCE },
      {
        value: holdsAt(value) ? 'holds' : 'fails',
        formula: result,
        style: { border: 'hair', align: 'left', indent: 1 },
      },
    ],
  };
}
