import { readPeriod, type WrittenPeriod } from '../../../input/import-columns/period-words.ts';
import type { TextTable } from '../../../input/tabular/table-of-text.ts';
import type { Vocabulary } from '../columns/read-columns.ts';

/** A column that carries one value a row for the period its header names. */
export interface SpreadColumn {
  readonly index: number;
  readonly header: string;
  readonly period: WrittenPeriod;
}

/** What a row holds for one period. */
export interface SpreadCell {
  readonly period: WrittenPeriod;
  readonly header: string;
  readonly value: number;
}

/** The columns of a table that are headed by a month, a quarter or a year. */
export function spreadColumns({ headers }: Pick<TextTable, 'headers'>): SpreadColumn[] {
  return headers.flatMap((header, index) => {
    const period = header === '' ? undefined : readPeriod(header);
    return period ? [{ index, header, period }] : [];
  });
}

/** The vocabulary with a field for each such column, so that they are read like columns of money; the field has the header's name. */
export function withSpread(
  vocabulary: Vocabulary<string>,
  spread: readonly Pick<SpreadColumn, 'header'>[],
): Vocabulary<string> {
  const added = spread.map(({ header }) => header).filter((header) => !vocabulary.fields.includes(header));
  return {
    ...vocabulary,
    fields: [...vocabulary.fields, ...added],
    numbers: [...vocabulary.numbers, ...added],
    money: [...vocabulary.money, ...added],
  };
}
