import { categoryOfLabel, labelKey, roleOfLabel, typeOfLabel } from '../../../input/import-columns/stage-words.ts';
import type { Cell, FormattedNumber } from '../../../input/tabular/table-of-text.ts';
import type { DateOrder, DecimalSign, ImportField } from '../../../schema/import-mapping.ts';
import {
  amountIn,
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
import { singleLine } from '../../../units/clean-text.ts';
import type { CellNotes } from '../columns/cell-notes.ts';
import { DATE_FIELDS, MONEY_FIELDS } from './field-kinds.ts';

/** What a cell holds for its field; an amount comes with what stood beside the number. */
export type CellValue = string | number | undefined | FormattedNumber;
type CellReader = (cell: Cell) => CellValue | Unreadable;

export interface CellStyle {
  readonly dateOrder: DateOrder;
  readonly decimal: DecimalSign;
  /** 100 where probabilities are written as shares of one. */
  readonly probabilityFactor: 1 | 100;
  /** The currency meant by a symbol that several share. */
  readonly currency: string;
  /** What a person said that labels of this field mean. */
  readonly stated: Readonly<Record<string, string>>;
  /** Told of a label that has no meaning here, and of text that was cut. */
  readonly notes: CellNotes;
}

/** The reader of a field's cells; it refuses what a failed formula left. */
export function readerOf(field: ImportField, style: CellStyle): CellReader {
  return refusingErrors(readerOfKind(field, style));
}

function readerOfKind(field: ImportField, style: CellStyle): CellReader {
  if (DATE_FIELDS.includes(field)) return (cell) => dateIn(cell, style.dateOrder);
  if (MONEY_FIELDS.includes(field)) return (cell) => amountIn(cell, style.decimal);
  switch (field) {
    case 'probability_percent':
      return (cell) => probabilityIn(cell, style);
    case 'contacts_at_customer':
    case 'close_date_moves':
      return (cell) => valueOnly(numberIn(cell, style.decimal));
    case 'currency':
      return (cell) => currencyIn(cell, style.currency);
    case 'type':
      return labelled(field, typeOfLabel, style);
    case 'forecast_category':
      return labelled(field, categoryOfLabel, style);
    case 'partner_role':
      return labelled(field, roleOfLabel, style);
    case 'id':
    case 'source':
      return (cell) => wholeTextIn(cell);
    default:
      return (cell) => textIn(cell, field, style.notes);
  }
}

/** A label by what a person said, otherwise by the usual words. */
function labelled(field: ImportField, meaning: (label: string) => string | undefined, style: CellStyle): CellReader {
  const stated = new Map(Object.entries(style.stated).map(([label, means]) => [labelKey(label), means]));
  const read = (label: string): string | undefined => stated.get(labelKey(singleLine(label))) ?? meaning(label);
  return (cell) => meaningIn(cell, field, { meaning: read, notes: style.notes });
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
