import { columnLetters } from '../../../ooxml/workbook/cell-reference.ts';
import { sheetRange } from '../sheet-names.ts';
import type { SheetCell, SheetLink } from '../sheet.ts';
import { headerCell } from './model-frame.ts';

/** A sheet as the first one lists it; words that are a formula follow the workbook. */
export interface ListedSheet {
  readonly name: string;
  readonly holds: string;
  readonly formula?: string;
}

/** A cell in a colour, and what the colour means. */
export type ColourMeaning = readonly [sample: SheetCell, meaning: string];

/** Typed in, calculated: what the colours of every live workbook mean. */
export const TYPED_IN: ColourMeaning = [
  { value: 'Typed in', style: { font: 'input', fill: 'input', border: 'hair' } },
  'a number of yours',
];
export const CALCULATED: ColourMeaning = [{ value: 'Formula', style: { font: 'body', border: 'hair' } }, 'calculated'];
export const FAILED_CHECK: ColourMeaning = [
  { value: 'Check failed', style: { font: 'bad', fill: 'bad', border: 'hair' } },
  'see Checks',
];

/**
 * The other sheets, each leading to its own, then what the colours mean.
 * @param place column, counted from 0, and row of the first sheet
 */
export function listedSheets(
  sheets: readonly ListedSheet[],
  colours: readonly ColourMeaning[],
  place: { readonly column: number; readonly row: number },
): {
  readonly cells: readonly (readonly (SheetCell | undefined)[])[];
  readonly links: readonly SheetLink[];
} {
  const words = (value: string): SheetCell => ({ value, style: { font: 'soft', border: 'hair' } });
  return {
    cells: [
      [headerCell('In this workbook'), headerCell('')],
      ...sheets.map((sheet) => [
        { value: sheet.name, style: { font: 'link', border: 'hair' } } as const,
        { ...words(sheet.holds), ...(sheet.formula !== undefined && { formula: sheet.formula }) },
      ]),
      [],
      [headerCell('Colours'), headerCell('')],
      ...colours.map(([sample, meaning]) => [sample, words(meaning)]),
      [],
    ],
    links: sheets.map((sheet, index) => ({
      cell: `${columnLetters(place.column)}${place.row + index}`,
      target: sheetRange(sheet.name, 'A1'),
      words: sheet.name,
    })),
  };
}
