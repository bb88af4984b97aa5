import type { Table } from '../../../document/block.ts';
import type { CellStyle } from '../sheet.ts';
import { printedValue } from './printed-value.ts';
import { columnRange, type SheetDraft } from './sheet-draft.ts';
import type { GridColumn } from './table-columns.ts';
import { ROOM_BESIDE, textRoom } from './text-room.ts';
import { heldValue, type PageMoney } from './value-cell.ts';

/** The sum of the column that adds up, where all its amounts are in one currency; of filtered rows, the sum of those in sight. */
export function placeTotal(
  draft: SheetDraft,
  { rows, overflow }: Table,
  {
    columns,
    place,
  }: {
    readonly columns: readonly GridColumn[];
    readonly place: { readonly row: number; readonly column: number; readonly money: PageMoney };
  },
): number | undefined {
  const at = columns.findIndex(({ column, holds }) => column.key === overflow?.sumColumn && holds === 'value');
  if (at === -1 || rows.length < 2) return undefined;
  const amounts = rows.flatMap(({ cells }) => {
    const value = cells[overflow!.sumColumn!]?.value;
    return value?.kind === 'amount' ? [value] : [];
  });
  const [first] = amounts;
  if (!first || amounts.some(({ currency }) => currency !== first.currency)) return undefined;
  const row = place.row + rows.length + 1;
  for (const index of columns.keys()) draft.put(row, place.column + index, { style: TOTAL });
  draft.put(row, place.column, { value: 'Total', style: TOTAL });
  const sum = amounts.reduce((total, { amount }) => total + amount, 0);
  const { held, format } = heldValue({ ...first, amount: sum }, place.money);
  draft.put(row, place.column + at, {
    ...(held !== undefined && { value: held }),
    formula: `SUBTOTAL(9,${columnRange(place.column + at, place.row + 1, row - 1)})`,
    style: { ...TOTAL, align: 'right', format },
  });
  const printed = printedValue({ ...first, amount: sum }, place.money);
  draft.widen(place.column + at, textRoom(printed, true) + ROOM_BESIDE);
  return row;
}

const TOTAL: CellStyle = { font: 'strong', border: 'above' };
