import type { CellStyle } from '../sheet.ts';
import type { SheetDraft } from './sheet-draft.ts';
import { headerRoom, ROOM_BESIDE, textRoom } from './text-room.ts';

/** The header of one column. */
export interface ColumnHeader {
  readonly label: string;
  readonly align: 'left' | 'right' | 'center';
  /** Steps by which what stands below moves in. */
  readonly indent?: number;
}

const LEAST_WIDTH = 9;
const LINE_HEIGHT = 16;
const HEADER: CellStyle = { font: 'heading', border: 'below', format: '@', wrap: true };
// The button of a filter covers the right end of its cell.
const FILTER_ROOM = 3;
const CLEAR_OF_BUTTON = 2;

/** Puts headers above columns whose widths are settled but for them; they may break into two lines. */
export function placeHeader(
  draft: SheetDraft,
  headers: readonly ColumnHeader[],
  { row, column, hasFilter = false }: { readonly row: number; readonly column: number; readonly hasFilter?: boolean },
): void {
  let isTall = false;
  for (const [at, { label, align, indent }] of headers.entries()) {
    const beside = ROOM_BESIDE + (hasFilter ? FILTER_ROOM : 0);
    draft.widen(column + at, Math.max(LEAST_WIDTH, headerRoom(label) + beside));
    isTall ||= textRoom(label, true) + beside - 1 > draft.widthOf(column + at, column + at);
    const steps = hasFilter && align === 'right' ? CLEAR_OF_BUTTON : indent;
    draft.put(row, column + at, {
      value: label,
      style: { ...HEADER, align, ...(steps !== undefined && { indent: steps }) },
    });
  }
  draft.setHeight(row, isTall ? 2 * LINE_HEIGHT : LINE_HEIGHT + 2);
}
