import type { Document } from '../../../document/document.ts';
import { STATUS_COLOURS } from '../theme.ts';
import type { CellStyle, PrintSetup, Sheet, SheetCell, SheetRow } from '../sheet.ts';

/** Styles that the sheets of a model share. */
export const LABEL: CellStyle = { font: 'body', border: 'hair' };
export const STRONG_LABEL: CellStyle = { font: 'strong', border: 'below' };
export const SOFT: CellStyle = { font: 'soft', border: 'hair' };
export const BAND: CellStyle = { font: 'section', fill: 'band' };
export const WORDS: CellStyle = { font: 'soft', border: 'hair', wrap: true, vertical: 'top', align: 'left' };

/** Only a result is red when it is below zero, never a cost. */
export const NEGATIVE = { colour: STATUS_COLOURS.bad.colour } as const;
/** A check that fails, an answer that is old. */
export const ALARM = STATUS_COLOURS.bad;

/** The title of a sheet and what is to be known of it, in its first two rows; then the mark of the internal edition. */
export function titleRows(title: SheetCell, soft: SheetCell, { edition }: Pick<Document, 'edition'>): SheetRow[] {
  const mark: SheetCell = { value: 'Internal edition, not for the partner', style: { font: 'private' } };
  return [
    { height: 26, cells: [undefined, { ...title, style: { font: 'title', vertical: 'center' } }] },
    { cells: [undefined, { ...soft, style: { font: 'soft' } }] },
    { cells: edition === 'internal' ? [undefined, mark] : [] },
  ];
}

/** A cell of a header, over a rule. */
export function headerCell(value: string, align: 'left' | 'right' = 'left'): SheetCell {
  return { value, style: { font: 'heading', border: 'below', align } };
}

/** How a sheet of a model is printed, with what has to stand on every page of it. */
export function printed({ title, subject, period, model }: Document, setup: Omit<PrintSetup, 'footer'>): PrintSetup {
  const whose = `${title}, ${subject.shortName}, ${period.name}`;
  return { ...setup, footer: model ? `${whose}. ${model.outcome.caution}` : whose };
}

/** Everything but what is meant to be typed into is locked, so that no formula is lost by a slip. */
export function guarded(sheet: Sheet): Sheet {
  const rows = Array.from(sheet.rows, (row) => ({
    ...row,
    cells: row.cells.map((cell) => cell && { ...cell, style: { locked: true, ...cell.style } }),
  }));
  return { ...sheet, rows, isProtected: true };
}

/** A text in a formula. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
