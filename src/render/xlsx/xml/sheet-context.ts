import type { SharedStrings } from './shared-strings.ts';
import type { StyleSheet } from './style-sheet.ts';

/** What the sheets of a workbook share. */
export interface SheetContext {
  readonly styles: StyleSheet;
  readonly strings: SharedStrings;
}
