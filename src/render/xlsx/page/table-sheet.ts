import type { Table } from '../../../document/block.ts';
import { blockHeading } from '../../../document/block-heading.ts';
import type { Document } from '../../../document/document.ts';
import { footnotesIn } from '../../../document/footnotes.ts';
import { unknownReasons, valuesOf } from '../../../document/unknown-reasons.ts';
import type { Sheet } from '../sheet.ts';
import { FIRST_COLUMN, framedSheet, HEADER_ROW, placeAcross, placeFootnotes } from './page-frame.ts';
import { placeTable } from './place-table.ts';
import { SheetDraft } from './sheet-draft.ts';
import type { PageMoney } from './value-cell.ts';

// A sheet wider than this is printed on its side.
const PORTRAIT_WIDTH = 95;

/** A table on a sheet of its own: all its rows and columns, with a filter, under a header that stays in sight. */
export function tableSheet(table: Table, name: string, { document, money }: SheetSetting): Sheet {
  const draft = new SheetDraft();
  const hasFilter = table.rows.length > 1;
  const place = { row: HEADER_ROW, column: FIRST_COLUMN, money, hasFilter };
  const { range, lastRow, lastColumn } = placeTable(draft, table, place);
  const { heading, aside } = blockHeading(table, document.format);
  const isWide = draft.widthOf(0, lastColumn) > PORTRAIT_WIDTH;
  const unknown = unknownReasons(valuesOf(table.rows));
  const { format } = document;
  const row = placeFootnotes(draft, {
    row: lastRow + 2,
    footnotes: footnotesIn(document, [table]),
    lastColumn,
    format,
  });
  if (unknown !== undefined) placeAcross(draft, { row, text: unknown, font: 'soft', lastColumn });
  const title = heading ?? name;
  const page = { document, currency: money.currency };
  const sheet = framedSheet(draft, { name, title, ...(aside !== undefined && { aside }), ...page, lastColumn, isWide });
  return {
    ...sheet,
    frozen: { rows: HEADER_ROW, columns: table.columns[0]?.cut === 'name' ? FIRST_COLUMN + 1 : 0 },
    ...(hasFilter && { filter: range }),
    print: { ...sheet.print, repeatedRows: { from: HEADER_ROW, to: HEADER_ROW } },
  };
}

/** What all sheets of a page share. */
export interface SheetSetting {
  readonly document: Document;
  readonly money: PageMoney;
}
