import type { Table } from '../../tables/table.ts';
import { checkRow } from '../../workbook/check-row.ts';
import type { RowValues } from './record-kind.ts';

/**
 * Why a record cannot stand in its table, in one clause; undefined where it can. A column that must be there and is empty comes first.
 * @param headerOf header of the file's column for a column of the table
 */
export function recordProblem(
  table: Table,
  values: RowValues,
  headerOf: (column: string) => string,
): string | undefined {
  const empty = table.columns.find(
    ({ name, required, fallback }) => required && fallback === undefined && values[name] === undefined,
  );
  if (empty) return `${headerOf(empty.name)}: must not be empty`;
  const [problem] = checkRow(table, values);
  return problem && `${problem.column === undefined ? '' : `${headerOf(problem.column)}: `}${problem.why}`;
}
