import { categoryOfLabel, roleOfLabel, typeOfLabel } from '../../../input/import-columns/stage-words.ts';
import type { Cell, FormattedNumber } from '../../../input/tabular/table-of-text.ts';
import type { DateOrder, DecimalSign, ImportField } from '../../../schema/import-mapping.ts';
import {
  currencyIn,
  dateIn,
  meaningIn,
  numberIn,
  textIn,
  wholeTextIn,
  refusingErrors,
  shown,
  Unreadable,
  valueOnly,
} from '../columns/cell-readers.ts';
import type { CellNotes } from '../columns/cell-notes.ts';
import { DATE_FIELDS, MONEY_FIELDS } from './field-kinds.ts';

/** What a cell holds for its field; an amount comes with what stood beside the number. */
export type CellValue = string | number | undefined | FormattedNumber;
export type CellReader = (cell: Cell) => CellValue | Unreadable;

export interface CellStyle {
  readonly dateOrder: DateOrder;
  readonly decimal: DecimalSign;
  /** 100 where probabilities are written as shares of one. */
  readonly probabilityFactor: 1 | 100;
  /** The currency meant by a symbol that several share. */
  readonly currency: string;
  /** Told of a label that has no meaning here, and of text that was cut. */
  readonly notes: CellNotes;
}

/** The reader of a field's cells; it refuses what a failed formula left. */
export function readerOf(field: ImportField, style: CellStyle): CellReader {
  return refusingErrors(readerOfKind(field, style));
}

function readerOfKind(field: ImportField, style: CellStyle): CellReader {
  if (DATE_FIELDS.includes(field)) return (cell) => dateIn(cell, style.dateOrder);
  if (MONEY_FIELDS.includes(field)) return (cell) => numberIn(cell, style.decimal);
  switch (field) {
    case 'probability_percent':
      return (cell) => probabilityIn(cell, style);
    case 'contacts_at_customer':
    case 'close_date_moves':
      return (cell) => valueOnly(numberIn(cell, style.decimal));
    case 'currency':
      return (cell) => currencyIn(cell, style.currency);
    case 'type':
      return (cell) => meaningIn(cell, field, { meaning: typeOfLabel, notes: style.notes });
    case 'forecast_category':
      return (cell) => meaningIn(cell, field, { meaning: categoryOfLabel, notes: style.notes });
    case 'partner_role':
      return (cell) => meaningIn(cell, field, { meaning: roleOfLabel, notes: style.notes });
    case 'id':
    case 'source':
      return (cell) => wholeTextIn(cell);
    default:
      return (cell) => textIn(cell, field, style.notes);
  }
}

function probabilityIn(cell: Cell, { decimal, probabilityFactor }: CellStyle): number | undefined | Unreadable {
  const number = numberIn(cell, decimal);
  if (number === undefined || number instanceof Unreadable) return number;
  // 0.07 times 100 is 7.000000000000001 in binary.
  const percent = Number((number.value * (number.percent ? 1 : probabilityFactor)).toPrecision(12));
  return percent >= 0 && percent <= 100
    ? percent
    : new Unreadable(`"${shown(cell)}" is no probability from 0 to 100 %`);
}
