import { periodText, readPeriod } from '../../../input/import-columns/period-words.ts';
import { labelKey, readYesNo } from '../../../input/import-columns/stage-words.ts';
import { saysNothing } from '../../../input/import-columns/no-value.ts';
import { cellText } from '../../../input/tabular/cell-text.ts';
import type { Cell, FormattedNumber } from '../../../input/tabular/table-of-text.ts';
import type { DateOrder, DecimalSign } from '../../../schema/import-mapping.ts';
import { formatFiscalYear, parseFiscalYear } from '../../../units/fiscal-quarter.ts';
import { singleLine } from '../../../units/clean-text.ts';
import { parsePlainDate } from '../../../units/plain-date.ts';
import type { CellValue } from '../../tables/table.ts';
import { joinList } from '../../tables/cell-values.ts';
import type { CellNotes } from '../columns/cell-notes.ts';
import {
  amountIn,
  currencyIn,
  dateIn,
  meaningIn,
  numberIn,
  refusingErrors,
  shown,
  textIn,
  Unreadable,
  valueOnly,
  wholeTextIn,
} from '../columns/cell-readers.ts';
import { domainOf } from '../match-partners.ts';
import type { FieldReading } from './record-kind.ts';

/** What a cell says; money comes with the currency beside it. */
type FieldValue = CellValue | FormattedNumber | undefined;
type FieldReader = (cell: Cell) => FieldValue | Unreadable;

export interface FieldStyle {
  readonly field: string;
  readonly dateOrder: DateOrder;
  readonly decimal: DecimalSign;
  /** The currency meant by a symbol that several share. */
  readonly currency: string;
  /** Labels a person explained, by the word of ours they mean. */
  readonly stated?: Readonly<Record<string, string>> | undefined;
  readonly notes: CellNotes;
}

/** The reader of a field's cells by what the field holds. */
export function fieldReader(reads: FieldReading, style: FieldStyle): FieldReader {
  return refusingErrors(readerFor(reads, style));
}

function readerFor(reads: FieldReading, style: FieldStyle): FieldReader {
  if (typeof reads === 'object') {
    const meaning = wordMeanings(reads.words, style.stated);
    return (cell) => (saysNothing(cell) ? undefined : meaningIn(cell, style.field, { meaning, notes: style.notes }));
  }
  const readers: Readonly<Record<typeof reads, FieldReader>> = {
    text: (cell) => textIn(cell, style.field, style.notes),
    name: wholeTextIn,
    date: (cell) => dateIn(cell, style.dateOrder),
    number: (cell) => valueOnly(numberIn(cell, style.decimal)),
    money: (cell) => amountIn(cell, style.decimal),
    currency: (cell) => currencyIn(cell, style.currency),
    'yes-no': yesNoIn,
    period: periodIn,
    'fiscal-year': fiscalYearIn,
    domain: domainIn,
    list: listIn,
  };
  return readers[reads];
}

function wordMeanings(
  words: Readonly<Record<string, readonly string[]>>,
  stated: Readonly<Record<string, string>> = {},
): (label: string) => string | undefined {
  const byKey = new Map<string, string>();
  for (const [meaning, labels] of Object.entries(words)) {
    for (const label of [meaning, ...labels]) byKey.set(labelKey(label), meaning);
  }
  for (const [label, meaning] of Object.entries(stated)) byKey.set(labelKey(label), meaning);
  return (label) => byKey.get(labelKey(label));
}

function yesNoIn(cell: Cell): boolean | undefined | Unreadable {
  if (saysNothing(cell)) return undefined;
  return readYesNo(cellText(cell)) ?? new Unreadable(`"${shown(cell)}" is neither yes nor no`);
}

function periodIn(cell: Cell): string | undefined | Unreadable {
  if (saysNothing(cell)) return undefined;
  const text = singleLine(cellText(cell));
  const period = readPeriod(text);
  const known = (period && periodText(period)) ?? parsePlainDate(text);
  return known ?? new Unreadable(`"${shown(cell)}" is no month such as 2026-02 and no fiscal period such as FY26-Q3`);
}

function fiscalYearIn(cell: Cell): string | undefined | Unreadable {
  if (saysNothing(cell)) return undefined;
  const text = singleLine(cellText(cell));
  // In a column of fiscal years a bare 2026 or 26 can be nothing else.
  const year = parseFiscalYear(text.replace(/\s/g, '')) ?? parseFiscalYear(`FY${text}`);
  return year ? formatFiscalYear(year) : new Unreadable(`"${shown(cell)}" is no fiscal year such as FY26`);
}

function domainIn(cell: Cell): string | undefined {
  return saysNothing(cell) ? undefined : domainOf(cellText(cell));
}

function listIn(cell: Cell): string | undefined {
  const entries = cellText(cell)
    .split(/[;|\n]/)
    .map((entry) => singleLine(entry))
    .filter((entry) => entry !== '');
  return entries.length === 0 ? undefined : joinList([...new Set(entries)]);
}
