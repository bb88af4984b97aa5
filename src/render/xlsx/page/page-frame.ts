import type { Document, Footnote } from '../../../document/document.ts';
import { datesText } from '../../../document/dates-text.ts';
import { sourcesOf } from '../../../document/page-order.ts';
import { formatFootnoteNumbers, formatSentence, type FormatOptions } from '../../../units/format.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetDraft } from './sheet-draft.ts';
import { heightOf, linesOf } from './text-room.ts';

/** The row of every sheet's header: title, whose page it is and the mark of the internal edition stand above. */
export const HEADER_ROW = 4;
/** The column at which everything begins; the one before it is a margin. */
export const FIRST_COLUMN = 1;

/** What stands above a sheet, besides its cells. */
export interface PageFrame {
  readonly name: string;
  readonly title: string;
  /** What else is said of it, before whose page it is. */
  readonly aside?: string;
  readonly document: Document;
  readonly currency: string | undefined;
  readonly lastColumn: number;
  readonly isWide: boolean;
}

const MARGIN_WIDTH = 2;
const LEAST_TITLE_WIDTH = 88;
const TITLE_SIZE = 16 / 11;
const MARK = 'Internal edition, not for the partner';

/** Finishes a sheet: title, whose it is with both dates, the mark of the internal edition, and how it is printed. */
export function framedSheet(draft: SheetDraft, frame: PageFrame): Sheet {
  const { name, title, document, lastColumn, isWide } = frame;
  draft.widen(0, MARGIN_WIDTH);
  const across = roomyColumn(draft, lastColumn);
  placeAcross(draft, { row: 1, text: title, font: 'title', lastColumn: across });
  placeAcross(draft, { row: 2, text: subjectLine(frame), font: 'soft', lastColumn: across });
  if (document.edition === 'internal') {
    draft.put(3, FIRST_COLUMN, { value: MARK, style: { font: 'private', format: '@' } });
  }
  return {
    name,
    columns: draft.columns,
    rows: draft.rows,
    merged: draft.merged,
    conditions: draft.conditions,
    links: draft.links,
    print: { landscape: isWide, fit: 'columns', footer: footerOf(document) },
  };
}

/** Under a title there is room for a line, however narrow the table below it. */
function roomyColumn(draft: SheetDraft, lastColumn: number): number {
  let column = lastColumn;
  while (draft.widthOf(FIRST_COLUMN, column) < LEAST_TITLE_WIDTH) column += 1;
  return column;
}

/** A text that may be longer than its column: over all columns of the sheet, in as many lines as it needs. */
export function placeAcross(
  draft: SheetDraft,
  {
    row,
    text,
    font,
    column = FIRST_COLUMN,
    lastColumn,
  }: {
    readonly row: number;
    readonly text: string;
    readonly font: 'title' | 'section' | 'soft' | 'body' | 'strong';
    readonly column?: number;
    readonly lastColumn: number;
  },
): void {
  draft.put(row, column, { value: text, style: { font, format: '@', wrap: true, align: 'left', vertical: 'top' } });
  if (lastColumn > column) draft.merge(row, column, lastColumn);
  const size = font === 'title' ? TITLE_SIZE : 1;
  draft.setHeight(row, heightOf(linesOf(text, draft.widthOf(column, lastColumn) - 1, size), size));
}

/** "Bluefjord Managed Services. Results to 31 Mar 2026, pipeline as of 14 Apr 2026. USD." */
function subjectLine({ aside, document: { subject, dates, format }, currency }: PageFrame): string {
  const both = datesText(dates, format.locale).join(', ');
  const first = aside === undefined ? [] : [aside.charAt(0).toUpperCase() + aside.slice(1)];
  const parts = [...first, subject.name, both, ...(currency === undefined ? [] : [currency])];
  return parts.map((part) => `${part}.`).join(' ');
}

/** The footnotes of a sheet from a row down; returns the row after them. */
export function placeFootnotes(
  draft: SheetDraft,
  {
    row,
    footnotes,
    lastColumn,
    format,
  }: {
    readonly row: number;
    readonly footnotes: readonly Footnote[];
    readonly lastColumn: number;
    readonly format: FormatOptions;
  },
): number {
  for (const [index, { number, text }] of footnotes.entries()) {
    const words = `${formatFootnoteNumbers([number])} ${formatSentence(text, format)}`;
    placeAcross(draft, { row: row + index, text: words, font: 'soft', lastColumn });
  }
  return row + footnotes.length;
}

function footerOf(document: Document): string {
  const { title, subject, period, vendor, edition } = document;
  const sources = sourcesOf(document);
  return [
    ...(edition === 'internal' ? [MARK] : []),
    `${title}, ${period.name}`,
    `${vendor} with ${subject.shortName}`,
    ...(sources === '' ? [] : [`Sources: ${sources}`]),
  ].join(' \u00b7 ');
}
